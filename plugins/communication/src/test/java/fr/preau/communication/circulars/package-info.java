/** Circulars, tried out by the people of an invented collège. */
@NullMarked
package fr.preau.communication.circulars;

import org.jspecify.annotations.NullMarked;

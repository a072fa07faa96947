/** Pictures that people bring, drawn anew for pages. */
@NullMarked
package fr.preau.communication.pictures;

import org.jspecify.annotations.NullMarked;

/** Which page of a list is asked for. */
@NullMarked
package fr.preau.communication.lists;

import org.jspecify.annotations.NullMarked;

/** The levels of a collège, from the 6e to the 3e. */
@NullMarked
package fr.preau.communication.levels;

import org.jspecify.annotations.NullMarked;

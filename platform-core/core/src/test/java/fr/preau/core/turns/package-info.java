/** That work behind waits for its turn, and gets it. */
@NullMarked
package fr.preau.core.turns;

import org.jspecify.annotations.NullMarked;

/** Whose turn it is to work behind on a node, so that pages always find a connection. */
@NullMarked
package fr.preau.core.turns;

import org.jspecify.annotations.NullMarked;

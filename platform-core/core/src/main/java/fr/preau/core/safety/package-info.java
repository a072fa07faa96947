/** Closing of writing: whom it concerns, where, and since when; kept in memory by every node. */
@NullMarked
package fr.preau.core.safety;

import org.jspecify.annotations.NullMarked;

/** What people are told is told once, with its work, and at its collège only. */
@NullMarked
package fr.preau.core.notices;

import org.jspecify.annotations.NullMarked;

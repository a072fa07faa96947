/** How much is written and how soon it is read, in figures that say nothing of anybody. */
@NullMarked
package fr.preau.communication.figures;

import org.jspecify.annotations.NullMarked;

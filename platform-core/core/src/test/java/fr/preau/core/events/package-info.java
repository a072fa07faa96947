/** How facts go from one module to the others. */
@NullMarked
package fr.preau.core.events;

import org.jspecify.annotations.NullMarked;

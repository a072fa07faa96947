/** How one module asks another one at the same collège, in the same unit of work. */
@NullMarked
package fr.preau.core.services;

import org.jspecify.annotations.NullMarked;

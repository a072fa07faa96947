/** How one module asks another one. */
@NullMarked
package fr.preau.core.services;

import org.jspecify.annotations.NullMarked;

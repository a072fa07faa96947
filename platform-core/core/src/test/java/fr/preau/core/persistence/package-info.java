/** Entities of an invented module, and what they can't do. */
@NullMarked
package fr.preau.core.persistence;

import org.jspecify.annotations.NullMarked;

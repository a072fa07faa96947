/** Nobody is woken, and nothing is held for good. */
@NullMarked
package fr.preau.core.notices.quiet;

import org.jspecify.annotations.NullMarked;

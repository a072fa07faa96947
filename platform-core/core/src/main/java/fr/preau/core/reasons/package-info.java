/** Why something is not done with a module: one set of words for logs, programs and pages. */
@NullMarked
package fr.preau.core.reasons;

import org.jspecify.annotations.NullMarked;

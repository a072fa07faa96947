/** Who did what, when. */
@NullMarked
package fr.preau.core.audit;

import org.jspecify.annotations.NullMarked;

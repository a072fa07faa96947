/** People get by mail what they have chosen, once, at a decent hour. */
@NullMarked
package fr.preau.core.notices.bymail;

import org.jspecify.annotations.NullMarked;

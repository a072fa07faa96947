/** What the administrators of a collège see and decide of its modules. */
@NullMarked
package fr.preau.portal.administration;

import org.jspecify.annotations.NullMarked;

/**
 * What the administrators of a collège see and decide of its modules, and of what these keep of
 * people.
 */
@NullMarked
package fr.preau.portal.administration;

import org.jspecify.annotations.NullMarked;

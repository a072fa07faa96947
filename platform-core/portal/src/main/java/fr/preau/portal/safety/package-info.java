/**
 * Closing writing and opening it again, by the Département and by those who administer a collège.
 */
@NullMarked
package fr.preau.portal.safety;

import org.jspecify.annotations.NullMarked;

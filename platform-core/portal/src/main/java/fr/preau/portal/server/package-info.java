/**
 * Puts the parts of Préau together inside Liberty, starts and stops them, and says how they are.
 */
@NullMarked
package fr.preau.portal.server;

import org.jspecify.annotations.NullMarked;

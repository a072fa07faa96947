/**
 * The one way into a module's code: on threads of the module's own, for so long and no longer, and
 * not at all after repeated faults.
 */
@NullMarked
package fr.preau.core.plugins.gate;

import org.jspecify.annotations.NullMarked;

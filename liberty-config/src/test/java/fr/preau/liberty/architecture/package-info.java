/** The rules of the house that no compiler knows, for all modules at once. */
@NullMarked
package fr.preau.liberty.architecture;

import org.jspecify.annotations.NullMarked;

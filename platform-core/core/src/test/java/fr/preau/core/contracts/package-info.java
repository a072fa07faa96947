/** What modules agree on, and who needs whom. */
@NullMarked
package fr.preau.core.contracts;

import org.jspecify.annotations.NullMarked;

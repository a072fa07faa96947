/** What modules agree on with the host and with each other, by name and without a shared class. */
@NullMarked
package fr.preau.core.contracts;

import org.jspecify.annotations.NullMarked;

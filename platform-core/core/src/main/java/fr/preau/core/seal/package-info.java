/** Seals of modules, by keys that are derived from the secret of the installation. */
@NullMarked
package fr.preau.core.seal;

import org.jspecify.annotations.NullMarked;

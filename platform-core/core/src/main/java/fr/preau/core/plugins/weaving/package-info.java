/**
 * Holds back what a module's code may not do: its bundle is checked before it is installed, its
 * classes are rewritten while they are loaded, and a review lists what its jar mentions.
 */
@NullMarked
package fr.preau.core.plugins.weaving;

import org.jspecify.annotations.NullMarked;

/**
 * Builds a module again at each save, fast enough to look at it at once, and hands it to a demo.
 */
@NullMarked
package fr.preau.maven;

import org.jspecify.annotations.NullMarked;

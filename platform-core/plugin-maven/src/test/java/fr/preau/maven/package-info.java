/** Tests of the loop. */
@NullMarked
package fr.preau.maven;

import org.jspecify.annotations.NullMarked;

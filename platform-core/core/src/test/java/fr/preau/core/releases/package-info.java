/** From a jar in the folder to what every node runs. */
@NullMarked
package fr.preau.core.releases;

import org.jspecify.annotations.NullMarked;

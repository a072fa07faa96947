/** The Felix host: bundles from a folder, their services, their life and their replacement. */
@NullMarked
package fr.preau.core.plugins;

import org.jspecify.annotations.NullMarked;

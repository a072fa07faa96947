/** Tests of the plugin host, on a real Felix with bundles that the tests compile. */
@NullMarked
package fr.preau.core.plugins;

import org.jspecify.annotations.NullMarked;

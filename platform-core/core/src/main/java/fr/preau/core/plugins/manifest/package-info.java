/** What a module says of itself: read from its manifest and checked, each mistake with its line. */
@NullMarked
package fr.preau.core.plugins.manifest;

import org.jspecify.annotations.NullMarked;

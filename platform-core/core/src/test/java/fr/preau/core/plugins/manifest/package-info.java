/** What a manifest may say, and how its mistakes are named. */
@NullMarked
package fr.preau.core.plugins.manifest;

import org.jspecify.annotations.NullMarked;

/** What collèges decide about modules: their settings, and which of them they switch themselves. */
@NullMarked
package fr.preau.core.settings;

import org.jspecify.annotations.NullMarked;

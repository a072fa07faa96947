/** The Département's console: collèges, modules, audit. */
@NullMarked
package fr.preau.portal.console;

import org.jspecify.annotations.NullMarked;

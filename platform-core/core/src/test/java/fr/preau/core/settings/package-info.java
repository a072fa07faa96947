/** What collèges decide about modules, tried on a real MariaDB. */
@NullMarked
package fr.preau.core.settings;

import org.jspecify.annotations.NullMarked;

/** Tests of the directory on a real MariaDB. */
@NullMarked
package fr.preau.core.directory;

import org.jspecify.annotations.NullMarked;

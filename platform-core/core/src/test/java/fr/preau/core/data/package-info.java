/** What modules keep at collèges, tried on a real MariaDB. */
@NullMarked
package fr.preau.core.data;

import org.jspecify.annotations.NullMarked;

/** Tests of the import on a real MariaDB, and what other tests need to fill a collège. */
@NullMarked
package fr.preau.core.imports;

import org.jspecify.annotations.NullMarked;

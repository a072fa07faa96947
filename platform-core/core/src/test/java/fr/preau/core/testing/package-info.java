/** What the tests of the core stand on: a real MariaDB, and a clock that they turn by hand. */
@NullMarked
package fr.preau.core.testing;

import org.jspecify.annotations.NullMarked;

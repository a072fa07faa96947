/** What a vendor's tests run on: the real host, a real MariaDB and an invented collège. */
@NullMarked
package fr.preau.testkit;

import org.jspecify.annotations.NullMarked;

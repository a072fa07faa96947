/** A real MariaDB unpacked from a jar, with Préau's two users; for the demo and for tests only. */
@NullMarked
package fr.preau.database;

import org.jspecify.annotations.NullMarked;

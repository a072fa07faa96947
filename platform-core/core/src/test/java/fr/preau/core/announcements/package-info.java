/** What the Département tells many collèges, tried on a real MariaDB. */
@NullMarked
package fr.preau.core.announcements;

import org.jspecify.annotations.NullMarked;

/** The console's pages on which the Département tells many collèges something at once. */
@NullMarked
package fr.preau.portal.announcements;

import org.jspecify.annotations.NullMarked;

/** What the Département tells the people of many collèges at once, and how far it has come. */
@NullMarked
package fr.preau.core.announcements;

import org.jspecify.annotations.NullMarked;

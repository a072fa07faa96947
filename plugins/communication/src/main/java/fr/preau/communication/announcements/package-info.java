/** What the Département tells the people of the collège: brought to them, once, and said so. */
@NullMarked
package fr.preau.communication.announcements;

import org.jspecify.annotations.NullMarked;

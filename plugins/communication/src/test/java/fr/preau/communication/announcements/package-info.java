/** What the Département announces, as the people of the collège receive it. */
@NullMarked
package fr.preau.communication.announcements;

import org.jspecify.annotations.NullMarked;

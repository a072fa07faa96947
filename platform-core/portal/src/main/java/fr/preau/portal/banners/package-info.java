/** Urgent messages: written by the Département or a collège, hidden by whoever has read them. */
@NullMarked
package fr.preau.portal.banners;

import org.jspecify.annotations.NullMarked;

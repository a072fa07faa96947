/**
 * How everything looks: the shell around each page, the shared parts, the texts and the dates as
 * people say them. It knows the page records and never where they come from.
 */
@NullMarked
package fr.preau.portal.look;

import org.jspecify.annotations.NullMarked;

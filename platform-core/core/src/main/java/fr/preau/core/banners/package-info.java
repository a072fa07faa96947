/** Urgent messages that stand above every page for a while, of the Département or of a collège. */
@NullMarked
package fr.preau.core.banners;

import org.jspecify.annotations.NullMarked;

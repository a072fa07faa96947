/** What a collège shows all of its people alike, kept for seconds so that a page need not ask. */
@NullMarked
package fr.preau.communication.remembered;

import org.jspecify.annotations.NullMarked;

/** The bell and the list of what somebody was told, of all their collèges and children. */
@NullMarked
package fr.preau.portal.notices;

import org.jspecify.annotations.NullMarked;

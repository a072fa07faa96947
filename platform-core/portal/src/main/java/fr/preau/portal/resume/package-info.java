/** Going on where one was: at which address of ours, and with what one had written there. */
@NullMarked
package fr.preau.portal.resume;

import org.jspecify.annotations.NullMarked;

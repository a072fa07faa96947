/** Whether the look holds what it promises, with a gallery of all pages to look at. */
@NullMarked
package fr.preau.portal.look;

import org.jspecify.annotations.NullMarked;

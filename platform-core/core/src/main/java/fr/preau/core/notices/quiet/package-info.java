/** When a collège lets people be: nothing is sent then but what is urgent. */
@NullMarked
package fr.preau.core.notices.quiet;

import org.jspecify.annotations.NullMarked;

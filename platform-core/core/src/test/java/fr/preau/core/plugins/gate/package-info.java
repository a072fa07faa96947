/** What a module may do to Préau by being called: nothing. */
@NullMarked
package fr.preau.core.plugins.gate;

import org.jspecify.annotations.NullMarked;

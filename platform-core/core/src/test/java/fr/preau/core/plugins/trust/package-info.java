/** Jars signed by invented publishers, and what is done to them afterwards. */
@NullMarked
package fr.preau.core.plugins.trust;

import org.jspecify.annotations.NullMarked;

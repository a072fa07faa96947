/** Tests of what is read and rewritten of a module's jar, without a framework. */
@NullMarked
package fr.preau.core.plugins.weaving;

import org.jspecify.annotations.NullMarked;

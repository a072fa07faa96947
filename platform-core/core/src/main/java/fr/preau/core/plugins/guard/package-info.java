/**
 * What the code of a module calls in the place of sensitive methods of the JDK; every bundle can
 * see this package, so nothing here trusts its caller.
 */
@NullMarked
package fr.preau.core.plugins.guard;

import org.jspecify.annotations.NullMarked;

/** EclipseLink on the unit of work of the current request, for the core and for each bundle. */
@NullMarked
package fr.preau.core.persistence;

import org.jspecify.annotations.NullMarked;

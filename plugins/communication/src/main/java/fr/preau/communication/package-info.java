/** Messages between the people of a collège: the module's only OSGi component. */
@NullMarked
package fr.preau.communication;

import org.jspecify.annotations.NullMarked;

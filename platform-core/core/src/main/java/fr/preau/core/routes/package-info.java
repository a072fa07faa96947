/** The table of the routes of a module, and how an input record is made from what was sent. */
@NullMarked
package fr.preau.core.routes;

import org.jspecify.annotations.NullMarked;

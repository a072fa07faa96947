/** Where a module may send something, and where not. */
@NullMarked
package fr.preau.core.web;

import org.jspecify.annotations.NullMarked;

/** The one way of modules to servers outside. */
@NullMarked
package fr.preau.core.web;

import org.jspecify.annotations.NullMarked;

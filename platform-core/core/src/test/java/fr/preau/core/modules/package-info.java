/** Proves who may say that a module is on, and what stays of it. */
@NullMarked
package fr.preau.core.modules;

import org.jspecify.annotations.NullMarked;

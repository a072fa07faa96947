/**
 * Who stands behind a module's jar: its signature, the publishers an operator knows, what follows
 * from both, and what the jar says it is made of.
 */
@NullMarked
package fr.preau.core.plugins.trust;

import org.jspecify.annotations.NullMarked;

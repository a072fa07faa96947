/** The parts of one node that run modules, put together. */
@NullMarked
package fr.preau.core.node;

import org.jspecify.annotations.NullMarked;

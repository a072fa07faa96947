/** Work that one node does for all. */
@NullMarked
package fr.preau.core.jobs;

import org.jspecify.annotations.NullMarked;

/** When the jobs of the modules run, and on which node. */
@NullMarked
package fr.preau.core.jobs;

import org.jspecify.annotations.NullMarked;

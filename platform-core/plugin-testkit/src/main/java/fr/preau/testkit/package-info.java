/** What tests of the plugin host and of modules run with: bundles that a test writes itself. */
@NullMarked
package fr.preau.testkit;

import org.jspecify.annotations.NullMarked;

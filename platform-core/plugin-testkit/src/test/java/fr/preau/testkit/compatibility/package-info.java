/** Whether the checks find what they are for. */
@NullMarked
package fr.preau.testkit.compatibility;

import org.jspecify.annotations.NullMarked;

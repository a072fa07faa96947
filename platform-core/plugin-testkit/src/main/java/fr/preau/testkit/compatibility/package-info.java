/** What any jar must show before an operator lets it in, and the report of it. */
@NullMarked
package fr.preau.testkit.compatibility;

import org.jspecify.annotations.NullMarked;

/** Files that modules keep at a collège, in its own schema, and files that are just being sent. */
@NullMarked
package fr.preau.core.files;

import org.jspecify.annotations.NullMarked;

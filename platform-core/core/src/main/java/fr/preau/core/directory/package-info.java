/** Who is at a collège and who belongs to whom, read with JPA from the collège's own schema. */
@NullMarked
package fr.preau.core.directory;

import org.jspecify.annotations.NullMarked;

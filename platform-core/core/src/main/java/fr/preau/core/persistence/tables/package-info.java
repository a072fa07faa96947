/** Which tables a module's persistence unit may name, in its entities and in its SQL. */
@NullMarked
package fr.preau.core.persistence.tables;

import org.jspecify.annotations.NullMarked;

/** What a module's persistence unit may name, without a database. */
@NullMarked
package fr.preau.core.persistence.tables;

import org.jspecify.annotations.NullMarked;

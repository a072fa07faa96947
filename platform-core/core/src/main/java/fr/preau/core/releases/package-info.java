/**
 * The jars of modules that the Département has, and which of them should run: kept in the database,
 * so that every node comes to the same.
 */
@NullMarked
package fr.preau.core.releases;

import org.jspecify.annotations.NullMarked;

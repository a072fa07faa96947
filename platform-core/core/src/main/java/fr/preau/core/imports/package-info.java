/**
 * Brings the académie's files (AAF 2D) into a collège's schema, and its people to their accounts.
 *
 * <p>A delivery of a collège is read and checked as a whole before the first row is written; what
 * is written is only the difference to what the schema holds.
 */
@NullMarked
package fr.preau.core.imports;

import org.jspecify.annotations.NullMarked;

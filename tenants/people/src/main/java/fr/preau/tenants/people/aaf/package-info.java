/**
 * Writes invented people as the ministry delivers real ones: complete files of the AAF 2D (annuaire
 * académique fédérateur), one folder per collège, several files per category.
 *
 * <p>Functions are written as {@code DIR} (principal), {@code ADJ} (deputy), {@code EDU} (CPE),
 * {@code GES} (gestionnaire), {@code SEC} (secretary), {@code ADM} (the collège's administrator of
 * the ENT), {@code DOC} (librarian) and {@code ENS} (teacher). The school's identifier is its UAI
 * without its letter and leading zero. One collège in six delivers in ISO-8859-15.
 */
@NullMarked
package fr.preau.tenants.people.aaf;

import org.jspecify.annotations.NullMarked;

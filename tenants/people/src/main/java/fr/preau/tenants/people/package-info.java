/**
 * Invents the people of the collèges from their real head counts, the same from the same seed; no
 * one here exists.
 *
 * <p>What two collèges share (siblings, guardians, teachers) is settled once for the département by
 * {@link fr.preau.tenants.people.DepartementPlan}, from descriptors and seed alone, in a few tens
 * of milliseconds; after that each collège can be invented alone, in any order. Every other choice
 * is thrown with dice named after what they decide, so that nothing depends on the order of calls.
 */
@NullMarked
package fr.preau.tenants.people;

import org.jspecify.annotations.NullMarked;

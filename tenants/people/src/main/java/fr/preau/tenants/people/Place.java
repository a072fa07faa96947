package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.Level;

/**
 * A pupil's place at a collège, before anyone has a name.
 *
 * @param index from 0 in its level
 */
record Place(Uai uai, Level level, int index) {}

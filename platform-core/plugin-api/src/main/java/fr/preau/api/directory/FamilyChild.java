package fr.preau.api.directory;

import fr.preau.api.school.Child;
import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;

/**
 * A child of the caller at one of their collèges.
 *
 * @param guardian who the caller is there
 */
public record FamilyChild(College college, PersonId guardian, Child child) {}

package fr.preau.api.school;

import java.util.List;

/**
 * A pupil as seen by an adult who is their guardian today.
 *
 * @param classes the classes the pupil is in, normally one
 * @param rights what the guardianship gives this adult
 */
public record Child(Person pupil, List<SchoolClass> classes, GuardianRights rights) {

    public Child {
        classes = List.copyOf(classes);
    }
}

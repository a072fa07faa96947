package fr.preau.communication.recipients;

import fr.preau.api.school.College;
import fr.preau.api.school.ModuleOption;

/**
 * What a collège decides about messages.
 *
 * @param pupilsWriteToTheirClass whether pupils may write to the pupils of their own class; off
 *     unless the collège's descriptor allows it, for between pupils nothing is opened that nobody
 *     of the collège asked for
 */
public record WritingPolicy(boolean pupilsWriteToTheirClass) {

    /** Named in the descriptor of a collège that lets pupils write to their own class. */
    public static final ModuleOption PUPILS_WRITE_TO_THEIR_CLASS =
            new ModuleOption("communication", "pupils-write-to-their-class");

    public static WritingPolicy of(College college) {
        return new WritingPolicy(college.allows(PUPILS_WRITE_TO_THEIR_CLASS));
    }
}

package fr.preau.communication.surveys;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.Set;

/**
 * A survey as it was typed, with nothing wrong with it.
 *
 * @param classes none for the whole collège
 */
record SurveyDraft(
        String title,
        String intro,
        Profile asks,
        boolean perFamily,
        boolean anonymous,
        Instant opensAt,
        Instant closesAt,
        Set<ClassId> classes) {

    SurveyDraft {
        classes = Set.copyOf(classes);
    }
}

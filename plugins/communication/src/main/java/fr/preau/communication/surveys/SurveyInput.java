package fr.preau.communication.surveys;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.Profile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as it was typed; times are those of Paris.
 *
 * @param perFamily whether a family answers once
 * @param levels as in {@code 6e}: all classes of a level
 * @param key the hidden key of the form, which becomes the survey's identity
 */
public record SurveyInput(
        @Nullable String title,
        @Nullable String intro,
        @Nullable Profile asks,
        @Nullable Boolean perFamily,
        @Nullable Boolean anonymous,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable List<String> levels,
        @Nullable List<ClassId> classes,
        @Nullable UUID key) {

    static final SurveyInput NOTHING =
            new SurveyInput(null, null, null, null, null, null, null, null, null, null);

    List<ClassId> chosenClasses() {
        return classes == null ? List.of() : classes;
    }

    List<String> chosenLevels() {
        return levels == null ? List.of() : levels;
    }
}

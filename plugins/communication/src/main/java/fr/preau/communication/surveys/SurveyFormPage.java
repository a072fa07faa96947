package fr.preau.communication.surveys;

import fr.preau.api.page.Choice;
import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that begins a survey, with what was typed.
 *
 * @param wholeCollege whether this person may ask the whole collège by choosing no class
 * @param madeAt where the survey is, below the module, once it is there
 */
public record SurveyFormPage(
        UUID key,
        String title,
        String intro,
        String asks,
        boolean perFamily,
        boolean anonymous,
        String opens,
        String closes,
        boolean wholeCollege,
        List<String> profiles,
        List<Choice> levels,
        List<Choice> classes,
        Violations violations,
        @Nullable String madeAt) {

    public SurveyFormPage {
        profiles = List.copyOf(profiles);
        levels = List.copyOf(levels);
        classes = List.copyOf(classes);
    }

    /** What is wrong with a field, if anything. */
    public @Nullable String problem(String field) {
        return violations.of(field).orElse(null);
    }

    SurveyFormPage made(String location) {
        return new SurveyFormPage(
                key,
                title,
                intro,
                asks,
                perFamily,
                anonymous,
                opens,
                closes,
                wholeCollege,
                profiles,
                levels,
                classes,
                violations,
                location);
    }
}

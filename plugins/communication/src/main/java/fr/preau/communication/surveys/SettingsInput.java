package fr.preau.communication.surveys;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a survey may be changed before somebody has answered. */
public record SettingsInput(
        UUID survey,
        @Nullable String title,
        @Nullable String intro,
        @Nullable Boolean anonymous,
        @Nullable String opens,
        @Nullable String closes) {

    /** With the rest as it is. */
    SurveyInput with(SurveyInput before) {
        return new SurveyInput(
                title,
                intro,
                before.asks(),
                before.perFamily(),
                anonymous,
                opens,
                closes,
                before.levels(),
                before.classes(),
                survey);
    }
}

package fr.preau.communication.surveys;

/** How a question is drawn. */
public enum SurveyKind {
    LIST,
    TICKS,
    TEXT;

    static SurveyKind of(SurveyQuestion question) {
        return switch (question.kind()) {
            case ONE, SCALE, YES_NO -> LIST;
            case SEVERAL -> TICKS;
            case TEXT -> TEXT;
        };
    }
}

package fr.preau.communication.surveys;

import java.util.UUID;

/** Which survey. */
public record SurveyId(UUID survey) {}

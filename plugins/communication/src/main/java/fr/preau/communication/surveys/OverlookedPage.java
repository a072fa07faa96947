package fr.preau.communication.surveys;

import fr.preau.communication.reports.Recourse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a survey of somebody else asks, for the principal; never what was answered.
 *
 * @param author null for who has left the collège
 * @param recourse whether the reader may take it from everybody
 */
public record OverlookedPage(
        UUID survey,
        String title,
        @Nullable String author,
        String intro,
        Instant closesAt,
        List<String> questions,
        Recourse recourse) {

    public OverlookedPage {
        questions = List.copyOf(questions);
    }
}

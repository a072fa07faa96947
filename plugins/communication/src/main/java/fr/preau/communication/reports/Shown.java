package fr.preau.communication.reports;

import fr.preau.api.files.FileId;
import fr.preau.api.school.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was published, as its readers are shown it.
 *
 * @param text all of its words, as they stand on its page
 * @param audience whom it is for, a line each
 * @param since when it was published or last changed
 * @param pictures what is shown with it
 */
public record Shown(
        PersonId author,
        String title,
        String text,
        List<String> audience,
        Instant since,
        List<FileId> pictures) {

    public Shown {
        audience = List.copyOf(audience);
        pictures = List.copyOf(pictures);
    }

    /** As evidence is taken of it; nobody is counted. */
    ReportedMessage reported(UUID thing) {
        return new ReportedMessage(thing, author.value(), author.value(), title, text, since, 0);
    }
}

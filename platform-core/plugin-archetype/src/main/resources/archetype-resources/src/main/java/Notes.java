package ${package};

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Violations;
import jakarta.persistence.EntityManager;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/** What people do with notes, each in the one transaction that the host opened. */
final class Notes {

    private static final int LINES = 20;
    private static final int ON_THE_CARD = 3;
    private static final int LAST_PAGE = 10_000;

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("texts", Locale.FRENCH, Notes.class.getClassLoader());
    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'à' HH 'h' mm", Locale.FRENCH)
                    .withZone(ZoneId.of("Europe/Paris"));

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;

    Notes(EntityManager entities, NewIds ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    NotesPage page(boolean mayWrite, int asked) {
        int number = Math.min(Math.max(asked, 1), LAST_PAGE);
        return new NotesPage(
                PageOf.from(newest((number - 1) * LINES, LINES + 1), number, LINES),
                mayWrite,
                ids.next(),
                "",
                Violations.none());
    }

    /** For the card. */
    NotesPage newest() {
        return new NotesPage(
                new PageOf<>(newest(0, ON_THE_CARD), 1, false),
                false,
                ids.next(),
                "",
                Violations.none());
    }

    /** Puts a note up, once for each form, however often it is sent. */
    void write(NoteInput input) {
        putUp(input.id() == null ? ids.next() : input.id(), input.text());
    }

    /** Says that a class is out, once for each fact, however often it is told. */
    void noteOuting(UUID fact, Instant until) {
        putUp(fact, outing(until));
    }

    static String outing(Instant until) {
        return new MessageFormat(FRENCH.getString("note.outing"), Locale.FRENCH)
                .format(new Object[] {DAY_AND_HOUR.format(until)});
    }

    private void putUp(UUID id, String text) {
        if (entities.find(Note.class, id) == null) {
            entities.persist(new Note(id, text, clock.instant()));
            entities.flush();
        }
    }

    private List<NotesPage.Line> newest(int from, int count) {
        return entities.createNamedQuery("Note.newest", Note.class)
                .setFirstResult(from)
                .setMaxResults(count)
                .getResultStream()
                .map(note -> new NotesPage.Line(note.text(), note.writtenAt()))
                .toList();
    }
}

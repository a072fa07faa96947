package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Letters of the Département: each reader finds one among their messages, and nobody can answer,
 * for nobody of the collège has written it.
 */
public final class DepartementLetters {

    /** Stands for no person: the author of what the Département has written. */
    static final PersonId DEPARTEMENT = PersonId.of("00000000-0000-7000-8000-000000000092");

    private final EntityManager entities;
    private final NewIds ids;
    private final Tidings tidings;
    private final Clock clock;

    public DepartementLetters(EntityManager entities, NewIds ids, Notices notices, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.tidings = new Tidings(notices);
        this.clock = clock;
    }

    /** What it is called where a person would be named. */
    static String name() {
        return Wording.of("person.departement");
    }

    /** Whether it is no person, but the Département. */
    public static boolean isAuthor(@Nullable UUID person) {
        return DEPARTEMENT.value().equals(person);
    }

    /**
     * Delivers a letter to all of these, unless it was delivered before.
     *
     * @param announcement its identity
     */
    public void deliver(UUID announcement, String subject, String text, List<PersonId> readers) {
        if (entities.find(Letter.class, announcement) != null) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Letter letter =
                Letter.ofTheDepartement(
                        announcement,
                        new Subject(Subject.clean(subject)),
                        new MessageText(MessageText.clean(text)),
                        readers,
                        now);
        entities.persist(letter);
        entities.flush();
        List<Conversation> conversations =
                readers.stream()
                        .map(reader -> Conversation.ofTheDepartement(ids.next(), letter, reader))
                        .toList();
        conversations.forEach(entities::persist);
        entities.flush();
        for (Conversation conversation : conversations) {
            PersonId reader = conversation.recipient();
            entities.persist(
                    new InboxEntry(ids.next(), reader, conversation, letter.subject(), now));
            tidings.letter(reader, conversation, letter.subject());
        }
        entities.flush();
    }
}

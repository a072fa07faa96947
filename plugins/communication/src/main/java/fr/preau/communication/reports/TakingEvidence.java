package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what people were shown, once for the same words, whatever becomes of these. */
final class TakingEvidence {

    /** So many names are kept of a letter that went to more; their number is always kept. */
    private static final int NAMES = 300;

    private final EntityManager entities;
    private final Directory directory;
    private final Attachments attachments;
    private final NewIds ids;

    TakingEvidence(
            EntityManager entities, Directory directory, Attachments attachments, NewIds ids) {
        this.entities = entities;
        this.directory = directory;
        this.attachments = attachments;
        this.ids = ids;
    }

    /**
     * The evidence of a message, taken if it was not, and anew where it says something else since:
     * what it hands on may have been withdrawn in between. Of what is withdrawn there is one.
     *
     * @param reader who received a reply; of a letter all are known
     */
    Evidence ofMessage(Evidence.Kind kind, ReportedMessage reported, PersonId reader, Instant now) {
        List<Evidence> taken = taken(reported.message()).toList();
        return taken.stream()
                .filter(Evidence::isWithdrawn)
                .findFirst()
                .or(() -> taken.stream().filter(each -> each.says(reported)).findFirst())
                .orElseGet(() -> takeMessage(kind, reported, reader, now));
    }

    /** The evidence of what was published, taken anew where it says something else since. */
    Evidence ofPublication(Evidence.Kind kind, UUID thing, Shown shown, Instant now) {
        return taken(thing)
                .filter(evidence -> evidence.says(shown))
                .findFirst()
                .orElseGet(() -> takePublication(kind, thing, shown, now));
    }

    /** Evidence of what is about to be deleted, of its own: reports go on with theirs. */
    Evidence ofDeleted(Evidence.Kind kind, UUID thing, Shown shown, Instant now) {
        Evidence evidence = takePublication(kind, thing, shown, now);
        evidence.isOfDeleted(true);
        return evidence;
    }

    /**
     * As it stands now: whoever waited for another reader of the same has read the tables before,
     * and without the lock would not see what that one has taken.
     */
    private Stream<Evidence> taken(UUID thing) {
        return entities.createNamedQuery("Evidence.ofMessage", Evidence.class)
                .setParameter("message", thing)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream();
    }

    private Evidence takeMessage(
            Evidence.Kind kind, ReportedMessage reported, PersonId reader, Instant now) {
        List<UUID> readers =
                kind == Evidence.Kind.LETTER
                        ? entities.createNamedQuery("Evidence.readersOfLetter", UUID.class)
                                .setParameter("letter", reported.message())
                                .setMaxResults(NAMES)
                                .getResultList()
                        : List.of(reader.value());
        PersonId author = new PersonId(reported.author());
        List<PersonId> people =
                Stream.concat(Stream.of(author), readers.stream().map(PersonId::new))
                        .distinct()
                        .toList();
        Map<PersonId, Person> known = directory.persons(people);
        Evidence evidence =
                keep(
                        kind,
                        reported,
                        name(known.get(author)),
                        readers.stream()
                                .map(each -> name(known.get(new PersonId(each))))
                                .sorted()
                                .toList(),
                        now);
        // Its own, for the message may end, and whoever judges must see what it held.
        attachments.copyAll(
                Withdrawing.holder(evidence), evidence.messageId(), Holder.EVIDENCE, evidence.id());
        return withFiles(evidence);
    }

    private Evidence takePublication(Evidence.Kind kind, UUID thing, Shown shown, Instant now) {
        Evidence evidence =
                keep(
                        kind,
                        shown.reported(thing),
                        name(directory.persons(List.of(shown.author())).get(shown.author())),
                        shown.audience(),
                        now);
        shown.pictures()
                .forEach(file -> attachments.takeAsEvidence(shown.author(), evidence.id(), file));
        return withFiles(evidence);
    }

    private Evidence keep(
            Evidence.Kind kind,
            ReportedMessage reported,
            String author,
            List<String> readers,
            Instant now) {
        Evidence evidence = new Evidence(ids.next(), kind, reported, author, readers, now);
        entities.persist(evidence);
        entities.flush();
        return evidence;
    }

    private Evidence withFiles(Evidence evidence) {
        entities.flush();
        evidence.holds(attachments.fingerprints(Holder.EVIDENCE, evidence.id()));
        return evidence;
    }

    private static String name(@Nullable Person person) {
        return person == null ? Wording.of("person.left") : person.displayName();
    }
}

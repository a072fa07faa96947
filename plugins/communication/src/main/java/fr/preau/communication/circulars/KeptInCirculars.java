package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is kept of a person in circulars: what they wrote, received and answered, and what was
 * answered for them when they were a child.
 *
 * <p>What was signed stays until its {@link Term}, for it is evidence (article 17 of the GDPR,
 * paragraph 3, e); so does a circular, which the collège wrote by the hand of its author. All else
 * is taken out: the seals stay and say nothing of anybody any more.
 */
final class KeptInCirculars implements PersonalData {

    private final EntityManager entities;
    private final NewIds ids;

    KeptInCirculars(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.ids = ids;
    }

    @Override
    public List<KeptCircular> export(PersonId person) {
        Stream<KeptCircular> written =
                entities
                        .createNamedQuery("Circular.writtenBy", Circular.class)
                        .setParameter("person", person.value())
                        .getResultList()
                        .stream()
                        .map(KeptInCirculars::written);
        Stream<KeptCircular> drafts =
                entities
                        .createNamedQuery("CircularDraft.allOfAuthor", CircularDraft.class)
                        .setParameter("author", person.value())
                        .getResultList()
                        .stream()
                        .map(KeptInCirculars::draft);
        Stream<KeptCircular> parts =
                entities
                        .createNamedQuery("CircularRecipient.keptOf", KeptPartRow.class)
                        .setParameter("person", person.value())
                        .getResultList()
                        .stream()
                        .map(KeptInCirculars::part);
        Stream<KeptCircular> looks =
                entities
                        .createNamedQuery("CallListSeen.byPerson", SeenRow.class)
                        .setParameter("person", person.value())
                        .getResultList()
                        .stream()
                        .map(KeptInCirculars::look);
        return Stream.of(written, drafts, parts, looks)
                .flatMap(kept -> kept)
                .sorted(Comparator.comparing(KeptCircular::at))
                .toList();
    }

    private static KeptCircular written(Circular circular) {
        return new KeptCircular(
                Wording.of("circulars.kept.written"),
                circular.title(),
                "",
                "",
                circular.sentAt(),
                circular.text(),
                List.of());
    }

    private static KeptCircular draft(CircularDraft draft) {
        return new KeptCircular(
                Wording.of("circulars.kept.draft"),
                draft.written().title(),
                "",
                "",
                draft.editedAt(),
                draft.written().text(),
                List.of());
    }

    private static KeptCircular look(SeenRow row) {
        return new KeptCircular(
                Wording.of("circulars.kept.looked", row.children()),
                row.title(),
                "",
                "",
                row.at(),
                "",
                List.of());
    }

    private static KeptCircular part(KeptPartRow row) {
        boolean answered = row.answeredAt() != null;
        return new KeptCircular(
                Wording.of(answered ? "circulars.kept.answered" : "circulars.kept.received"),
                row.withdrawn() ? Wording.of("circulars.withdrawn.title") : row.title(),
                row.child(),
                Objects.requireNonNullElse(row.guardian(), ""),
                Objects.requireNonNullElse(row.answeredAt(), row.sentAt()),
                row.withdrawn() ? "" : row.text(),
                answered && row.given() != null ? said(row, row.given()) : List.of());
    }

    /** One's own answer is one's own, also to what nobody is to read any more. */
    private static List<String> said(KeptPartRow row, String given) {
        List<Question> questions = Questions.ofStored(row.questions());
        return row.withdrawn() ? Said.ofWithdrawn(questions, given) : Said.of(questions, given);
    }

    @Override
    public ErasureReport erase(PersonId person) {
        UUID nobody = ids.next();
        int erased =
                entities.createNamedQuery("CircularDraft.deleteOfAuthor")
                        .setParameter("person", person.value())
                        .executeUpdate();
        int anonymised =
                renamed("CircularRecipient.forget", person, nobody)
                        + renamed("CircularChild.forget", person, nobody)
                        + renamed("CallListSeen.forget", person, nobody);
        anonymised += answersOf(nobody);
        return new ErasureReport(erased, anonymised, kept(person));
    }

    /** What was answered by whom, or for whom, is nobody now. */
    private int answersOf(UUID nobody) {
        List<UUID> recipients =
                entities.createNamedQuery("CircularRecipient.idsOf", UUID.class)
                        .setParameter("person", nobody)
                        .getResultList();
        return recipients.isEmpty()
                ? 0
                : entities.createNamedQuery("CircularAnswer.erase")
                        .setParameter("recipients", recipients)
                        .executeUpdate();
    }

    private int renamed(String query, PersonId person, UUID nobody) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .setParameter("nobody", nobody)
                .executeUpdate();
    }

    private List<Kept> kept(PersonId person) {
        List<Kept> kept = new ArrayList<>();
        long signed =
                count("CircularRecipient.countEvidence", person)
                        + count("CircularChild.countEvidence", person);
        if (signed > 0) {
            kept.add(
                    new Kept(
                            Wording.of("circulars.kept.signed", signed),
                            Wording.of("circulars.kept.signed.why", Term.YEARS_SIGNED)));
        }
        long written = count("Circular.countOfAuthor", person);
        if (written > 0) {
            kept.add(
                    new Kept(
                            Wording.of("circulars.kept.circulars", written),
                            Wording.of("circulars.kept.circulars.why")));
        }
        return kept;
    }

    private long count(String query, PersonId person) {
        return entities.createNamedQuery(query, Long.class)
                .setParameter("person", person.value())
                .getSingleResult();
    }
}

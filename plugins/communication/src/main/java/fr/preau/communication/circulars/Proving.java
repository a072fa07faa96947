package fr.preau.communication.circulars;

import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Hands out proofs: to a guardian of their own answer, to those who follow a circular of all of it.
 * Each says whether it still is as it was sealed.
 */
final class Proving {

    private final EntityManager entities;
    private final Directory directory;
    private final Following following;
    private final Sealing sealing;
    private final Documents documents;

    Proving(
            EntityManager entities,
            Directory directory,
            Following following,
            Sealing sealing,
            Documents documents) {
        this.entities = entities;
        this.directory = directory;
        this.following = following;
        this.sealing = sealing;
        this.documents = documents;
    }

    /** What this guardian answered for a child of theirs, each time. */
    Download ofAnswer(Caller guardian, ProofInput input) {
        PersonId child = new PersonId(input.child());
        boolean theirs =
                directory.childrenOf(guardian.person()).stream()
                        .anyMatch(each -> each.pupil().id().equals(child));
        List<CircularAnswer> answers =
                theirs ? answers(guardian.person(), input) : List.<CircularAnswer>of();
        if (answers.isEmpty()) {
            throw Refusal.notFound();
        }
        Circular circular = entities.find(Circular.class, input.circular());
        boolean intact = sealing.isIntact(circular, answers, child, guardian.person());
        return Download.save(
                "preuve-reponse.pdf",
                documents.pdf(
                        new AnswerProof(circular, answers, intact, isWithdrawn(circular))
                                .document()));
    }

    private boolean isWithdrawn(Circular circular) {
        CircularLedger ledger = entities.find(CircularLedger.class, circular.id());
        return ledger == null || ledger.isWithdrawn();
    }

    private List<CircularAnswer> answers(PersonId guardian, ProofInput input) {
        return entities.createNamedQuery("CircularAnswer.ofGuardian", CircularAnswer.class)
                .setParameter("circular", input.circular())
                .setParameter("guardian", guardian.value())
                .setParameter("child", input.child())
                .getResultList();
    }

    /** The circular with all its answers, and who has not given theirs. */
    Download ofCircular(Caller reader, UUID id) {
        Circular circular = following.circular(reader, id);
        Sealing.Checked checked = sealing.read(circular, following.followed(circular));
        List<MissingAnswer> missing =
                entities.createNamedQuery("CircularChild.stillMissing", MissingAnswer.class)
                        .setParameter("circular", id)
                        .getResultList();
        return Download.save(
                "preuve-circulaire.pdf",
                documents.pdf(
                        new CircularProof(circular, checked.seal(), checked.answers(), missing)
                                .document()));
    }
}

package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads a circular and its answers to see whether they are as they were sealed: one statement. */
final class Sealing {

    private final EntityManager entities;
    private final Seal seal;

    Sealing(EntityManager entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    /** Whether one guardian's answers for a child, and the circular, are as they were sealed. */
    boolean isIntact(
            Circular circular, List<CircularAnswer> answers, PersonId child, PersonId guardian) {
        boolean signature = circular.kind().isSignature();
        return circular.isUnchanged(seal)
                && answers.stream()
                        .allMatch(each -> each.isUnchanged(seal, child, guardian, signature));
    }

    /** What was found, and the answers that were looked at, as they came. */
    record Checked(SealPage seal, List<CircularAnswer> answers) {}

    SealPage check(Circular circular, FollowedCircular followed) {
        return read(circular, followed).seal();
    }

    Checked read(Circular circular, FollowedCircular followed) {
        CircularLedger ledger = entities.find(CircularLedger.class, circular.id());
        SealCheck check = new SealCheck(seal, circular, ledger);
        List<CircularAnswer> answers = new ArrayList<>();
        for (Object[] row :
                entities.createNamedQuery("CircularAnswer.chain", Object[].class)
                        .setParameter("circular", circular.id())
                        .getResultList()) {
            CircularAnswer answer = (CircularAnswer) row[0];
            check.look(answer, new PersonId((UUID) row[1]), new PersonId((UUID) row[2]));
            answers.add(answer);
        }
        return new Checked(check.page(followed), answers);
    }
}

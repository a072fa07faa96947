package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Reads a circular and its answers to see whether they are as they were sealed: one statement. */
final class Sealing {

    private final EntityManager entities;

    Sealing(EntityManager entities) {
        this.entities = entities;
    }

    SealPage check(Circular circular, FollowedCircular followed) {
        CircularLedger ledger = entities.find(CircularLedger.class, circular.id());
        SealCheck check = new SealCheck(circular, ledger);
        entities.createNamedQuery("CircularAnswer.chain", Object[].class)
                .setParameter("circular", circular.id())
                .getResultList()
                .forEach(
                        row ->
                                check.look(
                                        (CircularAnswer) row[0],
                                        new PersonId((UUID) row[1]),
                                        new PersonId((UUID) row[2])));
        return check.page(followed);
    }
}

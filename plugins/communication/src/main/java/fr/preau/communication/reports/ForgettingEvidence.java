package fr.preau.communication.reports;

import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.messages.HandedOn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Deletes evidence a year after it was taken, with its report; what is open stays until it is
 * closed.
 */
final class ForgettingEvidence {

    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final Attachments attachments;
    private final HandedOn handedOn;
    private final Clock clock;

    ForgettingEvidence(EntityManager entities, Attachments attachments, Clock clock) {
        this.entities = entities;
        this.attachments = attachments;
        this.handedOn = new HandedOn(entities, attachments);
        this.clock = clock;
    }

    /**
     * @return whether there may be more
     */
    boolean forgetSome() {
        List<UUID> old =
                entities.createNamedQuery("Evidence.old", UUID.class)
                        .setParameter("before", clock.instant().minus(Evidence.KEPT))
                        .setParameter("closed", Report.State.CLOSED)
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        if (old.isEmpty()) {
            return false;
        }
        List<UUID> messages = messagesOf(old);
        handedOn.forget(
                entities.createNamedQuery("Evidence.withdrawnMessages", UUID.class)
                        .setParameter("ids", old)
                        .getResultStream()
                        .filter(messages::contains)
                        .toList());
        attachments.deleteWith(Holder.EVIDENCE, old);
        attachments.deleteWith(Holder.EVIDENCE, messages);
        List<UUID> reports =
                entities.createNamedQuery("Report.idsOfEvidence", UUID.class)
                        .setParameter("ids", old)
                        .getResultList();
        entities.createNamedQuery("Reporter.deleteOfReports")
                .setParameter("reports", reports)
                .executeUpdate();
        for (String query : List.of("Report.deleteOfEvidence", "Evidence.delete")) {
            entities.createNamedQuery(query).setParameter("ids", old).executeUpdate();
        }
        return old.size() == AT_ONCE;
    }

    /**
     * What was withdrawn lies below the identity of its message; as long as there is other evidence
     * of that, it can still be given back.
     */
    private List<UUID> messagesOf(List<UUID> evidence) {
        return entities.createNamedQuery("Evidence.messages", UUID.class)
                .setParameter("ids", evidence)
                .getResultList();
    }
}

package fr.preau.communication.reports;

import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.messages.HandedOn;
import fr.preau.communication.messages.Letter;
import fr.preau.communication.messages.Reply;
import fr.preau.communication.messages.Tidings;
import fr.preau.communication.wording.Wording;
import fr.preau.communication.words.Words;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes a message or what was published from all its readers, and gives it back.
 *
 * <p>In the place of a message stands the sentence that says so. So it is withdrawn on every road
 * at once, those that are built later too: the page, the search, what programs read, what people
 * take home of their data. The words stand in the {@link Evidence} alone.
 */
final class Withdrawing {

    private final EntityManager entities;
    private final Attachments attachments;
    private final HandedOn handedOn;
    private final Publications publications;
    private final ReportNotices notices;

    Withdrawing(
            EntityManager entities,
            Attachments attachments,
            Publications publications,
            ReportNotices notices) {
        this.entities = entities;
        this.attachments = attachments;
        this.handedOn = new HandedOn(entities, attachments);
        this.publications = publications;
        this.notices = notices;
    }

    /**
     * What another case has withdrawn already is withdrawn by this one too, and nobody told anew.
     */
    void withdraw(Evidence evidence, Instant now) {
        if (others(evidence).noneMatch(Evidence::isWithdrawn)) {
            takeFromReaders(evidence, now);
        }
        evidence.withdraw(now);
    }

    private void takeFromReaders(Evidence evidence, Instant now) {
        UUID message = evidence.messageId();
        String address = "/messages";
        if (evidence.kind().isPublication()) {
            Publication publication = publications.of(evidence.kind());
            publication.withdraw(message, now);
            publication.toldAs(message).forEach(notices::silence);
            address = publication.addressForAuthor(message);
        } else {
            handedOn.keep(message);
            put(evidence, Wording.of("withdrawn.subject"), Wording.of("withdrawn.text"), true);
            attachments.goOver(holder(evidence), message, Holder.EVIDENCE, message);
            toldOf(evidence).forEach(notices::silence);
            handedOn.follow(message).stream().map(Tidings::key).forEach(notices::silence);
        }
        notices.withdrawn(evidence, address);
    }

    /** With what the keys of all that was told of a message begin. */
    private List<String> toldOf(Evidence evidence) {
        UUID message = evidence.messageId();
        return evidence.kind() == Evidence.Kind.LETTER
                ? List.of(Tidings.key(message))
                : handedOn.letterOf(message).stream()
                        .map(letter -> Tidings.key(letter, message))
                        .toList();
    }

    /**
     * Gives back what one case has withdrawn. What was changed after its first report can be
     * withdrawn by several, and its readers see it again once none of them withdraws it any more.
     */
    void giveBack(Evidence evidence, Instant now) {
        UUID message = evidence.messageId();
        if (evidence.kind().isPublication()) {
            if (others(evidence).noneMatch(Evidence::isWithdrawn)) {
                publications.of(evidence.kind()).giveBack(message, now);
            }
        } else {
            evidence.giveBack();
            if (others(evidence).anyMatch(Evidence::isWithdrawn)) {
                return;
            }
            if (isThere(evidence)) {
                put(evidence, evidence.subject(), evidence.text(), false);
                attachments.goOver(Holder.EVIDENCE, message, holder(evidence), message);
            } else {
                entities.createNamedQuery("Letter.placeIsShown")
                        .setParameter("letter", message)
                        .executeUpdate();
            }
            handedOn.follow(message);
        }
        evidence.giveBack();
    }

    /**
     * Of the same thing; held, or of two that are given back at once each would wait for the other.
     */
    private Stream<Evidence> others(Evidence evidence) {
        return entities
                .createNamedQuery("Evidence.ofMessage", Evidence.class)
                .setParameter("message", evidence.messageId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(each -> !each.id().equals(evidence.id()));
    }

    /** The case that withdraws the same thing, where this one does not. */
    Optional<UUID> withdrawnByAnother(Evidence evidence) {
        return evidence.isWithdrawn()
                ? Optional.empty()
                : entities.createNamedQuery("Evidence.alsoWithdrawing", UUID.class)
                        .setParameter("message", evidence.messageId())
                        .setParameter("evidence", evidence.id())
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst();
    }

    static Holder holder(Evidence evidence) {
        return evidence.kind() == Evidence.Kind.LETTER ? Holder.LETTER : Holder.REPLY;
    }

    private void put(Evidence evidence, String subject, String text, boolean withdrawn) {
        if (evidence.kind() == Evidence.Kind.REPLY) {
            entities.createNamedQuery("Evidence.putReply")
                    .setParameter("text", text)
                    .setParameter("words", Words.of(text).kept())
                    .setParameter("withdrawn", withdrawn)
                    .setParameter("message", evidence.messageId())
                    .executeUpdate();
            return;
        }
        entities.createNamedQuery("Evidence.putLetter")
                .setParameter("text", text)
                .setParameter("subject", subject)
                .setParameter("words", Words.of(subject, text).kept())
                .setParameter("withdrawn", withdrawn)
                .setParameter("message", evidence.messageId())
                .executeUpdate();
        handedOn.rename(evidence.messageId(), subject);
    }

    /** Its people may have been erased meanwhile. */
    private boolean isThere(Evidence evidence) {
        if (evidence.kind() == Evidence.Kind.REPLY) {
            return entities.find(Reply.class, evidence.messageId()) != null;
        }
        Letter letter = entities.find(Letter.class, evidence.messageId());
        return letter != null && !letter.isOnlyAPlace();
    }
}

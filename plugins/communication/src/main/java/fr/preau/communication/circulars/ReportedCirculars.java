package fr.preau.communication.circulars;

import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.reports.Shown;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Circulars as guardians report them and the school takes them away. What was sealed stays as it
 * is, with the answers it has; it is the ledger that says that nobody reads it any more.
 */
final class ReportedCirculars implements Publication {

    private final EntityManager entities;
    private final Received received;

    ReportedCirculars(EntityManager entities, Received received) {
        this.entities = entities;
        this.received = received;
    }

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.CIRCULAR;
    }

    @Override
    public Optional<Shown> shownTo(Caller reader, UUID thing) {
        return received.isShown(reader, thing) ? published(thing) : Optional.empty();
    }

    @Override
    public Optional<Shown> published(UUID thing) {
        return held(thing)
                .filter(ledger -> !ledger.isWithdrawn())
                .map(ledger -> shown(Objects.requireNonNull(entities.find(Circular.class, thing))));
    }

    private Optional<CircularLedger> held(UUID thing) {
        return Optional.ofNullable(
                entities.find(CircularLedger.class, thing, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Shown shown(Circular circular) {
        String text =
                Stream.concat(
                                Stream.of(circular.text()),
                                circular.questions().stream().map(Question::label))
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining("\n\n"));
        return new Shown(
                new PersonId(circular.authorId()),
                circular.title(),
                text,
                circular.addressedTo(),
                circular.sentAt(),
                List.of());
    }

    @Override
    public String addressForAuthor(UUID thing) {
        return "/circulars/sent/" + thing;
    }

    @Override
    public List<String> toldAs(UUID thing) {
        return CircularNotices.keys(thing);
    }

    @Override
    public void withdraw(UUID thing, Instant now) {
        held(thing).ifPresent(CircularLedger::withdraw);
    }

    @Override
    public void giveBack(UUID thing, Instant now) {
        held(thing).ifPresent(CircularLedger::giveBack);
    }
}

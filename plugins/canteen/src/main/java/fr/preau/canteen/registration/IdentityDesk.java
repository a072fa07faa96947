package fr.preau.canteen.registration;

import fr.preau.api.event.Delivery;
import fr.preau.api.event.Events;
import fr.preau.api.school.Uai;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** What a collège is asked of children, and what it answers. */
final class IdentityDesk {

    private static final ModuleTexts TEXTS = ModuleTexts.of(IdentityDesk.class);

    private final EntityManager entities;
    private final Events events;
    private final WhoRuns who;
    private final Clock clock;

    IdentityDesk(EntityManager entities, Events events, WhoRuns who, Clock clock) {
        this.entities = entities;
        this.events = events;
        this.who = who;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A place asks; a collège that runs its own canteen registers nobody for the Département. */
    void hear(Delivery delivery, IdentityAsked asked) {
        if (delivery.origin().isDepartement() && who.isRunByCollege()) {
            send(
                    delivery.college(),
                    delivery.origin(),
                    new IdentityAnswered(
                            asked.child(), false, TEXTS.text("identity.own-canteen"), ""));
            return;
        }
        IdentityRequest there =
                entities.find(IdentityRequest.class, asked.child(), LockModeType.PESSIMISTIC_WRITE);
        if (there == null) {
            entities.persist(new IdentityRequest(asked, delivery.origin(), now()));
        } else {
            there.ask(asked, now());
        }
    }

    /**
     * Answers what waits.
     *
     * @param here the place where it is looked at
     * @param reason why not, empty where it is accepted
     * @return whether it did wait
     */
    boolean answer(Uai here, UUID id, Check answer, String reason, String by) {
        Optional<IdentityRequest> waiting =
                Optional.ofNullable(
                                entities.find(
                                        IdentityRequest.class, id, LockModeType.PESSIMISTIC_WRITE))
                        .filter(request -> request.state() == Check.WAITING);
        waiting.ifPresent(
                request -> {
                    request.answer(answer, reason, by, now());
                    send(
                            here,
                            request.askedBy(),
                            new IdentityAnswered(id, answer == Check.ACCEPTED, reason, by));
                });
        return waiting.isPresent();
    }

    private void send(Uai here, Uai place, IdentityAnswered answer) {
        Places.tell(events, here, place, answer, answer.child().toString());
    }
}

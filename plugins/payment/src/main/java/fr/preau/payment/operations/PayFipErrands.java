package fr.preau.payment.operations;

import fr.preau.api.event.Asked;
import fr.preau.api.event.Delivery;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.text.ModuleTexts;
import fr.preau.api.web.Site;
import fr.preau.api.web.WebRequest;
import fr.preau.payment.debts.Debt;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.payfip.PayFip;
import fr.preau.payment.payfip.PayFipAnswer;
import fr.preau.payment.payfip.PayFipFault;
import fr.preau.payment.payfip.PaymentOrder;
import fr.preau.payment.payfip.PaymentResult;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What PayFiP is asked, and what its answers change. Nothing is held open while it thinks, and
 * every answer may come twice.
 */
final class PayFipErrands {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * After a night PayFiP has deleted what nobody paid; before, it may have said so by mistake.
     */
    private static final Duration A_NIGHT = Duration.ofHours(24);

    /** Whoever waits for a number longer than that has gone. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final ModuleTexts TEXTS = ModuleTexts.of(PayFipErrands.class);

    private static final String SUBJECT = "Preau - paiement";

    private final EntityManager entities;
    private final Events events;
    private final Site site;
    private final Clock clock;

    /**
     * @param site where PayFiP reaches the pages of this module
     */
    PayFipErrands(EntityManager entities, Events events, Site site, Clock clock) {
        this.entities = entities;
        this.events = events;
        this.site = site;
        this.clock = clock;
    }

    List<Listener<?>> listeners() {
        return List.of(
                Listener.asking(
                        OperationBegun.NAME, OperationBegun.class, this::order, this::isBegun),
                Listener.asking(
                        ResultWanted.NAME, ResultWanted.class, this::question, this::isAnswered));
    }

    private WebRequest order(Delivery delivery, OperationBegun fact) {
        Operation operation = find(fact.operation());
        Regie regie = Objects.requireNonNull(entities.find(Regie.class, operation.regieId()));
        return PayFip.create(
                new PaymentOrder(
                        LocalDate.ofInstant(operation.createdAt(), PARIS).getYear(),
                        operation.mail(),
                        operation.cents(),
                        regie.client(),
                        SUBJECT,
                        operation.reference(),
                        operation.saisie(),
                        site.page(delivery.college(), "/notifications"),
                        site.page(delivery.college(), "/back")));
    }

    private void isBegun(Delivery delivery, OperationBegun fact, Asked asked) {
        Operation operation = lock(fact.operation());
        PayFipAnswer<String> answer = PayFip.created(asked);
        if (operation.createdAt().plus(FRESH).isBefore(clock.instant())) {
            // Its debts may be on their way with another one by now, and nobody has seen a number.
            operation.fail(TEXTS.text("strange.late"), clock.instant());
        } else if (answer instanceof PayFipAnswer.Given<String> given) {
            operation.open(given.value(), clock.instant());
        } else if (answer instanceof PayFipAnswer.Refused<String> refused) {
            operation.fail(words(refused.fault()), clock.instant());
        } else if (answer instanceof PayFipAnswer.Unclear<String> unclear) {
            operation.fail(unclear.reason(), clock.instant());
        }
    }

    private static String words(PayFipFault fault) {
        return (fault.code() + " " + fault.words()).strip();
    }

    private WebRequest question(Delivery delivery, ResultWanted fact) {
        return PayFip.askResult(find(fact.operation()).number().orElseThrow());
    }

    private void isAnswered(Delivery delivery, ResultWanted fact, Asked asked) {
        Operation operation = lock(fact.operation());
        operation.isAnswered();
        PayFipAnswer<PaymentResult> answer = PayFip.result(asked);
        if (answer instanceof PayFipAnswer.Given<PaymentResult> given) {
            operation.isKnown();
            take(operation, given.value());
        } else if (answer instanceof PayFipAnswer.Refused<PaymentResult> refused) {
            hear(operation, refused.fault());
        }
        // Whatever else it is, the next time of the job asks again.
    }

    private void hear(Operation operation, PayFipFault fault) {
        if (fault.is(PayFipFault.NO_RESULT_YET)) {
            operation.isKnown();
        } else if (fault.is(PayFipFault.UNKNOWN_OPERATION) && isOld(operation)) {
            operation.isUnknown(clock.instant());
        }
    }

    private boolean isOld(Operation operation) {
        return operation
                .openedAt()
                .filter(opened -> opened.plus(A_NIGHT).isBefore(clock.instant()))
                .isPresent();
    }

    private void take(Operation operation, PaymentResult result) {
        Map<UUID, Debt> debts = new HashMap<>();
        Bookkeeping.take(operation, result, () -> hold(operation, debts), clock.instant())
                .forEach(
                        booking -> {
                            entities.persist(booking);
                            booking.debt().map(debts::get).ifPresent(debt -> tell(booking, debt));
                        });
    }

    private Bookkeeping.Held hold(Operation operation, Map<UUID, Debt> debts) {
        List<OperationPart> parts =
                entities.createNamedQuery("OperationPart.of", OperationPart.class)
                        .setParameter("operation", operation.id())
                        .getResultList();
        debts.putAll(lockDebts(parts));
        return new Bookkeeping.Held(parts, debts);
    }

    private void tell(Booking booking, Debt debt) {
        events.publish(
                new DebtPaid(
                        debt.id(), debt.owner(), debt.reference(), booking.cents(), debt.left()),
                debt.id().toString());
    }

    private Map<UUID, Debt> lockDebts(List<OperationPart> parts) {
        return entities
                .createNamedQuery("Debt.byIds", Debt.class)
                .setParameter("ids", parts.stream().map(OperationPart::debtId).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Debt::id, Function.identity()));
    }

    private Operation find(UUID id) {
        return Objects.requireNonNull(entities.find(Operation.class, id), "an operation stays");
    }

    private Operation lock(UUID id) {
        return Objects.requireNonNull(
                entities.find(Operation.class, id, LockModeType.PESSIMISTIC_WRITE),
                "an operation stays");
    }
}

package fr.preau.payment.operations;

import fr.preau.api.event.Events;
import fr.preau.api.route.Refusal;
import fr.preau.api.text.ModuleTexts;
import fr.preau.payment.debts.Debt;
import fr.preau.payment.debts.Regie;
import fr.preau.payment.payfip.PaymentOrder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins operations, and asks what became of them. */
final class Paying {

    /**
     * So long after it was begun an operation keeps its debts to itself: its page can be opened for
     * 15 minutes, and whoever pays has finished soon after.
     */
    static final Duration RESERVED = Duration.ofMinutes(30);

    /** An operation that has no number by then gets none: nobody was shown one. */
    private static final Duration STUCK = Duration.ofHours(1);

    /** So long a question may wait for its answer; then it is asked again. */
    private static final Duration UNANSWERED = Duration.ofMinutes(5);

    /** So many operations are asked for at one run of the job. */
    private static final int AT_ONCE = 200;

    private static final ModuleTexts TEXTS = ModuleTexts.of(Paying.class);

    private final EntityManager entities;
    private final Events events;
    private final Clock clock;

    Paying(EntityManager entities, Events events, Clock clock) {
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an operation, or finds the one that the same form has begun.
     *
     * @throws Refusal when a debt is not this payer's, lacks less than is to be paid, is being paid
     *     already, or its régie takes no payments
     */
    Operation begin(Basket basket) {
        // First of all: what is read before the debts are held is of the time before.
        List<Debt> debts = lock(basket);
        Operation before = entities.find(Operation.class, basket.key());
        if (before != null) {
            return requireSame(before, basket);
        }
        requirePayer(basket);
        Regie regie = regieOf(debts);
        requireFree(basket, debts);
        requirePayable(basket.cents());
        Operation operation =
                new Operation(
                        basket.key(),
                        regie,
                        basket.payer(),
                        basket.mail(),
                        basket.cents(),
                        clock.instant());
        entities.persist(operation);
        basket.parts()
                .forEach(
                        (debt, cents) ->
                                entities.persist(new OperationPart(operation.id(), debt, cents)));
        events.publish(new OperationBegun(operation.id()), operation.id().toString());
        return operation;
    }

    /** The form that began it, pressed once more. */
    private Operation requireSame(Operation operation, Basket basket) {
        if (!operation.payer().equals(basket.payer())) {
            throw Refusal.notFound();
        }
        boolean same = partsOf(operation).equals(basket.parts()) && operation.state().isUnderWay();
        if (!same) {
            throw refused(
                    "form-used",
                    "Ce choix a déjà servi",
                    "Un paiement a déjà été commencé avec cette page : revenez aux sommes à payer"
                            + " et choisissez à nouveau. Rien de plus n’a été débité.");
        }
        return operation;
    }

    private Map<UUID, Integer> partsOf(Operation operation) {
        return entities
                .createNamedQuery("OperationPart.of", OperationPart.class)
                .setParameter("operation", operation.id())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(OperationPart::debtId, OperationPart::cents));
    }

    private void requirePayer(Basket basket) {
        long theirs =
                entities.createNamedQuery("DebtPayer.count", Long.class)
                        .setParameter("debts", basket.parts().keySet())
                        .setParameter("payer", basket.payer())
                        .getSingleResult();
        if (theirs != basket.parts().size()) {
            throw Refusal.notFound();
        }
    }

    /** In one order for everybody, so that nobody holds what another one waits for. */
    private List<Debt> lock(Basket basket) {
        Set<UUID> wanted = basket.parts().keySet();
        if (wanted.isEmpty()) {
            throw refused(
                    "nothing-chosen",
                    TEXTS.text("debts.choose.none"),
                    TEXTS.text("debts.choose.problem"));
        }
        List<Debt> debts =
                entities.createNamedQuery("Debt.byIds", Debt.class)
                        .setParameter("ids", wanted)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        if (debts.size() != wanted.size()) {
            throw Refusal.notFound();
        }
        return debts;
    }

    private Regie regieOf(List<Debt> debts) {
        Set<UUID> regies = debts.stream().map(Debt::regieId).collect(Collectors.toSet());
        if (regies.size() > 1) {
            throw refused(
                    "several-regies",
                    "Deux paiements sont nécessaires",
                    "Ces sommes vont à des caisses différentes : payez-les l’une après l’autre.");
        }
        Regie regie = entities.find(Regie.class, regies.iterator().next());
        if (regie == null || !regie.isOpen()) {
            throw refused(
                    "regie-closed",
                    "Le paiement en ligne est fermé",
                    "Cette caisse ne prend pas de paiement en ligne en ce moment. Rien n’a été"
                            + " débité.");
        }
        return regie;
    }

    private void requireFree(Basket basket, List<Debt> debts) {
        for (Debt debt : debts) {
            Integer cents = basket.parts().get(debt.id());
            if (cents == null || cents <= 0 || cents > debt.left()) {
                throw refused(
                        "amount-changed",
                        "Le montant a changé",
                        "Cette somme n’est plus celle qui reste à payer : regardez à nouveau avant"
                                + " de payer. Rien n’a été débité.");
            }
        }
        Map<UUID, Integer> reserved =
                entities
                        .createNamedQuery("OperationPart.underWay", OperationPart.class)
                        .setParameter("debts", basket.parts().keySet())
                        .setParameter("states", OperationState.UNDER_WAY)
                        .setParameter("since", clock.instant().minus(RESERVED))
                        .getResultList()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        OperationPart::debtId, OperationPart::cents, Integer::sum));
        for (Debt debt : debts) {
            int free = debt.left() - reserved.getOrDefault(debt.id(), 0);
            if (basket.parts().getOrDefault(debt.id(), 0) > free) {
                throw refused(
                        "being-paid",
                        "Un paiement est en cours",
                        "Un paiement de cette somme a été commencé il y a moins d’une demi-heure."
                                + " Attendez son résultat : personne ne paie deux fois.");
            }
        }
    }

    private static void requirePayable(int cents) {
        if (cents < PaymentOrder.LEAST || cents > PaymentOrder.MOST) {
            throw refused(
                    "amount-not-payable",
                    "Ce montant ne se paie pas en ligne",
                    "Le paiement en ligne prend de 1 € à 99 999,99 €.");
        }
    }

    private static Refusal refused(String type, String title, String text) {
        return new Refusal(409, type, title, text);
    }

    /**
     * Somebody says that something happened to an operation. They may be anybody: it is a reason to
     * ask PayFiP, and no more.
     */
    void hint(String number) {
        find(number).ifPresent(this::hint);
    }

    private Optional<Operation> find(String number) {
        return entities.createNamedQuery("Operation.byNumber", Operation.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** An operation of this payer, as PayFiP calls it. */
    Optional<Operation> byNumber(String number, UUID payer) {
        return find(number).filter(operation -> operation.payer().equals(payer));
    }

    /** The payer is back, or wants to know. */
    void hint(Operation operation) {
        Instant now = clock.instant();
        if (operation.takesHint(now)) {
            operation.isAskedBetween(now);
            publish(operation);
        }
    }

    /**
     * Asks about the operations that are due.
     *
     * @return whether there are more
     */
    boolean askDue() {
        Instant now = clock.instant();
        entities.createNamedQuery("Operation.stuck", Operation.class)
                .setParameter("asked", OperationState.ASKED)
                .setParameter("before", now.minus(STUCK))
                .setMaxResults(AT_ONCE)
                .getResultList()
                .forEach(operation -> operation.fail(TEXTS.text("strange.unreachable"), now));
        List<Operation> due =
                entities.createNamedQuery("Operation.due", Operation.class)
                        .setParameter("now", now)
                        .setParameter("given", now.minus(UNANSWERED))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        for (Operation operation : due) {
            operation.isAsked(now);
            publish(operation);
        }
        return due.size() == AT_ONCE;
    }

    private void publish(Operation operation) {
        events.publish(new ResultWanted(operation.id()), operation.id().toString());
    }

    /** An operation of this payer. */
    Optional<Operation> find(UUID id, UUID payer) {
        return Optional.ofNullable(entities.find(Operation.class, id))
                .filter(operation -> operation.payer().equals(payer));
    }
}

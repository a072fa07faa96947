package fr.preau.payment.debts;

import fr.preau.api.data.NewIds;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The debts of a place, for the modules that raise them. */
public final class DebtBook implements Debts {

    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_WORDS = 200;

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;

    public DebtBook(EntityManager entities, NewIds ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void raise(List<NewDebt> debts) {
        debts.forEach(NewDebt::check);
        Map<String, List<NewDebt>> byOwner =
                debts.stream().collect(Collectors.groupingBy(NewDebt::owner));
        Map<String, Regie> regies = new HashMap<>();
        byOwner.forEach((owner, wanted) -> raise(owner, wanted, regies));
    }

    private void raise(String owner, List<NewDebt> debts, Map<String, Regie> regies) {
        Map<String, Debt> there = new HashMap<>();
        of(owner, debts.stream().map(NewDebt::reference).toList())
                .forEach(debt -> there.put(debt.reference(), debt));
        for (NewDebt wanted : debts) {
            Debt before = there.get(wanted.reference());
            if (before != null) {
                requireSame(before, wanted);
                continue;
            }
            Regie regie = regies.computeIfAbsent(wanted.client(), this::regie);
            Debt debt = new Debt(ids.next(), regie.id(), wanted, clock.instant());
            entities.persist(debt);
            there.put(wanted.reference(), debt);
            int place = 1;
            for (NewDebt.Line line : wanted.lines()) {
                entities.persist(new DebtLine(debt.id(), place, line.words(), line.cents()));
                place++;
            }
            for (UUID payer : Set.copyOf(wanted.payers())) {
                entities.persist(new DebtPayer(debt.id(), payer));
            }
        }
    }

    private List<Debt> of(String owner, List<String> references) {
        return entities.createNamedQuery("Debt.ofOwner", Debt.class)
                .setParameter("owner", owner)
                .setParameter("references", references)
                .getResultList();
    }

    private void requireSame(Debt debt, NewDebt wanted) {
        List<NewDebt.Line> lines =
                entities
                        .createNamedQuery("DebtLine.of", DebtLine.class)
                        .setParameter("debt", debt.id())
                        .getResultList()
                        .stream()
                        .map(DebtLine::line)
                        .toList();
        if (debt.cents() != wanted.cents() || !lines.equals(wanted.lines())) {
            throw new IllegalArgumentException(
                    wanted.reference() + " was raised before, with another content");
        }
    }

    private Regie regie(String client) {
        return entities.createNamedQuery("Regie.ofClient", Regie.class)
                .setParameter("client", client)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no régie has the contract " + client));
    }

    @Override
    public int credit(Credit credit) {
        if (credit.cents() <= 0
                || credit.key().isBlank()
                || credit.key().length() > LONGEST_KEY
                || credit.words().isBlank()
                || credit.words().length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("nothing is taken back so: " + credit);
        }
        Debt debt =
                held(credit.owner(), credit.reference())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                credit.reference() + " was never raised"));
        DebtCredit before =
                entities.find(DebtCredit.class, new DebtCredit.Key(debt.id(), credit.key()));
        if (before != null) {
            return before.cents();
        }
        int taken = Math.min(credit.cents(), debt.left());
        if (taken > 0) {
            debt.credit(taken);
            entities.persist(
                    new DebtCredit(
                            debt.id(), credit.key(), taken, credit.words(), clock.instant()));
        }
        return taken;
    }

    private Optional<Debt> held(String owner, String reference) {
        return entities.createNamedQuery("Debt.ofOwner", Debt.class)
                .setParameter("owner", owner)
                .setParameter("references", List.of(reference))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Standing> standings(String owner, List<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return of(owner, references).stream().map(Debt::standing).toList();
    }

    @Override
    public List<Taker> regies() {
        return entities.createNamedQuery("Regie.all", Regie.class)
                .getResultStream()
                .map(Regie::taker)
                .toList();
    }
}

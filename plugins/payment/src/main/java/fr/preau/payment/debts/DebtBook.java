package fr.preau.payment.debts;

import fr.preau.api.data.NewIds;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    public void raise(NewDebt wanted) {
        wanted.check();
        Optional<Debt> there = find(wanted.owner(), wanted.reference(), null);
        if (there.isPresent()) {
            requireSame(there.get(), wanted);
            return;
        }
        Debt debt = new Debt(ids.next(), regie(wanted.client()).id(), wanted, clock.instant());
        entities.persist(debt);
        int place = 1;
        for (NewDebt.Line line : wanted.lines()) {
            entities.persist(new DebtLine(debt.id(), place, line.words(), line.cents()));
            place++;
        }
        for (UUID payer : Set.copyOf(wanted.payers())) {
            entities.persist(new DebtPayer(debt.id(), payer));
        }
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
                find(credit.owner(), credit.reference(), LockModeType.PESSIMISTIC_WRITE)
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

    private Optional<Debt> find(String owner, String reference, @Nullable LockModeType lock) {
        return entities.createNamedQuery("Debt.ofOwner", Debt.class)
                .setParameter("owner", owner)
                .setParameter("references", List.of(reference))
                .setLockMode(lock == null ? LockModeType.NONE : lock)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Standing> standings(String owner, List<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        return entities
                .createNamedQuery("Debt.ofOwner", Debt.class)
                .setParameter("owner", owner)
                .setParameter("references", references)
                .getResultList()
                .stream()
                .map(Debt::standing)
                .toList();
    }
}

package fr.preau.canteen.billing;

import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.service.Services;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Billing from its beginning to the last invoice that is out. */
final class BillingRuns {

    private static final ModuleTexts TEXTS = ModuleTexts.of(BillingRuns.class);

    private static final int DELETED_AT_ONCE = 500;

    private final EntityManager entities;
    private final Preparing preparing;
    private final Issuing issuing;
    private final Events events;
    private final Services services;
    private final Clock clock;

    BillingRuns(
            EntityManager entities,
            Preparing preparing,
            Issuing issuing,
            Events events,
            Services services,
            Clock clock) {
        this.entities = entities;
        this.preparing = preparing;
        this.issuing = issuing;
        this.events = events;
        this.services = services;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), SchoolCalendar.ZONE);
    }

    /** The latest first. */
    List<BillingRun> all(int most) {
        return entities.createNamedQuery("BillingRun.all", BillingRun.class)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<BillingRun> open() {
        return entities.createNamedQuery("BillingRun.open", BillingRun.class)
                .getResultStream()
                .findFirst();
    }

    BillingRun find(UUID id) {
        return Optional.ofNullable(entities.find(BillingRun.class, id))
                .orElseThrow(Refusal::notFound);
    }

    /** Who takes the money here; nobody where payment does not answer. */
    List<Debts.Regie> regies() {
        return services.find(Debts.NAME, Debts.class).map(Debts::regies).orElse(List.of());
    }

    /** What keeps a run from beginning, by field. */
    Violations problems(RunInput input) {
        Violations problems = Violations.none();
        if (input.last().isBefore(input.first())) {
            problems = problems.and(Violations.of("last", TEXTS.text("billing.problem.order")));
        } else if (!SchoolYear.of(input.first()).equals(SchoolYear.of(input.last()))) {
            problems = problems.and(Violations.of("last", TEXTS.text("billing.problem.year")));
        }
        if (!input.last().isBefore(today())) {
            problems =
                    problems.and(
                            Violations.of(
                                    "last",
                                    TEXTS.text(
                                            "billing.problem.over",
                                            FrenchDays.day(today().minusDays(1)))));
        }
        if (!input.due().isAfter(today())) {
            problems = problems.and(Violations.of("due", TEXTS.text("billing.problem.due")));
        }
        if (regies().stream().noneMatch(regie -> regie.client().equals(input.regie()))) {
            problems = problems.and(Violations.of("regie", TEXTS.text("billing.problem.regie")));
        }
        return problems;
    }

    /**
     * Begins a run; the same form again is the same run.
     *
     * @throws Refusal where another one is open
     */
    BillingRun begin(RunInput input, String by) {
        holdAll();
        BillingRun before = entities.find(BillingRun.class, input.key());
        if (before != null) {
            return before;
        }
        if (open().isPresent()) {
            throw refused("billing-open", "billing.open");
        }
        Period period = new Period(input.first(), input.last());
        BillingRun run = new BillingRun(input, period, preparing.households(period), by, now());
        entities.persist(run);
        goOn(run);
        return run;
    }

    private static Refusal refused(String type, String key) {
        return new Refusal(409, type, TEXTS.text(key + ".title"), TEXTS.text(key + ".detail"));
    }

    private void goOn(BillingRun run) {
        events.publish(new BillsWanted(run.id()), run.id().toString());
    }

    /**
     * Holds billing at this place until the end of the work: nobody begins a run while a meal is
     * credited by hand, which would credit it twice.
     */
    void holdAll() {
        entities.createNamedQuery("Numbering.begin")
                .setParameter(1, Invoice.Kind.CREDIT.name())
                .setParameter(2, 0)
                .executeUpdate();
        entities.find(
                Numbering.class,
                new Numbering.Key(Invoice.Kind.CREDIT, 0),
                LockModeType.PESSIMISTIC_WRITE);
    }

    /** No run may be open while something is credited by hand. */
    void requireNoneOpen() {
        holdAll();
        if (open().isPresent()) {
            throw refused("billing-open", "billing.open");
        }
    }

    private BillingRun hold(UUID id) {
        return Optional.ofNullable(
                        entities.find(BillingRun.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(Refusal::notFound);
    }

    /** Its invoices go out; said twice, once. */
    void issue(UUID id, String by) {
        BillingRun run = hold(id);
        if (run.state() == RunState.DROPPED || run.state() == RunState.PREPARING) {
            throw refused("billing-not-ready", "billing.not-ready");
        }
        if (run.state() == RunState.READY) {
            if (!services.isAvailable(Debts.NAME)) {
                throw refused("billing-no-payment", "billing.no-payment");
            }
            long invoices =
                    entities.createNamedQuery("Invoice.countOfRun", Long.class)
                            .setParameter("run", id)
                            .getSingleResult();
            run.issue(Math.toIntExact(invoices), by);
            goOn(run);
        }
    }

    /** It is thrown away before anything is out; said twice, once. */
    void drop(UUID id) {
        BillingRun run = hold(id);
        if (run.state() == RunState.ISSUING || run.state() == RunState.ISSUED) {
            throw refused("billing-out", "billing.out");
        }
        if (run.state() != RunState.DROPPED) {
            run.drop();
            List<UUID> drafts = drafts(id);
            while (!drafts.isEmpty()) {
                for (String query : List.of("InvoiceLine.delete", "Invoice.delete")) {
                    entities.createNamedQuery(query).setParameter("ids", drafts).executeUpdate();
                }
                drafts = drafts(id);
            }
        }
    }

    private List<UUID> drafts(UUID run) {
        return entities.createNamedQuery("Invoice.draftIds", UUID.class)
                .setParameter("run", run)
                .setMaxResults(DELETED_AT_ONCE)
                .getResultList();
    }

    /**
     * Whoever fears that it has stopped has it go on; a portion that waits already does no harm.
     */
    void wake(UUID id) {
        BillingRun run = hold(id);
        if (run.state().isWorking()) {
            goOn(run);
        }
    }

    Listener<?> listener() {
        return Listener.to(BillsWanted.class, (delivery, fact) -> portion(fact.run()));
    }

    private void portion(UUID id) {
        BillingRun run = entities.find(BillingRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || !run.state().isWorking()) {
            return;
        }
        boolean more =
                run.state() == RunState.PREPARING ? preparing.portion(run) : issuing.portion(run);
        if (more) {
            goOn(run);
        }
    }
}

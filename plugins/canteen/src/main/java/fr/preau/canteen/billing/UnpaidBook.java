package fr.preau.canteen.billing;

import fr.preau.api.event.Listener;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is still to be paid, as payments and credit notes lower it; its payers are reminded a week
 * after the day on which it was due, and two weeks later once more.
 */
final class UnpaidBook {

    /** Days after the due day: of the first reminder, and of the second. */
    static final List<Integer> REMINDERS = List.of(7, 21);

    private static final ModuleTexts TEXTS = ModuleTexts.of(UnpaidBook.class);

    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final Notices notices;
    private final Clock clock;

    UnpaidBook(EntityManager entities, Notices notices, Clock clock) {
        this.entities = entities;
        this.notices = notices;
        this.clock = clock;
    }

    void add(List<Invoice> issued) {
        issued.stream()
                .filter(invoice -> invoice.cents() > 0)
                .forEach(invoice -> entities.persist(new Unpaid(invoice)));
    }

    /** Some of it was paid or taken back; what is not there any more was paid before. */
    void lower(String reference, int cents) {
        entities.createNamedQuery("Unpaid.byReference", Unpaid.class)
                .setParameter("reference", reference)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(unpaid -> !unpaid.lower(cents))
                .forEach(entities::remove);
    }

    Listener<?> listener() {
        return Listener.to(
                DebtPaid.class,
                (delivery, fact) -> {
                    if (fact.owner().equals(Issuing.OWNER)) {
                        lower(fact.reference(), fact.cents());
                    }
                });
    }

    Job job(String name) {
        return Job.daily(name, LocalTime.of(8, 10), this::remind);
    }

    private void remind(JobRun run) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, SchoolCalendar.ZONE);
        // The second one first, so that nobody gets both on one day.
        for (int sent = REMINDERS.size() - 1; sent >= 0; sent--) {
            List<Unpaid> some =
                    entities.createNamedQuery("Unpaid.toRemind", Unpaid.class)
                            .setParameter("reminders", sent)
                            .setParameter("due", today.minusDays(REMINDERS.get(sent)))
                            .setMaxResults(AT_ONCE)
                            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                            .getResultList();
            some.forEach(unpaid -> remind(unpaid, now));
            if (some.size() == AT_ONCE) {
                run.moreToDo();
                return;
            }
        }
    }

    private void remind(Unpaid unpaid, Instant now) {
        unpaid.remind(now);
        if (unpaid.hasAccount()) {
            notices.tell(
                    Notice.of(
                            Issuing.NOTICE,
                            "reminder-" + unpaid.reminders() + "-" + unpaid.invoice(),
                            TEXTS.text("unpaid.notice." + unpaid.reminders(), unpaid.reference()),
                            "/invoices/" + unpaid.invoice()),
                    new PersonId(unpaid.payerAccount()));
        }
    }
}

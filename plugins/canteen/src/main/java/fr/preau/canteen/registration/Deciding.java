package fr.preau.canteen.registration;

import fr.preau.api.event.Events;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.place.Weekdays;
import fr.preau.canteen.tariff.TaxNotice;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of an application that was sent: the collège of each child says who it is, who runs
 * the canteen looks at the quotient, and once all of that is accepted its children are registered.
 */
final class Deciding {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Deciding.class);

    /** As the manifest declares it. */
    private static final String NOTICE = "registration";

    private final EntityManager entities;
    private final Events events;
    private final Notices notices;
    private final Clock clock;

    Deciding(EntityManager entities, Events events, Notices notices, Clock clock) {
        this.entities = entities;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * An application that is looked at, held; empty where its guardian has it, or it is decided.
     */
    Optional<Application> hold(UUID id) {
        return Optional.ofNullable(
                        entities.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(application -> application.state() == ApplicationState.SENT);
    }

    List<ApplicationChild> children(Application application) {
        return entities.createNamedQuery("ApplicationChild.of", ApplicationChild.class)
                .setParameter("applications", List.of(application.id()))
                .getResultList();
    }

    /**
     * Its quotient is right, and nothing of before is unpaid.
     *
     * @param here the place that decides
     */
    void accept(Uai here, Application application, String by) {
        application.accept(by, now());
        decideIfReady(here, application);
    }

    /** The figures are put right by what the tax notice says. */
    void correct(Application application, TaxNotice notice) {
        application.declare(notice);
    }

    /** Its guardian puts it right. */
    void refuse(Application application, String reason, String by) {
        application.refuse(reason, by, now());
        tellRefused(application);
    }

    /** A collège has looked at a child; what it says of one that is gone or decided is late. */
    void hear(Uai here, IdentityAnswered answer) {
        ApplicationChild child = entities.find(ApplicationChild.class, answer.child());
        Application application = child == null ? null : hold(child.application()).orElse(null);
        if (child == null || application == null || child.check() != Check.WAITING) {
            return;
        }
        if (answer.accepted()) {
            child.accept(answer.by());
            decideIfReady(here, application);
        } else {
            child.refuse(answer.reason(), answer.by());
            application.openAgain(now());
            tellRefused(application);
        }
    }

    private void tellRefused(Application application) {
        notices.tell(
                Notice.of(
                        NOTICE,
                        "refused-" + application.id() + "-" + application.version(),
                        TEXTS.text("registration.notice.refused"),
                        "/registrations"),
                application.guardian());
    }

    private void decideIfReady(Uai here, Application application) {
        List<ApplicationChild> children = children(application);
        boolean ready =
                application.check() == Check.ACCEPTED
                        && children.stream().allMatch(child -> child.check() == Check.ACCEPTED);
        if (!ready) {
            return;
        }
        LocalDate tomorrow = LocalDate.ofInstant(now(), SchoolCalendar.ZONE).plusDays(1);
        LocalDate first = application.year().firstDay();
        for (ApplicationChild child : children) {
            child.decide(tomorrow.isAfter(first) ? tomorrow : first, now());
            tell(here, child);
        }
        application.decide(now());
        notices.tell(
                Notice.of(
                        NOTICE,
                        "decided-" + application.id(),
                        TEXTS.text("registration.notice.decided"),
                        "/registrations"),
                application.guardian());
    }

    /** The collège has one more at table. */
    private void tell(Uai here, ApplicationChild child) {
        RegisteredChild registered = child.registered();
        DinerRegistered fact =
                new DinerRegistered(
                        registered.id(),
                        registered.pupil().value(),
                        registered.name(),
                        child.className(),
                        Weekdays.written(registered.days()),
                        registered.from(),
                        registered.year().lastDay());
        Places.tell(events, here, registered.college(), fact, registered.id().toString());
    }
}

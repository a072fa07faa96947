package fr.preau.canteen.registration;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.FamilyChild;
import fr.preau.api.event.Events;
import fr.preau.api.files.FileStore;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.rules.RuleBook;
import fr.preau.canteen.rules.Terms;
import fr.preau.canteen.tariff.TaxNotice;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a guardian does with an application: begins it, fills in its steps, sends it. */
final class Registering {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Registering.class);

    private final EntityManager entities;
    private final RuleBook rules;
    private final Events events;
    private final FileStore files;
    private final NewIds ids;
    private final Clock clock;

    Registering(
            EntityManager entities,
            RuleBook rules,
            Events events,
            FileStore files,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.rules = rules;
        this.events = events;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    /** As exact as the tables are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The rules by which an application is filled in. */
    Terms terms(Application application) {
        return rules.of(application.year()).orElseThrow(Refusal::notFound);
    }

    List<Application> of(PersonId guardian) {
        return entities.createNamedQuery("Application.ofGuardian", Application.class)
                .setParameter("guardian", guardian.value())
                .getResultList();
    }

    /** The children of several applications, by application. */
    Map<UUID, List<ApplicationChild>> children(Collection<UUID> applications) {
        return applications.isEmpty()
                ? Map.of()
                : entities.createNamedQuery("ApplicationChild.of", ApplicationChild.class)
                        .setParameter("applications", List.copyOf(applications))
                        .getResultStream()
                        .collect(Collectors.groupingBy(ApplicationChild::application));
    }

    List<ApplicationChild> children(Application application) {
        return children(List.of(application.id())).getOrDefault(application.id(), List.of());
    }

    /**
     * The application of this guardian that can be changed; a new one for the school year for which
     * one registers now, if there is none.
     *
     * @throws Refusal where no campaign has begun
     */
    Application begin(Caller guardian) {
        Terms terms = rules.registering(today()).orElseThrow(Registering::closed);
        Instant now = now();
        entities.createNamedQuery("Application.begin")
                .setParameter(1, ids.next().toString())
                .setParameter(2, terms.year().begins())
                .setParameter(3, guardian.person().toString())
                .setParameter(4, guardian.displayName())
                .setParameter(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(6, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        return of(guardian.person()).stream()
                .filter(application -> application.state().isOpen())
                .filter(application -> application.year().equals(terms.year()))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal closed() {
        return refused("registration-closed", "registration.closed");
    }

    private static Refusal refused(String type, String key) {
        return new Refusal(409, type, TEXTS.text(key + ".title"), TEXTS.text(key + ".detail"));
    }

    /** One that the caller may read. */
    Application own(Request request, UUID id) {
        Application application = entities.find(Application.class, id);
        if (application == null || !application.guardian().equals(request.caller().person())) {
            throw Refusal.notFound();
        }
        return application;
    }

    /** One that the caller may change, held until the end of the work. */
    Application hold(Request request, UUID id) {
        Application application = own(request, id);
        entities.refresh(application, LockModeType.PESSIMISTIC_WRITE);
        if (!application.state().isOpen()) {
            throw refused("registration-sent", "registration.sent");
        }
        return application;
    }

    /** The children that others register for this school year. */
    Set<UUID> registeredElsewhere(Application application, Collection<UUID> pupils) {
        return registeredElsewhere(application, pupils, LockModeType.NONE);
    }

    private Set<UUID> registeredElsewhere(
            Application application, Collection<UUID> pupils, LockModeType lock) {
        return pupils.isEmpty()
                ? Set.of()
                : entities.createNamedQuery("ApplicationChild.registered", ApplicationChild.class)
                        .setParameter("year", application.year().begins())
                        .setParameter("pupils", List.copyOf(pupils))
                        .setParameter("application", application.id())
                        .setLockMode(lock)
                        .getResultStream()
                        .map(child -> child.pupil().value())
                        .collect(Collectors.toSet());
    }

    /** Step 1. Children that stay keep their days. */
    void choose(Application application, List<FamilyChild> chosen) {
        Map<UUID, ApplicationChild> there = new HashMap<>();
        children(application).forEach(child -> there.put(child.pupil().value(), child));
        int added = 0;
        for (FamilyChild child : chosen) {
            if (there.remove(child.child().pupil().id().value()) == null) {
                entities.persist(new ApplicationChild(ids.next(), application, child));
                added++;
            }
        }
        there.values().forEach(entities::remove);
        application.fillIn(Step.CHILDREN, now());
        if (added > 0) {
            application.goBackTo(Step.CHILDREN, now()); // they eat on no day yet
        }
    }

    /** Step 2. */
    void eat(
            Application application,
            List<ApplicationChild> children,
            Function<UUID, Set<DayOfWeek>> days) {
        children.forEach(child -> child.eatsOn(days.apply(child.id())));
        application.fillIn(Step.DAYS, now());
    }

    /** Step 3, by a tax notice. What was accepted is looked at again if it says something else. */
    void declare(Application application, TaxNotice notice, QuotientInput input) {
        boolean same = application.taxNotice().filter(notice::equals).isPresent();
        application.declare(notice);
        if (input.notice() != null) {
            dropFile(application);
            application.attach(files.keep(input.notice()).id());
        }
        if (!same || input.notice() != null) {
            application.waitAgain();
        }
        application.fillIn(Step.QUOTIENT, now());
    }

    /** Step 3, without one. */
    void declareNothing(Application application) {
        if (application.source().filter(QuotientSource.NONE::equals).isEmpty()) {
            application.waitAgain();
        }
        dropFile(application);
        application.declareNothing();
        application.fillIn(Step.QUOTIENT, now());
    }

    private void dropFile(Application application) {
        application.noticeFile().ifPresent(files::delete);
        application.attach(null);
    }

    /** Step 4. */
    void pay(Application application, Payers payers) {
        application.paidBy(payers);
        application.fillIn(Step.PAYERS, now());
    }

    /** What keeps it from being sent, at {@code agreed}. */
    Violations problems(Application application, List<ApplicationChild> children, boolean agreed) {
        if (!application.isWhole()) {
            return Violations.of("agreed", TEXTS.text("registration.problem.unfinished"));
        }
        List<UUID> pupils = children.stream().map(child -> child.pupil().value()).toList();
        // Held: of two guardians who send at once, the second one waits here and is told.
        Set<UUID> elsewhere =
                registeredElsewhere(application, pupils, LockModeType.PESSIMISTIC_WRITE);
        List<String> names = new ArrayList<>();
        for (ApplicationChild child : children) {
            if (elsewhere.contains(child.pupil().value())) {
                names.add(child.pupilName());
            }
        }
        if (!names.isEmpty()) {
            return Violations.of(
                    "agreed",
                    TEXTS.text("registration.problem.elsewhere", String.join(", ", names)));
        }
        return agreed
                ? Violations.none()
                : Violations.of("agreed", TEXTS.text("registration.problem.agreed"));
    }

    /** It goes to the collèges and to who runs the canteen. */
    void send(Request request, Application application, List<ApplicationChild> children) {
        application.send(today().isAfter(terms(application).campaignUntil()), now());
        for (ApplicationChild child : children) {
            child.send();
            if (child.check() == Check.WAITING) {
                ask(request, application, child);
            }
        }
    }

    private void ask(Request request, Application application, ApplicationChild child) {
        IdentityAsked asked =
                new IdentityAsked(
                        child.id(),
                        child.year().begins(),
                        child.pupil().value(),
                        child.pupilName(),
                        child.className(),
                        application.guardianName());
        Places.tell(events, request.college().uai(), child.college(), asked, child.id().toString());
    }
}

package fr.preau.canteen.booking;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.event.Events;
import fr.preau.api.event.school.ClassAway;
import fr.preau.api.event.school.PupilAbsent;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.Uai;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is away from a collège at noon: from school life, or entered by its staff as long as the
 * collège has no module for it. Who runs the canteen is told, and frees the meals.
 */
final class AwayDesk {

    private static final ModuleTexts TEXTS = ModuleTexts.of(AwayDesk.class);

    /** Who is away now is away from the meal. */
    private static final LocalTime NOON = LocalTime.of(12, 30);

    /** Nobody enters a longer absence of a class by mistake. */
    private static final int MOST_DAYS = 120;

    private static final String SUBJECT = "away";

    private final EntityManager entities;
    private final Directory directory;
    private final Events events;
    private final WhoRuns who;
    private final NewIds ids;
    private final Clock clock;

    AwayDesk(
            EntityManager entities,
            Directory directory,
            Events events,
            WhoRuns who,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.events = events;
        this.who = who;
        this.ids = ids;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    AwayPage page(@Nullable String in) {
        return page(in, ids.next(), Set.of(), "", "", "", Violations.none());
    }

    AwayPage typed(AwayInput input, Violations violations) {
        return page(
                input.in(),
                Objects.requireNonNullElseGet(input.key(), ids::next),
                Set.copyOf(input.chosen()),
                input.first() == null ? "" : input.first().toString(),
                input.last() == null ? "" : input.last().toString(),
                Objects.requireNonNullElse(input.reason(), ""),
                violations);
    }

    private AwayPage page(
            @Nullable String in,
            UUID key,
            Set<UUID> chosen,
            String first,
            String last,
            String reason,
            Violations violations) {
        List<SchoolClass> classes = directory.classes();
        Optional<SchoolClass> one = schoolClass(classes, in);
        return new AwayPage(
                key,
                entities.createNamedQuery("Away.from", Away.class)
                        .setParameter("day", today())
                        .setMaxResults(100)
                        .getResultStream()
                        .map(AwayDesk::line)
                        .toList(),
                classes.stream().map(AwayDesk::ofClass).toList(),
                one.map(AwayDesk::ofClass).orElse(null),
                one.map(each -> directory.pupilsOf(List.of(each.id()))).orElse(List.of()).stream()
                        .map(pupil -> new AwayPage.Pupil(pupil.id().value(), pupil.displayName()))
                        .toList(),
                chosen,
                first,
                last,
                reason,
                violations);
    }

    private static AwayPage.Line line(Away away) {
        return new AwayPage.Line(
                away.id(),
                away.who(),
                away.reason(),
                away.firstDay(),
                away.lastDay(),
                away.enteredBy());
    }

    private static AwayPage.OfClass ofClass(SchoolClass each) {
        return new AwayPage.OfClass(each.id().toString(), each.name());
    }

    private static Optional<SchoolClass> schoolClass(
            List<SchoolClass> classes, @Nullable String id) {
        return classes.stream().filter(each -> each.id().toString().equals(id)).findFirst();
    }

    /** What is wrong with a form. */
    Violations problems(AwayInput input) {
        if (input.last().isBefore(input.first())) {
            return Violations.of("last", TEXTS.text("away.problem.backwards"));
        }
        if (input.last().isBefore(today())) {
            return Violations.of("last", TEXTS.text("away.problem.past"));
        }
        return input.first().until(input.last(), ChronoUnit.DAYS) > MOST_DAYS
                ? Violations.of("last", TEXTS.text("away.problem.long", MOST_DAYS))
                : Violations.none();
    }

    /** Enters them, once for each form. */
    void enter(Request request, AwayInput input) {
        SchoolClass in =
                schoolClass(directory.classes(), input.in()).orElseThrow(Refusal::notFound);
        List<Person> pupils =
                directory.pupilsOf(List.of(in.id())).stream()
                        .filter(
                                pupil ->
                                        input.chosen().isEmpty()
                                                || input.chosen().contains(pupil.id().value()))
                        .toList();
        boolean again =
                entities.find(Away.class, input.key(), LockModeType.PESSIMISTIC_WRITE) != null;
        if (again || pupils.isEmpty()) {
            return;
        }
        String name =
                input.chosen().isEmpty()
                        ? in.name()
                        : pupils.stream()
                                .map(Person::displayName)
                                .collect(Collectors.joining(", "));
        Away away =
                new Away(
                        input.key(),
                        name.length() <= 160 ? name : name.substring(0, 159) + "…",
                        pupils.stream().map(pupil -> pupil.id().value()).toList(),
                        input.reason().strip(),
                        input.first(),
                        input.last(),
                        request.caller().displayName(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        entities.persist(away);
        tell(request.college().uai(), away, true);
    }

    /** They are there after all. */
    void takeBack(Request request, UUID id) {
        Away away = entities.find(Away.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (away != null) {
            tell(request.college().uai(), away, false);
            entities.remove(away);
        }
    }

    private void tell(Uai here, Away away, boolean gone) {
        tell(here, away.pupils(), away.firstDay(), away.lastDay(), gone, away.reason());
    }

    private void tell(
            Uai here,
            List<UUID> pupils,
            LocalDate first,
            LocalDate last,
            boolean gone,
            String reason) {
        Uai place = who.runs(here);
        for (int from = 0; from < pupils.size(); from += PupilsAway.MOST) {
            List<UUID> some = pupils.subList(from, Math.min(pupils.size(), from + PupilsAway.MOST));
            Places.tell(
                    events, here, place, new PupilsAway(some, first, last, gone, reason), SUBJECT);
        }
    }

    /** School life says that a pupil is not there. */
    void hear(Uai here, PupilAbsent fact) {
        Instant until = fact.until();
        List<LocalDate> noons =
                until == null
                        ? List.of(LocalDate.ofInstant(fact.from(), SchoolCalendar.ZONE))
                        : noons(fact.from(), until);
        tellOf(here, List.of(fact.pupil().value()), noons, TEXTS.text("away.absent"));
    }

    /** School life says that a class is out. */
    void hear(Uai here, ClassAway fact) {
        List<UUID> pupils =
                directory.pupilsOf(List.<ClassId>of(fact.schoolClass())).stream()
                        .map(Person::id)
                        .map(PersonId::value)
                        .toList();
        tellOf(here, pupils, noons(fact.from(), fact.until()), TEXTS.text("away.class"));
    }

    private void tellOf(Uai here, List<UUID> pupils, List<LocalDate> noons, String reason) {
        if (!pupils.isEmpty() && !noons.isEmpty()) {
            tell(here, pupils, noons.get(0), noons.get(noons.size() - 1), true, reason);
        }
    }

    /** The days whose noon lies between these. */
    private static List<LocalDate> noons(Instant from, Instant until) {
        List<LocalDate> noons = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(until, SchoolCalendar.ZONE);
        for (LocalDate day = LocalDate.ofInstant(from, SchoolCalendar.ZONE);
                !day.isAfter(last) && noons.size() < MOST_DAYS;
                day = day.plusDays(1)) {
            Instant noon = day.atTime(NOON).atZone(SchoolCalendar.ZONE).toInstant();
            if (!noon.isBefore(from) && noon.isBefore(until)) {
                noons.add(day);
            }
        }
        return noons;
    }
}

package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which badge: read one by one, or printed for a class at once. */
final class Badges {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Badges.class);

    /** The list of all who are no pupils. */
    private static final String ADULTS = "adults";

    private final EntityManager entities;
    private final Directory directory;
    private final Clock clock;

    Badges(EntityManager entities, Directory directory, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    BadgesPage page(@Nullable String in, @Nullable UUID person) {
        return page(in, person, "", Violations.none());
    }

    BadgesPage page(
            @Nullable String in, @Nullable UUID person, String typed, Violations violations) {
        List<BadgesPage.OfList> lists = lists();
        BadgesPage.OfList one =
                lists.stream().filter(each -> each.id().equals(in)).findFirst().orElse(null);
        if (one == null) {
            return new BadgesPage(lists, null, List.of(), null, typed, violations);
        }
        List<Person> people = people(one.id());
        Map<UUID, Badge> badges = valid(people, LockModeType.NONE);
        List<BadgesPage.Holder> holders =
                people.stream()
                        .map(
                                each ->
                                        new BadgesPage.Holder(
                                                each.id().value(),
                                                each.displayName(),
                                                Optional.ofNullable(badges.get(each.id().value()))
                                                        .map(
                                                                badge ->
                                                                        new BadgeNumber(
                                                                                        badge
                                                                                                .number())
                                                                                .inGroups())
                                                        .orElse("")))
                        .toList();
        BadgesPage.Holder next =
                holders.stream()
                        .filter(
                                each ->
                                        person == null
                                                ? !each.hasBadge()
                                                : each.id().equals(person))
                        .findFirst()
                        .orElse(null);
        return new BadgesPage(lists, one, holders, next, typed, violations);
    }

    private List<BadgesPage.OfList> lists() {
        List<BadgesPage.OfList> lists = new ArrayList<>();
        for (SchoolClass each : directory.classes()) {
            lists.add(new BadgesPage.OfList(each.id().toString(), each.name()));
        }
        lists.add(new BadgesPage.OfList(ADULTS, TEXTS.text("badges.adults")));
        return lists;
    }

    private List<Person> people(String list) {
        if (list.equals(ADULTS)) {
            return Stream.of(Profile.TEACHER, Profile.STAFF)
                    .flatMap(profile -> directory.everyone(profile).stream())
                    .sorted(
                            Comparator.comparing(Person::familyName)
                                    .thenComparing(Person::givenName))
                    .toList();
        }
        return directory.classes().stream()
                .filter(each -> each.id().toString().equals(list))
                .findFirst()
                .map(each -> directory.pupilsOf(List.of(each.id())))
                .orElseThrow(Refusal::notFound);
    }

    private Map<UUID, Badge> valid(List<Person> people, LockModeType lock) {
        Map<UUID, Badge> valid = new HashMap<>();
        if (!people.isEmpty()) {
            entities.createNamedQuery("Badge.validOf", Badge.class)
                    .setParameter(
                            "persons", people.stream().map(each -> each.id().value()).toList())
                    .setLockMode(lock)
                    .getResultStream()
                    .forEach(each -> valid.put(each.person(), each));
        }
        return valid;
    }

    /**
     * Gives somebody the badge that was read; the one they had is theirs no more. The same again
     * changes nothing.
     *
     * @return why it can't be theirs
     */
    Violations give(BadgeInput input, String by) {
        Person person = person(input.in(), input.person());
        BadgeNumber number = BadgeNumber.read(input.number()).orElse(null);
        if (number == null) {
            return Violations.of("number", TEXTS.text("badges.problem.unreadable"));
        }
        Badge there = entities.find(Badge.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
        if (there != null) {
            return there.person().equals(input.person()) && !there.isBlocked()
                    ? Violations.none()
                    : Violations.of("number", TEXTS.text(problem(there)));
        }
        lose(person);
        entities.persist(new Badge(number.value(), person.id().value(), by, now()));
        return Violations.none();
    }

    private static String problem(Badge there) {
        return there.isBlocked() ? "badges.problem.blocked" : "badges.problem.taken";
    }

    private Person person(String list, UUID id) {
        return people(list).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** A badge is lost; the line does not take it any more. */
    void lose(LostInput input) {
        lose(person(input.in(), input.person()));
    }

    private void lose(Person person) {
        Instant now = now();
        valid(List.of(person), LockModeType.PESSIMISTIC_WRITE)
                .values()
                .forEach(each -> each.block(now));
    }

    /** Gives a number to everybody of a list who has none. */
    void print(String list, String by) {
        List<Person> people = people(list);
        Map<UUID, Badge> badges = valid(people, LockModeType.PESSIMISTIC_WRITE);
        for (Person person : people) {
            if (!badges.containsKey(person.id().value())) {
                entities.persist(
                        new Badge(BadgeNumber.random().value(), person.id().value(), by, now()));
            }
        }
    }

    /** The cards of all of a list who have a badge; none where there is no such list. */
    CardsPage cards(String list) {
        BadgesPage.OfList one =
                lists().stream().filter(each -> each.id().equals(list)).findFirst().orElse(null);
        if (one == null) {
            return new CardsPage("", "", List.of());
        }
        List<Person> people = people(list);
        Map<UUID, Badge> badges = valid(people, LockModeType.NONE);
        return new CardsPage(
                list,
                one.name(),
                people.stream()
                        .filter(each -> badges.containsKey(each.id().value()))
                        .map(each -> card(each, one, badges))
                        .toList());
    }

    private static CardsPage.Card card(
            Person person, BadgesPage.OfList list, Map<UUID, Badge> badges) {
        String number = Objects.requireNonNull(badges.get(person.id().value())).number();
        QrDrawing code = QrDrawing.of(number);
        return new CardsPage.Card(
                person.displayName(),
                list.name(),
                new BadgeNumber(number).inGroups(),
                code.side(),
                code.path());
    }
}

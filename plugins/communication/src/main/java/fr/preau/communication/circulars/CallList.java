package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.circulars.CallsPage.ToCall;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom to call because an answer is missing.
 *
 * <p>All who follow a circular see the names. The numbers are shown to the staff among them alone,
 * on demand, and each time it is written down who looked.
 */
final class CallList {

    private static final int TO_CALL = 100;
    private static final int LOOKS_SHOWN = 10;

    private final EntityManager entities;
    private final Directory directory;
    private final Following following;
    private final NewIds ids;
    private final Clock clock;

    CallList(
            EntityManager entities,
            Directory directory,
            Following following,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.following = following;
        this.ids = ids;
        this.clock = clock;
    }

    MissingPage names(Caller reader, FollowInput input) {
        Circular circular = following.circular(reader, input.circular());
        PageOf<MissingRow> rows = missing(circular, input);
        Map<UUID, List<AwaitedRow>> guardians = guardians(rows.items());
        boolean numbers = Followers.mayCall(reader, circular);
        List<MissingPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new MissingPage.Line(
                                                row.name(),
                                                row.className(),
                                                of(row, guardians).stream()
                                                        .map(AwaitedRow::name)
                                                        .toList()))
                        .toList();
        return new MissingPage(
                following.followed(circular),
                input.className(),
                following.classes(circular.id()).stream()
                        .filter(each -> each.missing() > 0)
                        .toList(),
                new PageOf<>(lines, rows.number(), rows.more()),
                numbers,
                numbers ? looks(circular) : List.of());
    }

    /** The same with the numbers; that they were seen is kept. */
    CallsPage numbers(Caller reader, FollowInput input) {
        Circular circular = following.circular(reader, input.circular());
        if (!Followers.mayCall(reader, circular)) {
            throw Refusal.notFound();
        }
        PageOf<MissingRow> rows = missing(circular, input);
        Map<UUID, List<AwaitedRow>> guardians = guardians(rows.items());
        Map<PersonId, List<String>> numbers = numbers(guardians.values());
        if (!rows.items().isEmpty()) {
            entities.persist(
                    new CallListSeen(
                            ids.next(),
                            circular,
                            reader.person(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            rows.items().size()));
        }
        List<CallsPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new CallsPage.Line(
                                                row.name(),
                                                row.className(),
                                                of(row, guardians).stream()
                                                        .map(one -> toCall(one, numbers))
                                                        .toList()))
                        .toList();
        return new CallsPage(
                following.followed(circular),
                input.className(),
                new PageOf<>(lines, rows.number(), rows.more()));
    }

    private static ToCall toCall(AwaitedRow guardian, Map<PersonId, List<String>> numbers) {
        return new ToCall(
                guardian.name(),
                numbers.getOrDefault(new PersonId(guardian.guardian()), List.of()).stream()
                        .map(Telephone::new)
                        .toList());
    }

    private Map<PersonId, List<String>> numbers(Collection<List<AwaitedRow>> guardians) {
        return directory.telephonesOf(
                guardians.stream()
                        .flatMap(List::stream)
                        .map(row -> new PersonId(row.guardian()))
                        .distinct()
                        .toList());
    }

    private static List<AwaitedRow> of(MissingRow row, Map<UUID, List<AwaitedRow>> guardians) {
        return guardians.getOrDefault(row.childRow(), List.of());
    }

    /** Who has looked at the numbers, the latest first. */
    private List<MissingPage.Look> looks(Circular circular) {
        List<CallListSeen> seen =
                entities.createNamedQuery("CallListSeen.ofCircular", CallListSeen.class)
                        .setParameter("circular", circular.id())
                        .setMaxResults(LOOKS_SHOWN)
                        .getResultList();
        Map<PersonId, Person> people =
                seen.isEmpty()
                        ? Map.of()
                        : directory.persons(
                                seen.stream()
                                        .map(CallListSeen::caller)
                                        .collect(Collectors.toSet()));
        return seen.stream()
                .map(
                        one -> {
                            Person person = people.get(one.caller());
                            return new MissingPage.Look(
                                    person == null ? null : person.displayName(), one.at());
                        })
                .toList();
    }

    private PageOf<MissingRow> missing(Circular circular, FollowInput input) {
        return Pages.of(
                entities.createNamedQuery("CircularChild.missing", MissingRow.class)
                        .setParameter("circular", circular.id())
                        .setParameter("named", named(input.className())),
                input.number(),
                TO_CALL);
    }

    /** A pattern of LIKE with {@code !} as its escape; all classes where none is named. */
    private static String named(String className) {
        return className.isEmpty() ? "%" : className.replaceAll("[!%_]", "!$0");
    }

    /** Who may answer today: whoever has lost the right since is not to be called. */
    private Map<UUID, List<AwaitedRow>> guardians(List<MissingRow> children) {
        if (children.isEmpty()) {
            return Map.of();
        }
        List<AwaitedRow> awaited =
                entities.createNamedQuery("CircularRecipient.awaited", AwaitedRow.class)
                        .setParameter(
                                "children", children.stream().map(MissingRow::childRow).toList())
                        .getResultList();
        Map<UUID, UUID> childOf =
                children.stream()
                        .collect(Collectors.toMap(MissingRow::childRow, MissingRow::child));
        Map<PersonId, List<Child>> today =
                directory.childrenOfEach(
                        awaited.stream().map(row -> new PersonId(row.guardian())).toList());
        return awaited.stream()
                .filter(row -> isGuardian(row, childOf, today))
                .collect(Collectors.groupingBy(AwaitedRow::childRow));
    }

    private static boolean isGuardian(
            AwaitedRow row, Map<UUID, UUID> childOf, Map<PersonId, List<Child>> today) {
        return today.getOrDefault(new PersonId(row.guardian()), List.of()).stream()
                .anyMatch(child -> child.pupil().id().value().equals(childOf.get(row.childRow())));
    }
}

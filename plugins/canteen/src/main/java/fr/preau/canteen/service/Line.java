package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.seal.Seals;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line at noon: devices open it with the day's list, and send what they have written. */
final class Line {

    private static final ModuleTexts TEXTS = ModuleTexts.of(Line.class);

    /** The clocks of two servers differ by less. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    /** The database knows no moment of long ago, and no entry was there. */
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private final EntityManager entities;
    private final Directory directory;
    private final Regimes regimes;
    private final Seals seals;
    private final LineDays days;
    private final Closing closing;

    Line(
            EntityManager entities,
            Directory directory,
            Regimes regimes,
            Seals seals,
            LineDays days,
            Closing closing) {
        this.entities = entities;
        this.directory = directory;
        this.regimes = regimes;
        this.seals = seals;
        this.days = days;
        this.closing = closing;
    }

    /** A device takes the list of today, for the first time or again. */
    DayList open(Request request, UUID id) {
        LocalDate today = days.today();
        LineDay day = days.begin(today);
        Instant now = days.now();
        LineDevice device = entities.find(LineDevice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (device == null) {
            device = added(id, today, request.caller().displayName(), now);
        } else if (!device.day().equals(today)) {
            throw refusal(409, "line-other-day");
        }
        DeviceKey key = new DeviceKey(seals, id, today);
        return new DayList(
                id,
                today,
                device.number(),
                key.hex(),
                now,
                device.lastSeq(),
                day.isClosed(),
                people(key, today),
                others(device, Instant.EPOCH));
    }

    private LineDevice added(UUID id, LocalDate day, String by, Instant now) {
        List<LineDevice> there =
                entities.createNamedQuery("LineDevice.ofDay", LineDevice.class)
                        .setParameter("day", day)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        if (there.size() >= LineDevice.MOST_OF_A_DAY) {
            throw refusal(409, "line-too-many-devices");
        }
        int last = there.stream().mapToInt(LineDevice::number).max().orElse(0);
        LineDevice device = new LineDevice(id, day, last + 1, by, now);
        entities.persist(device);
        return device;
    }

    private static Refusal refusal(int status, String type) {
        return new Refusal(status, type, TEXTS.text(type + ".title"), TEXTS.text(type + ".detail"));
    }

    /** All pupils, for whoever forgot the badge; of the adults those who have one. */
    private List<DayList.OnList> people(DeviceKey key, LocalDate today) {
        Map<UUID, Regime> known = regimes.on(today);
        Roster roster = Roster.of(directory);
        Map<UUID, List<Badge>> badges =
                entities.createNamedQuery("Badge.all", Badge.class)
                        .getResultStream()
                        .collect(Collectors.groupingBy(Badge::person));
        List<DayList.OnList> people = new ArrayList<>();
        for (Roster.Pupil pupil : roster.pupils()) {
            people.add(
                    new DayList.OnList(
                            pupil.id(),
                            pupil.given(),
                            pupil.family(),
                            pupil.className(),
                            known.getOrDefault(pupil.id(), Regime.PASSER).name(),
                            marks(key, badges.get(pupil.id()), false),
                            marks(key, badges.get(pupil.id()), true)));
        }
        Set<PersonId> others =
                badges.keySet().stream()
                        .filter(id -> roster.of(id).isEmpty())
                        .map(PersonId::new)
                        .collect(Collectors.toSet());
        (others.isEmpty() ? Map.<PersonId, Person>of() : directory.persons(others))
                .values().stream()
                        .filter(person -> person.profile() != Profile.PUPIL)
                        .forEach(
                                person ->
                                        people.add(
                                                new DayList.OnList(
                                                        person.id().value(),
                                                        person.givenName(),
                                                        person.familyName(),
                                                        "",
                                                        DayList.STAFF,
                                                        marks(
                                                                key,
                                                                badges.get(person.id().value()),
                                                                false),
                                                        marks(
                                                                key,
                                                                badges.get(person.id().value()),
                                                                true))));
        return people;
    }

    private static List<String> marks(
            DeviceKey key, @Nullable List<Badge> badges, boolean blocked) {
        return badges == null
                ? List.of()
                : badges.stream()
                        .filter(badge -> badge.isBlocked() == blocked)
                        .map(badge -> key.mark(badge.number()))
                        .toList();
    }

    private List<Heard> others(LineDevice device, Instant after) {
        return entities.createNamedQuery("LineEntry.ofOthers", LineEntry.class)
                .setParameter("day", device.day())
                .setParameter("after", after.isBefore(BEGINNING) ? BEGINNING : after.minus(CLOCKS))
                .setParameter("device", device.id())
                .getResultStream()
                .map(Heard::of)
                .toList();
    }

    /**
     * A device sends what it has written, in whatever order and however often.
     *
     * @throws Refusal where the line was not opened on this device
     */
    Synchronised take(Request request, EntriesInput input) {
        LineDay day = days.hold(input.day()).orElseThrow(() -> refusal(404, "line-unknown"));
        LineDevice device =
                entities.find(LineDevice.class, input.device(), LockModeType.PESSIMISTIC_WRITE);
        if (device == null
                || !device.day().equals(input.day())
                || device.number() == LineDevice.BY_HAND) {
            throw refusal(404, "line-unknown");
        }
        Instant now = days.now();
        Chain chain = lay(device, input.sent(), now);
        device.heard(now);
        if (day.isClosed() && chain.added().stream().anyMatch(LineEntry::changesMeals)) {
            closing.tellAgain(request.college().uai(), day);
        }
        return new Synchronised(
                device.id(),
                device.day(),
                device.lastSeq(),
                chain.refused().stream()
                        .map(
                                each ->
                                        new Synchronised.Refused(
                                                each.seq(),
                                                each.reason(),
                                                TEXTS.text("line.aside." + each.reason())))
                        .toList(),
                others(device, input.since()),
                now,
                day.isClosed());
    }

    private Chain lay(LineDevice device, List<String> written, Instant now) {
        Chain chain =
                new Chain(
                        device,
                        new DeviceKey(seals, device.id(), device.day()),
                        device.aside() == 0 ? List.of() : aside(device),
                        now);
        chain.sort(written);
        chain.compare(seals(device, chain.again()));
        chain.lay(known(chain.named()));
        if (device.aside() > LineDevice.MOST_ASIDE) {
            throw refusal(422, "line-too-much-aside");
        }
        chain.settled().forEach(entities::remove);
        chain.added().forEach(entities::persist);
        chain.newAside().forEach(entities::persist);
        return chain;
    }

    private List<SetAside> aside(LineDevice device) {
        return entities.createNamedQuery("SetAside.ofDevice", SetAside.class)
                .setParameter("device", device.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Map<Integer, String> seals(LineDevice device, List<Integer> again) {
        Map<Integer, String> there = new HashMap<>();
        if (!again.isEmpty()) {
            entities.createNamedQuery("LineEntry.ofDevice", LineEntry.class)
                    .setParameter("device", device.id())
                    .setParameter("first", again.get(0))
                    .setParameter("last", again.get(1))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .forEach(entry -> there.put(entry.key().seq(), entry.seal()));
        }
        return there;
    }

    private Set<UUID> known(Set<UUID> named) {
        return named.isEmpty()
                ? Set.of()
                : directory.persons(named.stream().map(PersonId::new).toList()).values().stream()
                        .filter(person -> person.profile() != Profile.GUARDIAN)
                        .map(person -> person.id().value())
                        .collect(Collectors.toSet());
    }
}

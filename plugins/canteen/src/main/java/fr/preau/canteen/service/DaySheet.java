package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the sheet of a service out of its entries; a class more is no statement more. */
final class DaySheet {

    private static final ModuleTexts TEXTS = ModuleTexts.of(DaySheet.class);

    /** Who may say that a service is over, and so what families pay. */
    static final Set<StaffFunction> CLOSERS =
            EnumSet.of(
                    StaffFunction.GESTIONNAIRE, StaffFunction.SECRETARY, StaffFunction.PRINCIPAL);

    /** So many services back a forgotten closing is named. */
    private static final int RECENT = 20;

    private final EntityManager entities;
    private final Directory directory;
    private final Regimes regimes;
    private final LineDays days;

    DaySheet(EntityManager entities, Directory directory, Regimes regimes, LineDays days) {
        this.entities = entities;
        this.directory = directory;
        this.regimes = regimes;
        this.days = days;
    }

    DayPage page(Request request, @Nullable LocalDate asked) {
        LocalDate day = asked == null ? days.today() : asked;
        if (!days.isKept(day)) {
            throw Refusal.notFound();
        }
        LineDay held = days.on(day).orElse(null);
        Roster roster = Roster.of(directory);
        Map<UUID, Regime> known = regimes.on(day);
        List<LineDevice> devices =
                entities.createNamedQuery("LineDevice.ofDay", LineDevice.class)
                        .setParameter("day", day)
                        .getResultList();
        Passages passages =
                new Passages(
                        entities.createNamedQuery("LineEntry.ofDay", LineEntry.class)
                                .setParameter("day", day)
                                .getResultList());
        return new DayPage(
                day,
                held == null ? null : held.closedAt(),
                held == null ? "" : held.closedBy(),
                request.caller().functions().stream().anyMatch(CLOSERS::contains),
                passages.pupils().size(),
                (int) known.values().stream().filter(Regime.EATS::equals).count(),
                passages.staff(),
                passages.guests(),
                classes(roster, known, passages),
                twice(roster, passages, devices),
                missing(roster, known, passages),
                unexpected(roster, known, passages),
                aside(roster, day, devices),
                devices.stream()
                        .map(each -> new DayPage.Device(name(each), each.lastSeq(), each.heardAt()))
                        .toList(),
                days.recent(RECENT).stream()
                        .filter(each -> !each.isClosed() && !each.day().equals(day))
                        .map(LineDay::day)
                        .toList());
    }

    private static String name(LineDevice device) {
        return device.number() == LineDevice.BY_HAND
                ? TEXTS.text("line.by-hand")
                : TEXTS.text("line.device", device.number());
    }

    private static String name(List<LineDevice> devices, UUID id) {
        return devices.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(DaySheet::name)
                .orElse("");
    }

    private static List<DayPage.OfClass> classes(
            Roster roster, Map<UUID, Regime> known, Passages passages) {
        Map<String, int[]> classes = new TreeMap<>();
        for (Roster.Pupil pupil : roster.pupils()) {
            int[] counts = classes.computeIfAbsent(pupil.className(), name -> new int[3]);
            boolean expected = known.get(pupil.id()) == Regime.EATS;
            boolean served = !passages.of(pupil.id()).isEmpty();
            counts[0] += expected ? 1 : 0;
            counts[1] += served ? 1 : 0;
            counts[2] += expected && !served ? 1 : 0;
        }
        return classes.entrySet().stream()
                .filter(each -> each.getValue()[0] + each.getValue()[1] > 0)
                .map(
                        each ->
                                new DayPage.OfClass(
                                        each.getKey().isEmpty()
                                                ? TEXTS.text("line.no-class")
                                                : each.getKey(),
                                        each.getValue()[0],
                                        each.getValue()[1],
                                        each.getValue()[2]))
                .toList();
    }

    private static List<DayPage.Twice> twice(
            Roster roster, Passages passages, List<LineDevice> devices) {
        List<DayPage.Twice> twice = new ArrayList<>();
        passages.pupils()
                .forEach(
                        (id, entries) -> {
                            if (entries.size() > 1) {
                                DayPage.Named who = named(roster, id, Regime.EATS);
                                twice.add(
                                        new DayPage.Twice(
                                                who.name(),
                                                who.className(),
                                                entries.stream()
                                                        .map(each -> passage(each, devices))
                                                        .toList()));
                            }
                        });
        twice.sort(Comparator.comparing(DayPage.Twice::name));
        return twice;
    }

    private static String passage(LineEntry entry, List<LineDevice> devices) {
        return TEXTS.text(
                "line.passage",
                FrenchDays.hour(entry.at().atZone(SchoolCalendar.ZONE).toLocalTime()),
                name(devices, entry.key().deviceId()));
    }

    private static DayPage.Named named(Roster roster, UUID id, Regime regime) {
        return roster.of(id)
                .map(each -> new DayPage.Named(id, each.name(), each.className(), regime))
                .orElseGet(() -> new DayPage.Named(id, TEXTS.text("line.left"), "", regime));
    }

    private static List<DayPage.Named> missing(
            Roster roster, Map<UUID, Regime> known, Passages passages) {
        return roster.pupils().stream()
                .filter(each -> known.get(each.id()) == Regime.EATS)
                .filter(each -> passages.of(each.id()).isEmpty())
                .map(
                        each ->
                                new DayPage.Named(
                                        each.id(), each.name(), each.className(), Regime.EATS))
                .toList();
    }

    private static List<DayPage.Named> unexpected(
            Roster roster, Map<UUID, Regime> known, Passages passages) {
        return passages.pupils().keySet().stream()
                .filter(id -> known.get(id) != Regime.EATS)
                .map(id -> named(roster, id, known.getOrDefault(id, Regime.PASSER)))
                .sorted(
                        Comparator.comparing(DayPage.Named::regime)
                                .thenComparing(DayPage.Named::className)
                                .thenComparing(DayPage.Named::name))
                .toList();
    }

    private List<DayPage.Aside> aside(Roster roster, LocalDate day, List<LineDevice> devices) {
        Map<UUID, String> names = new HashMap<>();
        return entities.createNamedQuery("SetAside.ofDay", SetAside.class)
                .setParameter("day", day)
                .getResultStream()
                .map(
                        each ->
                                new DayPage.Aside(
                                        names.computeIfAbsent(
                                                each.key().deviceId(), id -> name(devices, id)),
                                        each.seq(),
                                        roster.of(each.person())
                                                .map(
                                                        pupil ->
                                                                pupil.name()
                                                                        + ", "
                                                                        + pupil.className())
                                                .orElse(""),
                                        each.reason(),
                                        each.receivedAt()))
                .toList();
    }
}

package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.seal.Seals;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has eaten, ticked on a page: where there is no reader, and where a device was wrong. It
 * writes entries of its own, as any device; nothing that is there changes.
 */
final class ByHand {

    /** Who puts right what families pay: after the day, and once the service is closed. */
    private static final Set<StaffFunction> OFFICE =
            EnumSet.of(
                    StaffFunction.GESTIONNAIRE,
                    StaffFunction.SECRETARY,
                    StaffFunction.CPE,
                    StaffFunction.PRINCIPAL);

    private final EntityManager entities;
    private final Directory directory;
    private final Regimes regimes;
    private final Seals seals;
    private final LineDays days;
    private final Closing closing;

    ByHand(
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

    ByHandPage page(Request request, @Nullable LocalDate asked, @Nullable String in) {
        LocalDate day = asked == null ? days.today() : asked;
        requireMay(request, day, days.on(day).map(LineDay::isClosed).orElse(false));
        List<SchoolClass> classes = directory.classes();
        Optional<SchoolClass> one = schoolClass(classes, in);
        List<ByHandPage.OfClass> all = classes.stream().map(ByHand::ofClass).toList();
        if (one.isEmpty()) {
            return new ByHandPage(day, all, null, false, List.of());
        }
        List<Person> pupils = directory.pupilsOf(List.of(one.get().id()));
        Map<UUID, Regime> known = regimes.on(day);
        Passages passages = new Passages(entries(day, LockModeType.NONE));
        boolean begun = pupils.stream().anyMatch(each -> isCounted(passages, each));
        return new ByHandPage(
                day,
                all,
                ofClass(one.get()),
                begun,
                pupils.stream()
                        .map(
                                each -> {
                                    Regime regime =
                                            known.getOrDefault(each.id().value(), Regime.PASSER);
                                    boolean counted = isCounted(passages, each);
                                    return new ByHandPage.Line(
                                            each.id().value(),
                                            each.displayName(),
                                            regime,
                                            counted,
                                            counted || !begun && regime == Regime.EATS);
                                })
                        .toList());
    }

    private static ByHandPage.OfClass ofClass(SchoolClass each) {
        return new ByHandPage.OfClass(each.id().toString(), each.name());
    }

    private static boolean isCounted(Passages passages, Person pupil) {
        return !passages.of(pupil.id().value()).isEmpty();
    }

    private static Optional<SchoolClass> schoolClass(
            List<SchoolClass> classes, @Nullable String id) {
        return classes.stream().filter(each -> each.id().toString().equals(id)).findFirst();
    }

    private void requireMay(Request request, LocalDate day, boolean closed) {
        if (!days.isKept(day)) {
            throw Refusal.notFound();
        }
        boolean isOver = closed || !day.equals(days.today());
        if (isOver && request.caller().functions().stream().noneMatch(OFFICE::contains)) {
            throw Refusal.forbidden();
        }
    }

    private List<LineEntry> entries(LocalDate day, LockModeType lock) {
        return entities.createNamedQuery("LineEntry.ofDay", LineEntry.class)
                .setParameter("day", day)
                .setLockMode(lock)
                .getResultList();
    }

    /** Who is ticked has eaten, who is not any more has not; sent again, nothing changes. */
    void save(Request request, ByHandInput input) {
        LocalDate day = input.day();
        requireMay(request, day, false);
        LineDay held = days.begin(day);
        requireMay(request, day, held.isClosed());
        SchoolClass in =
                schoolClass(directory.classes(), input.in()).orElseThrow(Refusal::notFound);
        Passages passages = new Passages(entries(day, LockModeType.PESSIMISTIC_WRITE));
        LineDevice device = device(request, day);
        DeviceKey key = new DeviceKey(seals, device.id(), day);
        Instant now = days.now();
        Set<UUID> ticked = new HashSet<>(input.ticked());
        int last = device.lastSeq();
        for (Person pupil : directory.pupilsOf(List.of(in.id()))) {
            UUID id = pupil.id().value();
            List<LineEntry> there = passages.of(id);
            if (ticked.contains(id) && there.isEmpty() && !input.before().contains(id)) {
                add(device, Entry.next(device, key, now, id), now);
            } else if (!ticked.contains(id) && input.before().contains(id)) {
                there.forEach(each -> add(device, Entry.undo(device, key, now, each.key()), now));
            }
        }
        device.heard(now);
        if (held.isClosed() && device.lastSeq() > last) {
            closing.tellAgain(request.college().uai(), held);
        }
    }

    private void add(LineDevice device, Entry entry, Instant now) {
        device.follow(entry);
        entities.persist(new LineEntry(device.id(), device.day(), entry, now));
    }

    private LineDevice device(Request request, LocalDate day) {
        UUID id =
                UUID.nameUUIDFromBytes(("canteen by hand " + day).getBytes(StandardCharsets.UTF_8));
        LineDevice there = entities.find(LineDevice.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (there != null) {
            return there;
        }
        LineDevice added =
                new LineDevice(
                        id, day, LineDevice.BY_HAND, request.caller().displayName(), days.now());
        entities.persist(added);
        return added;
    }
}

package fr.preau.core.safety;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where nobody, or not everybody, may write now.
 *
 * <p>All of it is in memory, so that asking costs nothing. A closing holds on the next request of
 * this node; the other nodes see it at their next {@link #refresh}, which runs twice a second.
 */
public final class WritingClosures {

    /** How the journal calls a closing. */
    public static final String CLOSED = "writing-closed";

    /** How the journal calls its end. */
    public static final String OPENED = "writing-opened";

    private static final String CLOSE =
            "INSERT IGNORE INTO writing_closure"
                    + " (id, uai, closer, profiles, notice, since, until, closed_by)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String OPEN =
            "UPDATE writing_closure SET opened_at = ?, opened_by = ?"
                    + " WHERE id = ? AND opened_at IS NULL";

    private static final DateTimeFormatter IN_PARIS =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'à' H 'h' mm", Locale.FRENCH)
                    .withZone(ZoneId.of("Europe/Paris"));

    private static final Map<Profile, String> WHO =
            new EnumMap<>(
                    Map.of(
                            Profile.PUPIL, "élèves",
                            Profile.GUARDIAN, "responsables",
                            Profile.TEACHER, "professeurs",
                            Profile.STAFF, "personnels"));

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile ClosedTimes closed = ClosedTimes.NONE;

    public WritingClosures(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** What people of a profile are told who can't write; the Département's word comes first. */
    public Optional<Closure> closedFor(Uai college, Profile profile) {
        Instant now = clock.instant();
        return closed.of(college, profile)
                .filter(closure -> closure.holds(now))
                .map(WritingClosure::told)
                .min(
                        Comparator.comparing(Closure::by)
                                .thenComparing(Closure::since, Comparator.reverseOrder()));
    }

    /** Since when people of a profile can't write, whatever closings followed each other. */
    public Optional<Instant> closedSince(Uai college, Profile profile) {
        return closed.since(college, profile, clock.instant());
    }

    /** All that hold, the latest first. */
    public List<WritingClosure> all() {
        Instant now = clock.instant();
        return closed.open().stream().filter(closure -> closure.holds(now)).toList();
    }

    /** Closes writing at all collèges, also at those that are opened tomorrow. */
    public void closeEverywhere(Actor actor, ClosingWish wish) {
        units.write(DatabaseSpace.platform(), unit -> close(unit, actor, wish, null));
        refresh();
    }

    /** Closes writing at these collèges. */
    public void closeAt(Actor actor, ClosingWish wish, Collection<Uai> colleges) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    for (Uai uai : colleges) {
                        close(unit, actor, wish, uai);
                    }
                    return true;
                });
        refresh();
    }

    private boolean close(UnitOfWork unit, Actor actor, ClosingWish wish, @Nullable Uai uai)
            throws SQLException {
        String college = uai == null ? null : uai.value();
        UUID id =
                UUID.nameUUIDFromBytes(
                        (wish.act() + " " + college).getBytes(StandardCharsets.UTF_8));
        int changed =
                unit.update(
                        CLOSE,
                        id.toString(),
                        college,
                        wish.by().name(),
                        wish.profiles().stream()
                                .map(Profile::name)
                                .collect(Collectors.joining(",")),
                        wish.notice(),
                        utc(now()),
                        wish.until() == null ? null : utc(wish.until()),
                        actor.name());
        if (changed > 0) {
            audit.write(
                    unit,
                    actor,
                    CLOSED,
                    inWords(wish.profiles()),
                    college,
                    detail(wish),
                    wish.act());
        }
        return changed > 0;
    }

    private static String detail(ClosingWish wish) {
        String until =
                wish.until() == null
                        ? ""
                        : "jusqu’au " + IN_PARIS.format(wish.until()) + "\u00a0; ";
        return until + "«\u00a0" + wish.notice() + "\u00a0»";
    }

    private static String inWords(Set<Profile> profiles) {
        return profiles.stream()
                .sorted()
                .map(profile -> WHO.getOrDefault(profile, profile.name()))
                .collect(Collectors.joining(", "));
    }

    /** Opens writing again that was closed by an act; what is open already stays so. */
    public void open(Actor actor, WritingClosure closure) {
        open(actor, closure, now());
        refresh();
    }

    private void open(Actor actor, WritingClosure closure, Instant at) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    int changed = unit.update(OPEN, utc(at), actor.name(), closure.id().toString());
                    if (changed > 0) {
                        audit.write(
                                unit,
                                actor,
                                OPENED,
                                inWords(closure.profiles()),
                                closure.where().map(Uai::value).orElse(null),
                                "");
                    }
                    return changed;
                });
    }

    /**
     * Reads again, and writes down what has opened by itself; one at a time, or an older reading
     * could replace a newer one.
     */
    public synchronized void refresh() {
        closed = units.read(DatabaseSpace.platform(), ClosedTimes::read);
        Instant now = now();
        closed.open().stream()
                .filter(closure -> !closure.holds(now))
                .forEach(closure -> open(Actor.system(), closure, now));
    }

    /** As exact as the table is. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

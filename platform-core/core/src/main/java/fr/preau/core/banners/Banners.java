package fr.preau.core.banners;

import fr.preau.api.page.Tone;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.Membership;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The urgent messages, kept in memory: a page asks the database nothing.
 *
 * <p>A change holds on the next request of this node; the other nodes see it at their next {@link
 * #refresh}, which runs every second. Start and end need neither: the clock is enough.
 */
public final class Banners {

    /** How the journal calls what is done with them. */
    public static final String SHOWN = "banner-shown";

    public static final String CHANGED = "banner-changed";
    public static final String ENDED = "banner-ended";

    private static final String NOT_ENDED =
            "SELECT id, uai, text, tone, link, profiles, colleges, on_sign_in, starts_at, ends_at,"
                    + " version FROM banner WHERE ends_at > ?";

    private static final String KEEP =
            "INSERT INTO banner (id, uai, text, tone, link, profiles, colleges, on_sign_in,"
                    + " starts_at, ends_at, version, changed_by, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE id = id";

    /** The driver counts a row that is there already as one, so it is asked for. */
    private static final String THERE = "SELECT 1 FROM banner WHERE id = ?";

    private static final String CHANGE =
            "UPDATE banner SET text = ?, tone = ?, link = ?, profiles = ?, colleges = ?,"
                    + " on_sign_in = ?, starts_at = ?, ends_at = ?, version = version + 1,"
                    + " changed_by = ?, changed_at = ? WHERE id = ? AND uai <=> ?";

    private static final String END =
            "UPDATE banner SET ends_at = ?, changed_by = ?, changed_at = ?"
                    + " WHERE id = ? AND uai <=> ? AND ends_at > ?";

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;
    private volatile List<Banner> known = List.of();

    public Banners(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stands above the pages of somebody who belongs there as these, the gravest first. */
    public List<Banner> shownTo(Collection<Membership> memberships) {
        Instant now = clock.instant();
        return known.stream()
                .filter(banner -> banner.isShown(now) && banner.isFor(memberships))
                .toList();
    }

    /** What stands above the pages of somebody who has not signed in. */
    public List<Banner> shownToVisitors() {
        Instant now = clock.instant();
        return known.stream()
                .filter(banner -> banner.onSignIn() && banner.isOfTheDepartement())
                .filter(banner -> banner.isShown(now))
                .toList();
    }

    /** Those of an owner that are shown or will be; null for the Département. */
    public List<Banner> of(@Nullable Uai owner) {
        Instant now = clock.instant();
        return known.stream()
                .filter(
                        banner ->
                                owner == null
                                        ? banner.owner() == null
                                        : owner.equals(banner.owner()))
                .filter(banner -> banner.until().isAfter(now))
                .sorted(Comparator.comparing(Banner::from))
                .toList();
    }

    /** One of an owner that has not ended. */
    public Optional<Banner> find(@Nullable Uai owner, UUID id) {
        return of(owner).stream().filter(banner -> banner.id().equals(id)).findFirst();
    }

    /** Shows a new one; what came with the same form before changes nothing. */
    public void show(Actor actor, Banner banner) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    boolean there =
                            !unit.query(THERE, row -> row.getInt(1), banner.id().toString())
                                    .isEmpty();
                    int kept =
                            unit.update(
                                    KEEP,
                                    banner.id().toString(),
                                    uai(banner.owner()),
                                    banner.text(),
                                    banner.tone().name(),
                                    banner.link(),
                                    profiles(banner),
                                    colleges(banner),
                                    banner.onSignIn(),
                                    utc(banner.from()),
                                    utc(banner.until()),
                                    actor.name(),
                                    now());
                    if (!there) {
                        note(unit, actor, SHOWN, banner);
                    }
                    return kept;
                });
        refresh();
    }

    /** Changes one that is there; whoever had hidden it sees it again. */
    public void change(Actor actor, Banner banner) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    int changed =
                            unit.update(
                                    CHANGE,
                                    banner.text(),
                                    banner.tone().name(),
                                    banner.link(),
                                    profiles(banner),
                                    colleges(banner),
                                    banner.onSignIn(),
                                    utc(banner.from()),
                                    utc(banner.until()),
                                    actor.name(),
                                    now(),
                                    banner.id().toString(),
                                    uai(banner.owner()));
                    if (changed == 1) {
                        note(unit, actor, CHANGED, banner);
                    }
                    return changed;
                });
        refresh();
    }

    /** Ends one now; ended already, it stays so. */
    public void end(Actor actor, Banner banner) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    LocalDateTime now = now();
                    int ended =
                            unit.update(
                                    END,
                                    now,
                                    actor.name(),
                                    now,
                                    banner.id().toString(),
                                    uai(banner.owner()),
                                    now);
                    if (ended == 1) {
                        note(unit, actor, ENDED, banner);
                    }
                    return ended;
                });
        refresh();
    }

    private void note(UnitOfWork unit, Actor actor, String act, Banner banner) throws SQLException {
        audit.write(
                unit,
                actor,
                act,
                banner.id().toString(),
                uai(banner.owner()),
                "«\u00a0" + banner.text() + "\u00a0»");
    }

    private static @Nullable String uai(@Nullable Uai owner) {
        return owner == null ? null : owner.value();
    }

    private static String profiles(Banner banner) {
        return banner.profiles().stream()
                .map(Profile::name)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String colleges(Banner banner) {
        return banner.colleges().stream().map(Uai::value).sorted().collect(Collectors.joining(","));
    }

    private LocalDateTime now() {
        return utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        List<Banner> read =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> unit.query(NOT_ENDED, Banners::banner, now()));
        known =
                read.stream()
                        .sorted(
                                Comparator.comparing(Banner::tone)
                                        .reversed()
                                        .thenComparing(Banner::from)
                                        .thenComparing(Banner::id))
                        .toList();
    }

    private static Banner banner(ResultSet row) throws SQLException {
        String uai = row.getString(2);
        return new Banner(
                UUID.fromString(row.getString(1)),
                uai == null ? null : new Uai(uai),
                row.getString(3),
                Tone.valueOf(row.getString(4)),
                row.getString(5),
                parts(row.getString(6)).map(Profile::valueOf).collect(Collectors.toSet()),
                parts(row.getString(7)).map(Uai::new).collect(Collectors.toSet()),
                row.getBoolean(8),
                instant(row, 9),
                instant(row, 10),
                row.getInt(11));
    }

    private static Stream<String> parts(String separated) {
        return Stream.of(separated.split(",")).filter(part -> !part.isEmpty());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}

package fr.preau.core.announcements;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.page.PageOf;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the Département has told, and in which collèges it has arrived. */
public final class Announcements {

    /** How the journal calls it. */
    public static final String ACCEPTED = "announcement-accepted";

    private static final int PAGE = 20;

    private static final String KEEP =
            "INSERT INTO announcement (id, kind, title, body, profiles, ends_at, accepted_by,"
                    + " accepted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE id = id";

    /** The driver counts a row that is there already as one, so it is asked for. */
    private static final String THERE = "SELECT 1 FROM announcement WHERE id = ?";

    private static final String FOR =
            "INSERT INTO announcement_college (announcement, uai) VALUES (?, ?)"
                    + " ON DUPLICATE KEY UPDATE uai = uai";

    private static final String COLUMNS =
            "a.id, a.kind, a.title, a.body, a.profiles, a.ends_at, a.accepted_by, a.accepted_at";

    private static final String SPREAD =
            ", COUNT(*), COUNT(c.delivered_at), COALESCE(SUM(c.people), 0) FROM announcement a"
                    + " JOIN announcement_college c ON c.announcement = a.id";

    private static final String NEWEST =
            "SELECT "
                    + COLUMNS
                    + SPREAD
                    + " GROUP BY a.id ORDER BY a.accepted_at DESC, a.id DESC LIMIT ? OFFSET ?";

    private static final String ONE =
            "SELECT " + COLUMNS + SPREAD + " WHERE a.id = ? GROUP BY a.id";

    private static final String COLLEGES =
            "SELECT uai, delivered_at, people FROM announcement_college WHERE announcement = ?"
                    + " ORDER BY uai";

    private static final String PENDING =
            "SELECT "
                    + COLUMNS
                    + ", c.uai FROM announcement a"
                    + " JOIN announcement_college c ON c.announcement = a.id";

    private static final String UNTOLD =
            PENDING + " WHERE c.told_at IS NULL ORDER BY a.accepted_at, c.uai LIMIT ?";

    private static final String UNDELIVERED =
            PENDING
                    + " WHERE c.delivered_at IS NULL AND c.told_at >= ?"
                    + " ORDER BY a.accepted_at, c.uai LIMIT ?";

    private static final String TOLD =
            "UPDATE announcement_college SET told_at = ?"
                    + " WHERE announcement = ? AND uai = ? AND told_at IS NULL";

    private static final String DELIVERED =
            "UPDATE announcement_college SET delivered_at = ?, people = ?"
                    + " WHERE announcement = ? AND uai = ? AND delivered_at IS NULL";

    /** An announcement with how far it has come. */
    public record Told(Announcement announcement, Spread spread) {}

    /**
     * One of its collèges.
     *
     * @param deliveredAt null while no module has said so
     */
    public record AtCollege(Uai uai, @Nullable Instant deliveredAt, int people) {}

    /** What is still to be done at one collège. */
    record Pending(Announcement announcement, Uai college) {}

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;

    public Announcements(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an announcement for these collèges, all of it or nothing; what came with the same form
     * before changes nothing.
     */
    public void accept(Actor actor, Announcement announcement, Collection<Uai> colleges) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    String id = announcement.id().toString();
                    if (!unit.query(THERE, row -> row.getInt(1), id).isEmpty()) {
                        return false;
                    }
                    unit.update(KEEP, values(announcement));
                    for (Uai college : colleges) {
                        unit.update(FOR, announcement.id().toString(), college.value());
                    }
                    note(unit, actor, announcement, colleges.size());
                    return true;
                });
    }

    private static @Nullable Object[] values(Announcement announcement) {
        return new @Nullable Object[] {
            announcement.id().toString(),
            announcement.kind().name(),
            announcement.title(),
            announcement.text(),
            announcement.profiles().stream()
                    .map(Profile::name)
                    .sorted()
                    .collect(Collectors.joining(",")),
            announcement.endsAt() == null ? null : utc(announcement.endsAt()),
            announcement.acceptedBy(),
            utc(announcement.acceptedAt())
        };
    }

    private void note(UnitOfWork unit, Actor actor, Announcement announcement, int colleges)
            throws SQLException {
        audit.write(
                unit,
                actor,
                ACCEPTED,
                announcement.id().toString(),
                null,
                "«\u00a0" + announcement.title() + "\u00a0» → " + colleges);
    }

    /** The newest ones with how far each has come; one statement. */
    public PageOf<Told> newest(int page) {
        List<Told> found =
                units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        NEWEST, Announcements::told, PAGE + 1, (page - 1) * PAGE));
        return PageOf.from(found, page, PAGE);
    }

    public Optional<Told> find(UUID id) {
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit -> unit.query(ONE, Announcements::told, id.toString()))
                .stream()
                .findFirst();
    }

    /** Where it has arrived. */
    public List<AtCollege> colleges(UUID id) {
        return units.read(
                DatabaseSpace.platform(),
                unit ->
                        unit.query(
                                COLLEGES,
                                row ->
                                        new AtCollege(
                                                new Uai(row.getString(1)),
                                                instant(row, 2),
                                                row.getInt(3)),
                                id.toString()));
    }

    List<Pending> untold(int most) {
        return units.read(
                DatabaseSpace.platform(), unit -> unit.query(UNTOLD, Announcements::pending, most));
    }

    List<Pending> undelivered(Instant toldSince, int most) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> unit.query(UNDELIVERED, Announcements::pending, utc(toldSince), most));
    }

    void isTold(Pending pending) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                TOLD,
                                now(),
                                pending.announcement().id().toString(),
                                pending.college().value()));
    }

    void isDelivered(Pending pending, int people) {
        units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                DELIVERED,
                                now(),
                                people,
                                pending.announcement().id().toString(),
                                pending.college().value()));
    }

    private LocalDateTime now() {
        return utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                announcement(row), new Spread(row.getInt(9), row.getInt(10), row.getInt(11)));
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(announcement(row), new Uai(row.getString(9)));
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        Instant acceptedAt = instant(row, 8);
        return new Announcement(
                UUID.fromString(row.getString(1)),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Stream.of(row.getString(5).split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Profile::valueOf)
                        .collect(Collectors.toSet()),
                instant(row, 6),
                row.getString(7),
                acceptedAt == null ? Instant.EPOCH : acceptedAt);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}

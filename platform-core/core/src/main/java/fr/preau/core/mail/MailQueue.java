package fr.preau.core.mail;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The mails that wait, are under way, or have left; each step is committed before the next.
 *
 * <p>SMTP has no way to ask whether a mail was taken. Until its last dot is sent the server has
 * surely not taken it, and after its answer we know; in between nobody knows. This is the one
 * window: a round trip, for one mail, on the one node that sends. The mail is marked as {@code
 * HANDED} just before it. A node that dies in it leaves a mail that has most likely arrived: it is
 * {@code UNCERTAIN} and does not leave again, for who was told finds it in the portal anyway. A
 * line that is cut in it, while the node lives, has most likely lost the mail: it is sent again
 * under the same Message-ID, by which a mailbox knows it. Everything that was cut short before is
 * sent again, but not in the quiet hours of a collège that it speaks of.
 */
public final class MailQueue {

    /** Longer than a conversation with a slow server. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** How long it is known that a mail has left. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_ANSWER = 300;

    private static final String ENDED =
            "UPDATE mail SET state = ?, answer = ?, ended_at = ?, body = '', lease = NULL"
                    + " WHERE id = ? AND lease = ?";

    /** A mail that this node sends now. */
    record Leased(OutgoingMail mail, UUID lease, int tries) {}

    private final UnitsOfWork units;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final LeavingTimes times;

    public MailQueue(UnitsOfWork units, Clock clock, Supplier<UUID> ids, LeavingTimes times) {
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.times = times;
    }

    /** Puts a mail into the queue, in a unit of work of the platform. */
    public void put(UnitOfWork platform, OutgoingMail mail) throws SQLException {
        LocalDateTime now = utc(clock.instant());
        platform.update(
                "INSERT INTO mail (id, account_id, address, subject, body, stop_href, urgent,"
                        + " state, next_at, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)",
                mail.id().toString(),
                mail.account().toString(),
                mail.address(),
                mail.subject(),
                mail.text(),
                mail.stop().orElse(null),
                mail.urgent(),
                now,
                now);
    }

    /** How many wait. */
    public int waiting() {
        return units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT COUNT(*) FROM mail WHERE state = 'WAITING'",
                                        row -> row.getInt(1)))
                .get(0);
    }

    /** A mail that waits, and the collèges that it speaks of; none where it is urgent. */
    private record Next(String id, List<Uai> colleges) {}

    /** The next one that may leave now, which nobody else sends meanwhile. */
    Optional<Leased> lease() {
        Optional<Next> next = next();
        while (next.isPresent() && putOff(next.get().colleges())) {
            next = next();
        }
        return next.flatMap(mail -> lease(mail.id()));
    }

    private Optional<Next> next() {
        LocalDateTime now = utc(clock.instant());
        return units
                .read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT m.id, (SELECT GROUP_CONCAT(DISTINCT n.uai)"
                                                + " FROM notice_mail n WHERE n.mail_id = m.id"
                                                + " AND n.account_id = m.account_id"
                                                + " AND m.urgent = FALSE) FROM mail m"
                                                + " WHERE m.state = 'WAITING' AND m.next_at <= ?"
                                                + " ORDER BY m.urgent DESC, m.next_at, m.id"
                                                + " LIMIT 1",
                                        row -> new Next(row.getString(1), colleges(row)),
                                        now))
                .stream()
                .findFirst();
    }

    private static List<Uai> colleges(ResultSet row) throws SQLException {
        String colleges = row.getString(2);
        return colleges == null ? List.of() : Stream.of(colleges.split(",")).map(Uai::new).toList();
    }

    /**
     * Where it is quiet now at one of these collèges, all that speaks of it waits for the end.
     *
     * @return whether anything was put off
     */
    private boolean putOff(List<Uai> colleges) {
        Instant now = clock.instant();
        boolean any = false;
        for (Uai college : colleges) {
            Instant leaves = times.next(college, now);
            if (leaves.isAfter(now)) {
                any = true;
                units.write(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.update(
                                        "UPDATE mail m JOIN notice_mail n ON n.mail_id = m.id"
                                                + " AND n.account_id = m.account_id"
                                                + " SET m.next_at = ? WHERE m.state = 'WAITING'"
                                                + " AND m.urgent = FALSE AND m.next_at <= ?"
                                                + " AND n.uai = ?",
                                        utc(leaves),
                                        utc(now),
                                        college.value()));
            }
        }
        return any;
    }

    private Optional<Leased> lease(String id) {
        UUID lease = ids.get();
        LocalDateTime now = utc(clock.instant());
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    if (unit.update(
                                    "UPDATE mail SET state = 'LEASED', lease = ?,"
                                            + " leased_until = ?, tries = tries + 1"
                                            + " WHERE id = ? AND state = 'WAITING'",
                                    lease.toString(),
                                    now.plus(LEASE),
                                    id)
                            == 0) {
                        return Optional.empty();
                    }
                    return unit
                            .query(
                                    "SELECT id, account_id, address, subject, body, stop_href,"
                                            + " urgent, tries FROM mail WHERE id = ?",
                                    row -> leased(row, lease),
                                    id)
                            .stream()
                            .findFirst();
                });
    }

    private static Leased leased(ResultSet row, UUID lease) throws SQLException {
        return new Leased(
                new OutgoingMail(
                        UUID.fromString(row.getString(1)),
                        UUID.fromString(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Optional.ofNullable(row.getString(6)),
                        row.getBoolean(7)),
                lease,
                row.getInt(8));
    }

    /**
     * Marks that all but the last dot was sent.
     *
     * @return false when the lease has passed to another node meanwhile: then the dot must not go
     */
    boolean handed(Leased mail) {
        LocalDateTime now = utc(clock.instant());
        return units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                        "UPDATE mail SET state = 'HANDED' WHERE id = ?"
                                                + " AND lease = ? AND state = 'LEASED'"
                                                + " AND leased_until > ?",
                                        mail.mail().id().toString(),
                                        mail.lease().toString(),
                                        now)
                                > 0);
    }

    /** Writes down what became of it. */
    void ended(Leased mail, Sending sending) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    if (sending instanceof Sending.Later) {
                        return later(unit, mail, sending.answer());
                    }
                    String state = sending instanceof Sending.Taken ? "SENT" : "REFUSED";
                    if (sending instanceof Sending.NobodyThere) {
                        isBad(unit, mail.mail(), sending.answer());
                    }
                    return end(unit, mail, state, sending.answer());
                });
    }

    private int end(UnitOfWork unit, Leased mail, String state, String answer) throws SQLException {
        return unit.update(
                ENDED,
                state,
                shortened(answer),
                utc(clock.instant()),
                mail.mail().id().toString(),
                mail.lease().toString());
    }

    private int later(UnitOfWork unit, Leased mail, String answer) throws SQLException {
        Optional<Duration> wait = GrowingPause.after(mail.tries());
        if (wait.isEmpty()) {
            return end(unit, mail, "REFUSED", answer);
        }
        return unit.update(
                "UPDATE mail SET state = 'WAITING', lease = NULL, next_at = ?, answer = ?"
                        + " WHERE id = ? AND lease = ?",
                utc(clock.instant().plus(wait.get())),
                shortened(answer),
                mail.mail().id().toString(),
                mail.lease().toString());
    }

    /** Only of the address that the mail went to: it may have been changed meanwhile. */
    private void isBad(UnitOfWork unit, OutgoingMail mail, String answer) throws SQLException {
        unit.update(
                "UPDATE notice_address SET bad_at = ?, bad_reason = ?"
                        + " WHERE account_id = ? AND mail = ? AND bad_at IS NULL",
                utc(clock.instant()),
                shortened(answer),
                mail.account().toString(),
                mail.address());
    }

    /** What a node has left lying: what may go again goes again, what nobody knows does not. */
    int recover() {
        LocalDateTime now = utc(clock.instant());
        return units.write(
                DatabaseSpace.platform(),
                unit ->
                        unit.update(
                                        "UPDATE mail SET state = 'WAITING', lease = NULL"
                                                + " WHERE state = 'LEASED' AND leased_until <= ?",
                                        now)
                                + unit.update(
                                        "UPDATE mail SET state = 'UNCERTAIN', lease = NULL,"
                                                + " body = '', ended_at = ?, answer ="
                                                + " 'the node ended before the answer came'"
                                                + " WHERE state = 'HANDED' AND leased_until <= ?",
                                        now,
                                        now));
    }

    /** Forgets what has left long ago. */
    int forget() {
        LocalDateTime before = utc(clock.instant().minus(KEPT));
        return units.write(
                DatabaseSpace.platform(),
                unit -> unit.update("DELETE FROM mail WHERE ended_at < ? LIMIT 2000", before));
    }

    private static String shortened(String answer) {
        String line = answer.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package fr.preau.core.audit;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.page.PageOf;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The acts that change something for others, written in the transaction that does them. */
public final class AuditLog {

    /** How many entries make a page. */
    public static final int PAGE_SIZE = 50;

    /**
     * One act.
     *
     * @param act a stable word, as in {@code module-enabled}
     * @param subject what it was done to, as in {@code communication}
     * @param collegeSlug where; null for the whole département
     * @param detail what else is worth knowing, as the reason of a refusal; often empty
     */
    public record Entry(
            Instant at,
            String actorName,
            String act,
            String subject,
            @Nullable String collegeSlug,
            @Nullable String collegeName,
            String detail) {}

    private static final int LONGEST_DETAIL = 500;

    /** Who acts; the system itself has no account. */
    public record Actor(@Nullable UUID account, String name) {

        public static Actor system() {
            return new Actor(null, "Préau");
        }
    }

    private static final String ENTRIES =
            "SELECT e.at, e.actor_name, e.act, e.subject, c.slug, c.name, e.detail"
                    + " FROM audit_entry e LEFT JOIN college c ON c.uai = e.uai";

    private static final String PAGE = ENTRIES + " ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?";

    private static final String TOGETHER =
            ENTRIES + " WHERE e.act_id = ? ORDER BY c.commune, c.name, e.id";

    private final UnitsOfWork units;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids;

    public AuditLog(UnitsOfWork units, Clock clock, TimeBasedEpochGenerator ids) {
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes an act down, in the platform's transaction that does it. */
    public void write(
            UnitOfWork unit,
            Actor actor,
            String act,
            String subject,
            @Nullable String uai,
            String detail)
            throws SQLException {
        write(unit, actor, act, subject, uai, detail, null);
    }

    /**
     * Writes down what an act did at one of several collèges.
     *
     * @param actId the same for all of them
     */
    public void write(
            UnitOfWork unit,
            Actor actor,
            String act,
            String subject,
            @Nullable String uai,
            String detail,
            @Nullable UUID actId)
            throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "INSERT INTO audit_entry (id, at, actor, actor_name, act, subject,"
                                        + " uai, detail, act_id)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, ids.generate().toString());
            statement.setObject(2, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            statement.setObject(3, actor.account() == null ? null : actor.account().toString());
            statement.setString(4, actor.name());
            statement.setString(5, act);
            statement.setString(6, subject);
            statement.setString(7, uai);
            statement.setString(8, shortened(detail));
            statement.setString(9, actId == null ? null : actId.toString());
            statement.executeUpdate();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    /** What one act did, collège by collège. */
    public List<Entry> together(UUID actId) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection().prepareStatement(TOGETHER)) {
                        statement.setString(1, actId.toString());
                        return read(statement);
                    }
                });
    }

    /** The latest first. */
    public PageOf<Entry> page(int number) {
        List<Entry> entries =
                units.read(
                        DatabaseSpace.platform(),
                        unit -> {
                            try (PreparedStatement statement =
                                    unit.connection().prepareStatement(PAGE)) {
                                statement.setInt(1, PAGE_SIZE + 1);
                                statement.setInt(2, (number - 1) * PAGE_SIZE);
                                return read(statement);
                            }
                        });
        return PageOf.from(entries, number, PAGE_SIZE);
    }

    private static List<Entry> read(PreparedStatement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(
                        new Entry(
                                row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)));
            }
        }
        return entries;
    }
}

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
     * @param act a stable word, as in {@code module-on}
     * @param subject what it was done to, as in {@code communication}
     * @param collegeSlug where; null for the whole département
     */
    public record Entry(
            Instant at,
            String actorName,
            String act,
            String subject,
            @Nullable String collegeSlug,
            @Nullable String collegeName,
            String detail) {}

    /** Who acts; the system itself has no account. */
    public record Actor(@Nullable UUID account, String name) {

        public static Actor system() {
            return new Actor(null, "Préau");
        }
    }

    private static final String PAGE =
            "SELECT e.at, e.actor_name, e.act, e.subject, c.slug, c.name, e.detail"
                    + " FROM audit_entry e LEFT JOIN college c ON c.uai = e.uai"
                    + " ORDER BY e.at DESC, e.id DESC LIMIT ? OFFSET ?";

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
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "INSERT INTO audit_entry (id, at, actor, actor_name, act, subject,"
                                        + " uai, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, ids.generate().toString());
            statement.setObject(2, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            statement.setObject(3, actor.account() == null ? null : actor.account().toString());
            statement.setString(4, actor.name());
            statement.setString(5, act);
            statement.setString(6, subject);
            statement.setString(7, uai);
            statement.setString(8, detail);
            statement.executeUpdate();
        }
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

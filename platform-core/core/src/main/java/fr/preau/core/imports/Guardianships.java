package fr.preau.core.imports;

import fr.preau.core.imports.DeliveredCollege.GuardianFacts;
import fr.preau.core.imports.DeliveredCollege.GuardianOfChild;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dated links between adults and children: what a delivery does not say any more ends today,
 * and what it says differently ends and begins anew, so that it stays known who had which rights
 * when.
 */
final class Guardianships {

    private static final String TABLE = "guardianship";
    private static final List<String> COLUMNS =
            List.of(
                    "adult_id",
                    "child_id",
                    "valid_from",
                    "valid_until",
                    "relation",
                    "legal",
                    "in_charge",
                    "payer",
                    "payee",
                    "contact");
    private static final List<String> OVERWRITTEN = COLUMNS.subList(3, COLUMNS.size());

    private record Link(UUID adult, UUID child) {}

    private record Held(LocalDate from, @Nullable LocalDate until, GuardianFacts facts) {}

    private final Connection connection;
    private final LocalDate today;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Guardianships(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    /**
     * @param ids the identity of a person of the académie
     * @param touched hears of each child and adult something changed for
     * @return how many rows were written
     */
    int bring(
            Map<GuardianOfChild, GuardianFacts> wanted,
            Function<String, UUID> ids,
            Consumer<UUID> touched)
            throws SQLException {
        Map<Link, Held> latest = latest();
        wanted.forEach(
                (who, facts) -> {
                    Link link = new Link(ids.apply(who.adult()), ids.apply(who.child()));
                    if (renew(link, latest.remove(link), facts)) {
                        touched.accept(link.adult());
                        touched.accept(link.child());
                    }
                });
        latest.forEach(
                (link, held) -> {
                    if (held.until() == null) {
                        row(link, held.from(), today, held.facts());
                        touched.accept(link.adult());
                        touched.accept(link.child());
                    }
                });
        return RowSql.write(connection, TABLE, COLUMNS, OVERWRITTEN, rows);
    }

    /** Whether anything had to be written for a link that holds. */
    private boolean renew(Link link, @Nullable Held held, GuardianFacts facts) {
        if (held == null) {
            row(link, today, null, facts);
            return true;
        }
        boolean open = held.until() == null;
        if (open && held.facts().equals(facts)) {
            return false;
        }
        if (held.from().equals(today)) {
            // It began today: nobody has relied on what it said before.
            row(link, today, null, facts);
        } else if (today.equals(held.until()) && held.facts().equals(facts)) {
            // It ended today by a delivery that another one puts right.
            row(link, held.from(), null, facts);
        } else {
            if (open) {
                row(link, held.from(), today, held.facts());
            }
            row(link, today, null, facts);
        }
        return true;
    }

    private void row(Link link, LocalDate from, @Nullable LocalDate until, GuardianFacts facts) {
        List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
        row.add(link.adult());
        row.add(link.child());
        row.add(from);
        row.add(until);
        row.add(facts.relation());
        row.add(facts.legal());
        row.add(facts.inCharge());
        row.add(facts.payer());
        row.add(facts.payee());
        row.add(facts.contact());
        rows.add(row);
    }

    /** The latest row of each link, open or ended. */
    private Map<Link, Held> latest() throws SQLException {
        String sql =
                "SELECT adult_id, child_id, valid_from, valid_until, relation, legal, in_charge,"
                        + " payer, payee, contact FROM guardianship ORDER BY valid_from";
        Map<Link, Held> latest = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Link link =
                        new Link(
                                UUID.fromString(row.getString(1)),
                                UUID.fromString(row.getString(2)));
                GuardianFacts facts =
                        new GuardianFacts(
                                row.getString(5),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                row.getBoolean(10));
                latest.put(
                        link,
                        new Held(
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                facts));
            }
        }
        return latest;
    }
}

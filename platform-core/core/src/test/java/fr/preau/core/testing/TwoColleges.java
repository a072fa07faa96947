package fr.preau.core.testing;

import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two open collèges without people, and what a test asks and changes there. */
public final class TwoColleges {

    public static final Uai SEVRES = new Uai("0921244C");
    public static final Uai NANTERRE = new Uai("0920077J");

    private final UnitsOfWork units;

    private TwoColleges(UnitsOfWork units) {
        this.units = units;
    }

    /** Opens both, with the tables of this moment, in an otherwise empty département. */
    public static TwoColleges open(UnitsOfWork units, Clock clock) throws MigrationRefused {
        new PlatformTables(units).empty();
        Tenants tenants = new Tenants(units, clock);
        tenants.register(List.of(tenant(SEVRES), tenant(NANTERRE)));
        CollegeOpening opening = new CollegeOpening(TestDatabase.get().provisioning(), tenants);
        for (Tenant tenant : tenants.all()) {
            opening.open(tenant);
        }
        return new TwoColleges(units);
    }

    private static Tenant tenant(Uai uai) {
        String slug = "college-" + uai.value().toLowerCase(Locale.ROOT);
        return new Tenant(
                new College(uai, slug, "Collège", "Sèvres", "#123456"),
                Tenant.State.ACTIVE,
                "1 rue Verte",
                "92310",
                500,
                false);
    }

    /** Empties a table in both. */
    public TwoColleges without(String... tables) {
        for (Uai uai : List.of(SEVRES, NANTERRE)) {
            for (String table : tables) {
                change(uai, "DELETE FROM " + table);
            }
        }
        return this;
    }

    /** Changes rows in a unit of work of its own. */
    public int change(Uai college, String sql, @Nullable Object... values) {
        return units.write(DatabaseSpace.of(college), unit -> changeHere(sql, values));
    }

    /** Changes rows in the unit of work of this thread. */
    public int changeHere(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = units.current().connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows. */
    public List<String> ask(Uai college, String sql) {
        return units.read(DatabaseSpace.of(college), unit -> askHere(sql));
    }

    /** The same in the unit of work of this thread. */
    public List<String> askHere(String sql) {
        List<String> answers = new ArrayList<>();
        try (PreparedStatement statement = units.current().connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                answers.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }
}

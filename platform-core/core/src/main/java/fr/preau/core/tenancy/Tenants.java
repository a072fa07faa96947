package fr.preau.core.tenancy;

import fr.preau.api.school.College;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Uai;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The collèges of the Département and its own place, kept in memory and read again when asked to.
 *
 * <p>A collège that was switched on by another node is known here at the next {@link #refresh}.
 */
public final class Tenants {

    /**
     * What stands in memory.
     *
     * @param colleges by commune and name as a French register has them: Châtenay before Chaville
     * @param places the same, after the Département's own place
     */
    private record Snapshot(
            List<Tenant> colleges,
            List<Tenant> places,
            Map<String, Tenant> bySlug,
            Map<Uai, Tenant> byUai) {

        static Snapshot of(Collection<Tenant> tenants) {
            Collator french = Collator.getInstance(Locale.FRENCH);
            List<Tenant> places =
                    tenants.stream()
                            .sorted(
                                    Comparator.comparing(Tenant::isCollege)
                                            .thenComparing(t -> t.college().commune(), french)
                                            .thenComparing(t -> t.college().name(), french))
                            .toList();
            return new Snapshot(
                    places.stream().filter(Tenant::isCollege).toList(),
                    places,
                    by(tenants, tenant -> tenant.college().slug()),
                    by(tenants, tenant -> tenant.college().uai()));
        }

        private static <K> Map<K, Tenant> by(Collection<Tenant> tenants, Function<Tenant, K> key) {
            return tenants.stream().collect(Collectors.toMap(key, Function.identity()));
        }
    }

    private static final String ALL =
            "SELECT uai, slug, name, commune, street, postcode, accent, state, expected_pupils,"
                    + " provisioned_at IS NOT NULL, module_options FROM college";

    private static final String REGISTER =
            "INSERT INTO college (uai, slug, name, commune, street, postcode, accent, state,"
                    + " expected_pupils, module_options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE slug = VALUES(slug), name = VALUES(name),"
                    + " commune = VALUES(commune), street = VALUES(street),"
                    + " postcode = VALUES(postcode), accent = VALUES(accent),"
                    + " state = VALUES(state), expected_pupils = VALUES(expected_pupils),"
                    + " module_options = VALUES(module_options)";

    private final UnitsOfWork units;
    private final Clock clock;
    private volatile Snapshot snapshot = Snapshot.of(List.of());

    public Tenants(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(snapshot.bySlug.get(slug));
    }

    public Optional<Tenant> byUai(Uai uai) {
        return Optional.ofNullable(snapshot.byUai.get(uai));
    }

    /** The Département's own place. */
    public Optional<Tenant> departement() {
        return snapshot.places.stream().filter(place -> !place.isCollege()).findFirst();
    }

    /**
     * All collèges, by commune and name as a French register has them: Châtenay before Chaville.
     */
    public List<Tenant> all() {
        return snapshot.colleges;
    }

    /** Wherever modules can be on: the Département's own place, then all collèges. */
    public List<Tenant> places() {
        return snapshot.places;
    }

    /** Writes down what the descriptors say; what is there already is brought up to date. */
    public void register(Collection<Tenant> described) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection().prepareStatement(REGISTER)) {
                        for (Tenant tenant : described) {
                            bind(statement, tenant);
                            statement.addBatch();
                        }
                        statement.executeBatch();
                    }
                    return described.size();
                });
        refresh();
    }

    private static void bind(PreparedStatement statement, Tenant tenant) throws SQLException {
        College college = tenant.college();
        statement.setString(1, college.uai().value());
        statement.setString(2, college.slug());
        statement.setString(3, college.name());
        statement.setString(4, college.commune());
        statement.setString(5, tenant.street());
        statement.setString(6, tenant.postcode());
        statement.setString(7, college.accent());
        statement.setString(8, tenant.state().name());
        statement.setInt(9, tenant.expectedPupils());
        statement.setString(10, written(college.options()));
    }

    /** Options as one column holds them: their codes in order, separated by commas. */
    private static String written(Set<ModuleOption> options) {
        return options.stream().map(ModuleOption::code).sorted().collect(Collectors.joining(","));
    }

    private static Set<ModuleOption> options(String written) {
        return Stream.of(written.split(","))
                .filter(code -> !code.isEmpty())
                .map(ModuleOption::ofCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Says that the schema and the role of a collège are ready. */
    public void markProvisioned(Uai uai) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "UPDATE college SET provisioned_at = ? WHERE uai = ?"
                                                    + " AND provisioned_at IS NULL")) {
                        statement.setObject(1, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                        statement.setString(2, uai.value());
                        return statement.executeUpdate();
                    }
                });
        refresh();
    }

    /** Reads again; one at a time, or an older reading could replace a newer one. */
    public synchronized void refresh() {
        snapshot =
                Snapshot.of(
                        units.read(DatabaseSpace.platform(), unit -> readAll(unit.connection())));
    }

    private static List<Tenant> readAll(Connection connection) throws SQLException {
        List<Tenant> tenants = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                College college =
                        new College(
                                new Uai(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(7),
                                options(row.getString(11)));
                tenants.add(
                        new Tenant(
                                college,
                                Tenant.stateOf(row.getString(8)),
                                row.getString(5),
                                row.getString(6),
                                row.getInt(9),
                                row.getBoolean(10)));
            }
        }
        return tenants;
    }
}

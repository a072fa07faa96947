package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.Uai;
import fr.preau.core.persistence.CurrentEntityManager;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.SourceBundle;
import fr.preau.core.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Of which classes EclipseLink makes objects for a module: it works out of sight of the guards. */
class MadeByQueriesTest {

    private static final DatabaseSpace SPACE = new DatabaseSpace("preau_c_0929901m");

    /** Each row's text is this path, so that whoever opens it as a file leaves it behind. */
    private static final Path LEFT = Path.of("target", "made-by-a-query");

    private static final String OPENING = "SELECT NEW java.io.FileOutputStream(r.text) FROM Row r";

    private static final String ENTITY =
            """
            package hostile;
            import jakarta.persistence.*;
            @Entity
            @Table(name = "rows_row")
            %s
            public class %s {
              @Id private int id;
              private String text;
              %s
              public static class Seen {
                private final String text;
                public Seen(String text) { this.text = text; }
                @Override public String toString() { return "seen " + text; }
              }
            }
            """;

    @SuppressWarnings("NullAway.Init")
    private static Strangers strangers;

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static Bundle bundle;

    @SuppressWarnings("NullAway.Init")
    private static EntityManagerFactory factory;

    @SuppressWarnings("NullAway.Init")
    private static EntityManager entities;

    @BeforeAll
    static void aModuleWithARow() throws Exception {
        TestDatabase.get().provisioning().create(SPACE);
        TestDatabase.get()
                .provisioning()
                .migrate(
                        SPACE,
                        "rows",
                        MigrationScripts.of(
                                List.of(
                                        new MigrationScripts.Script(
                                                "V1__rows.sql",
                                                "CREATE TABLE rows_row (id INT PRIMARY KEY, text"
                                                        + " VARCHAR(200), thing LONGBLOB);\n"
                                                        + "INSERT INTO rows_row VALUES (1, '"
                                                        + LEFT
                                                        + "', NULL);"))));
        units = new UnitsOfWork(TestDatabase.get().pool(1));
        strangers = new Strangers();
        bundle = install("Row", "", "");
        factory = unit(bundle, "Row");
        entities = CurrentEntityManager.of(units, () -> factory);
    }

    private static Bundle install(String entity, String annotations, String member)
            throws Exception {
        return strangers.install(
                SourceBundle.named("hostile." + entity)
                        .header("Import-Package", "jakarta.persistence,fr.preau.api.school")
                        .type("hostile." + entity, ENTITY.formatted(annotations, entity, member)));
    }

    private static EntityManagerFactory unit(Bundle of, String entity) {
        return new PersistenceUnits(units)
                .create(
                        "rows",
                        OwnTables.ofCore(),
                        of.adapt(BundleWiring.class).getClassLoader(),
                        List.of("hostile." + entity));
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        assertThat(Files.deleteIfExists(LEFT)).as("a file was opened").isFalse();
    }

    @AfterAll
    static void stop() {
        factory.close();
        strangers.close();
    }

    private static List<?> results(Function<EntityManager, Query> query) {
        return units.read(SPACE, unit -> query.apply(entities).getResultList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPENING,
                "SELECT NEW java.util.Scanner(r.text) FROM Row r",
                "SELECT NEW java.io.FileReader(r.text) FROM Row r",
                "SELECT NEW java.lang.ProcessBuilder(r.text) FROM Row r",
                "SELECT NEW java.util.Timer(r.text) FROM Row r",
                "SELECT NEW fr.preau.core.tenancy.DatabaseSpace(r.text) FROM Row r",
                "SELECT NEW fr.preau.api.files.HandMadeUpload(r.text) FROM Row r",
                "SELECT NEW org.mariadb.jdbc.MariaDbDataSource(r.text) FROM Row r"
            })
    void jpqlMakesNoObjectOfAClassThatIsNotTheModules(String jpql) {
        assertThatThrownBy(() -> results(module -> module.createQuery(jpql)))
                .isInstanceOfAny(SecurityException.class, IllegalArgumentException.class);
    }

    @Test
    void whatTheProviderIsNotToFindIsRefusedWithItsName() {
        assertThatThrownBy(() -> results(module -> module.createQuery(OPENING)))
                .rootCause()
                .isInstanceOf(SecurityException.class)
                .hasMessageStartingWith("a module may not use java.io.FileOutputStream");
    }

    @Test
    void criteriaMakeNoneEither() {
        assertThatThrownBy(
                        () ->
                                results(
                                        module -> {
                                            CriteriaBuilder make = module.getCriteriaBuilder();
                                            CriteriaQuery<FileOutputStream> query =
                                                    make.createQuery(FileOutputStream.class);
                                            Root<?> row = query.from(type("Row"));
                                            query.select(
                                                    make.construct(
                                                            FileOutputStream.class,
                                                            row.get("text")));
                                            return module.createQuery(query);
                                        }))
                .isInstanceOf(SecurityException.class)
                .hasMessageStartingWith("a module may not use java.io.FileOutputStream");
    }

    @Test
    void criteriaThatSelectSeveralMakeNoneEither() {
        assertThatThrownBy(
                        () ->
                                results(
                                        module -> {
                                            CriteriaQuery<FileOutputStream> query =
                                                    module.getCriteriaBuilder()
                                                            .createQuery(FileOutputStream.class);
                                            Root<?> row = query.from(type("Row"));
                                            query.multiselect(row.get("text"));
                                            return module.createQuery(query);
                                        }))
                .isInstanceOf(SecurityException.class);
    }

    private static Class<?> type(String name) {
        try {
            return bundle.loadClass("hostile." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@NamedQuery(name = \"named\", query = \"SELECT NEW"
                        + " java.io.FileOutputStream(l.text) FROM Listed l\")",
                "@SqlResultSetMapping(name = \"m\", classes = @ConstructorResult("
                        + "targetClass = java.io.FileOutputStream.class,"
                        + " columns = @ColumnResult(name = \"text\", type = String.class)))",
                "@SqlResultSetMapping(name = \"m\", classes = @ConstructorResult("
                        + "targetClass = java.util.Formatter.class,"
                        + " columns = @ColumnResult(name = \"text\", type = String.class)))",
                "@EntityListeners(java.util.Scanner.class)",
                "@EntityListeners(java.util.Timer.class)",
                "@EntityListeners(java.net.ServerSocket.class)"
            })
    void anEntityThatNamesSuchAClassGetsNoUnit(String annotation) throws Exception {
        Bundle hostile = install("Listed", annotation, "");
        try {
            assertThatThrownBy(() -> unit(hostile, "Listed").close())
                    .hasRootCauseInstanceOf(SecurityException.class)
                    .rootCause()
                    .hasMessageStartingWith("a module may not use java.");
        } finally {
            hostile.uninstall();
        }
    }

    @Test
    void anEntityGetsNoUnitWhoseColumnWouldBeDeserialised() throws Exception {
        Bundle hostile = install("Sleeper", "", "@Lob private java.io.Serializable thing;");
        try {
            assertThatThrownBy(() -> unit(hostile, "Sleeper").close())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("hostile.Sleeper.thing would be kept as a serialised");
        } finally {
            hostile.uninstall();
        }
    }

    @Test
    void plainValuesAreMappedAsEver() throws Exception {
        String members =
                """
                public enum Kind { ONE, TWO }
                @Lob private byte[] picture;
                @Lob private String story;
                private java.time.LocalDate day;
                private java.time.LocalDateTime moment;
                private java.util.UUID code;
                private java.math.BigDecimal price;
                private Integer count;
                private Character letter;
                private java.sql.Timestamp since;
                @Temporal(TemporalType.DATE) private java.util.Date old;
                @Enumerated(EnumType.STRING) private Kind kind;
                @ElementCollection private java.util.Set<String> names;
                @ElementCollection private java.util.Map<String, Integer> amounts;
                @OneToMany private java.util.List<Plain> others;
                """;
        Bundle honest = install("Plain", "", members);
        try (EntityManagerFactory made = unit(honest, "Plain")) {
            assertThat(made.getMetamodel().getEntities()).hasSize(1);
        } finally {
            honest.uninstall();
        }
    }

    @Test
    void theModulesOwnClassesAreMade() {
        assertThat(
                        results(
                                module ->
                                        module.createQuery(
                                                "SELECT NEW hostile.Row.Seen(r.text) FROM Row r")))
                .extracting(Object::toString)
                .containsExactly("seen " + LEFT);
    }

    @Test
    void recordsOfTheApiAreMade() {
        assertThat(
                        results(
                                module ->
                                        module.createQuery(
                                                "SELECT NEW fr.preau.api.school.Uai("
                                                        + "'0929901M') FROM Row r")))
                .singleElement()
                .isInstanceOf(Uai.class);
    }
}

package fr.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module can't do with the entity manager it is given, acting for one collège. */
class ModuleEntityManagerTest {

    static final String OTHER = "preau_c_0920592u";

    private static final String REFUSAL =
            "(?s).*(denied to user 'preau_app'|schemas of MariaDB itself|may outlive"
                    + "|one statement at a time|it may not say).*";

    private static final DatabaseSpace A = new DatabaseSpace("preau_c_0920081n");
    private static final DatabaseSpace B = new DatabaseSpace(OTHER);

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static EntityManagerFactory factory;

    /** As a module holds it. */
    @SuppressWarnings("NullAway.Init")
    private static EntityManager entities;

    private record Attempt(String name, Consumer<EntityManager> act) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void twoColleges() throws Exception {
        MigrationScripts scripts =
                MigrationScripts.of(
                        List.of(
                                new MigrationScripts.Script(
                                        "V1__notes.sql",
                                        "CREATE TABLE notes_note (id INT PRIMARY KEY,"
                                                + " text VARCHAR(80));\n"
                                                + "INSERT INTO notes_note VALUES"
                                                + " (1, DATABASE());")));
        for (DatabaseSpace space : List.of(A, B)) {
            TestDatabase.get().provisioning().create(space);
            TestDatabase.get().provisioning().migrate(space, "notes", scripts);
        }
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        factory =
                new PersistenceUnits(units)
                        .create(
                                "notes",
                                // What MariaDB refuses by itself, were a module's tables not known.
                                OwnTables.ofCore(),
                                ModuleEntityManagerTest.class.getClassLoader(),
                                Stream.of(Note.class, StolenNote.class, ProcessInfo.class)
                                        .map(Class::getName)
                                        .toList());
        entities = CurrentEntityManager.of(units, () -> factory);
    }

    @AfterAll
    static void end() {
        factory.close();
    }

    static List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        attempts.addAll(byEntity());
        attempts.addAll(byJpql());
        attempts.addAll(byNativeSql());
        return attempts;
    }

    private static List<Attempt> byEntity() {
        return List.of(
                new Attempt("find", module -> module.find(StolenNote.class, 1)),
                new Attempt(
                        "find and lock",
                        module -> module.find(StolenNote.class, 1, LockModeType.PESSIMISTIC_WRITE)),
                new Attempt(
                        "persist",
                        module -> {
                            module.persist(new StolenNote(7, "written from elsewhere"));
                            module.flush();
                        }),
                new Attempt("merge", module -> module.merge(new StolenNote(1, "overwritten"))),
                new Attempt(
                        "criteria",
                        module -> {
                            CriteriaBuilder criteria = module.getCriteriaBuilder();
                            CriteriaQuery<StolenNote> query =
                                    criteria.createQuery(StolenNote.class);
                            query.select(query.from(StolenNote.class));
                            module.createQuery(query).getResultList();
                        }),
                new Attempt(
                        "criteria update",
                        module -> {
                            CriteriaUpdate<StolenNote> update =
                                    module.getCriteriaBuilder()
                                            .createCriteriaUpdate(StolenNote.class);
                            update.from(StolenNote.class);
                            update.set("text", "overwritten");
                            module.createQuery(update).executeUpdate();
                        }),
                new Attempt(
                        "what all connections ask", module -> module.find(ProcessInfo.class, 1L)));
    }

    private static List<Attempt> byJpql() {
        return List.of(
                jpql("SELECT s FROM StolenNote s"),
                jpql("SELECT n FROM Note n, StolenNote s WHERE n.text = s.text"),
                jpql("SELECT n FROM Note n WHERE n.text = (SELECT MAX(s.text) FROM StolenNote s)"),
                jpqlChange("UPDATE StolenNote s SET s.text = 'overwritten'"),
                jpqlChange("DELETE FROM StolenNote s"),
                jpql("SELECT SQL('(SELECT text FROM " + OTHER + ".notes_note)') FROM Note n"),
                jpql("SELECT n FROM Note n WHERE SQL('1 = 1 UNION SELECT * FROM %s.notes_note')"),
                jpql("SELECT COLUMN('text', t) FROM Note n, TABLE('%s.notes_note') t"),
                jpql("SELECT FUNCTION('GET_LOCK', 'a', 0) FROM Note n"),
                jpql("SELECT FUNCTION('LAST_INSERT_ID', 77) FROM Note n"),
                jpql("SELECT p.text FROM ProcessInfo p"));
    }

    private static List<Attempt> byNativeSql() {
        String injected = "x' UNION SELECT text FROM " + OTHER + ".notes_note -- ";
        String stacked = "x'; SET ROLE " + OTHER + "; -- ";
        return List.of(
                sql("SELECT text FROM " + OTHER + ".notes_note"),
                sql("SELECT text FROM notes_note WHERE text = '" + injected + "'"),
                sql("SELECT text FROM notes_note WHERE text = '" + stacked + "'"),
                sql("SELECT info FROM information_schema.processlist"),
                sqlChange("INSERT INTO " + OTHER + ".notes_note VALUES (7, 'from elsewhere')"),
                sqlChange("UPDATE " + OTHER + ".notes_note SET text = 'overwritten'"),
                sqlChange("DELETE FROM " + OTHER + ".notes_note"),
                sqlChange(
                        "INSERT INTO notes_note SELECT id + 9, text FROM " + OTHER + ".notes_note"),
                sqlChange("USE " + OTHER),
                sqlChange("SET ROLE " + OTHER),
                sqlChange("CALL anything()"));
    }

    private static Attempt jpql(String text) {
        return new Attempt(
                text, module -> module.createQuery(text.formatted(OTHER)).getResultList());
    }

    private static Attempt jpqlChange(String text) {
        return new Attempt(text, module -> module.createQuery(text).executeUpdate());
    }

    private static Attempt sql(String text) {
        return new Attempt(text, module -> module.createNativeQuery(text).getResultList());
    }

    private static Attempt sqlChange(String text) {
        return new Attempt(text, module -> module.createNativeQuery(text).executeUpdate());
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theOtherCollegeIsNeitherReadNorWritten(Attempt attempt) {
        assertThatThrownBy(
                        () ->
                                units.write(
                                        A,
                                        unit -> {
                                            attempt.act.accept(entities);
                                            return true;
                                        }))
                // Of MariaDB or of the guard, not a mistake in the attempt.
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageMatching(REFUSAL);
        assertThat(allNotes(B)).containsExactly("1 " + B.name());
        assertThat(allNotes(A)).containsExactly("1 " + A.name());
    }

    private static List<String> allNotes(DatabaseSpace space) {
        return units.read(
                space,
                unit ->
                        entities.createQuery("SELECT n FROM Note n ORDER BY n.id", Note.class)
                                .getResultStream()
                                .map(note -> note.id() + " " + note.text())
                                .toList());
    }

    @Test
    void theOwnCollegeIsReadAndWritten() {
        units.write(
                A,
                unit -> {
                    entities.persist(new Note(2, "of A"));
                    return true;
                });
        assertThat(allNotes(A)).containsExactly("1 " + A.name(), "2 of A");
        units.write(
                A,
                unit ->
                        entities.createNativeQuery("DELETE FROM notes_note WHERE id = ?")
                                .setParameter(1, 2)
                                .executeUpdate());
        assertThat(allNotes(A)).containsExactly("1 " + A.name());
        assertThat(allNotes(B)).containsExactly("1 " + B.name());
    }

    @Test
    void anEntityReadAtOneCollegeIsNotRememberedAtTheNext() {
        for (DatabaseSpace space : List.of(A, B, A)) {
            String text = units.read(space, unit -> entities.find(Note.class, 1).text());
            assertThat(text).isEqualTo(space.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unwrap",
                "getDelegate",
                "getEntityManagerFactory",
                "getTransaction",
                "joinTransaction",
                "close",
                "setProperty",
                "getProperties",
                "createStoredProcedureQuery",
                "createNamedStoredProcedureQuery"
            })
    void whatWouldLeadOutOfTheUnitOfWorkIsNotAModules(String name) {
        List<Method> methods =
                Stream.of(EntityManager.class.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .toList();
        assertThat(methods).isNotEmpty();
        for (Method method : methods) {
            units.write(
                    A,
                    unit -> {
                        assertThatThrownBy(() -> call(method, entities))
                                .isInstanceOf(PersistenceException.class)
                                .hasMessageContaining("is not a module's");
                        return true;
                    });
        }
    }

    private static void call(Method method, Object target) throws Throwable {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(ModuleEntityManagerTest::some).toArray();
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object some(Class<?> type) {
        if (type == Class.class) {
            return java.sql.Connection.class;
        }
        return type.isArray() ? java.lang.reflect.Array.newInstance(type.componentType(), 0) : "x";
    }

    @Test
    void aSecondEntityManagerHasNoDatabase() {
        assertThatThrownBy(
                        () ->
                                units.read(
                                        A,
                                        unit ->
                                                Persistence.createEntityManagerFactory("notes")
                                                        .createEntityManager()
                                                        .find(Note.class, 1)))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void aQueryGivesAwayNeitherItselfNorItsEntityManager() {
        units.read(
                A,
                unit -> {
                    Query query = entities.createQuery("SELECT n FROM Note n");
                    TypedQuery<Note> typed =
                            entities.createQuery("SELECT n FROM Note n", Note.class);
                    for (Query each : List.of(query, typed, typed.setMaxResults(1))) {
                        assertThatThrownBy(() -> each.unwrap(each.getClass()))
                                .isInstanceOf(PersistenceException.class);
                        assertThat(each.getClass().getMethods())
                                .extracting(Method::getName)
                                .doesNotContain("getEntityManager", "getDatabaseQuery");
                    }
                    assertThat(typed.setMaxResults(1).setFirstResult(0)).isSameAs(typed);
                    return true;
                });
    }

    @Test
    void onlyTheHintsOfTheStandardAreAModules() {
        units.read(
                A,
                unit -> {
                    Query query = entities.createQuery("SELECT n FROM Note n");
                    assertThatThrownBy(() -> query.setHint("eclipselink.cursor", true))
                            .hasMessageContaining("eclipselink.cursor");
                    assertThatThrownBy(
                                    () ->
                                            entities.find(
                                                    Note.class,
                                                    1,
                                                    Map.of("eclipselink.sql.hint", "x")))
                            .hasMessageContaining("eclipselink.sql.hint");
                    query.setHint("jakarta.persistence.query.timeout", 1000);
                    assertThat(query.getResultList()).hasSize(1);
                    return true;
                });
    }

    @Test
    void outsideOfAUnitOfWorkTheEntityManagerFailsLoudly() {
        assertThatThrownBy(() -> entities.find(Note.class, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no unit of work");
    }

    @Test
    void onAnotherThreadTheEntityManagerFailsLoudly() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            units.read(
                    A,
                    unit -> {
                        assertThatThrownBy(
                                        () ->
                                                elsewhere
                                                        .submit(() -> entities.find(Note.class, 1))
                                                        .get())
                                .isInstanceOf(ExecutionException.class)
                                .hasRootCauseInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("no unit of work");
                        return true;
                    });
        } finally {
            elsewhere.shutdown();
        }
    }

    @Test
    void afterItsUnitOfWorkAQueryFailsLoudly() {
        TypedQuery<Note> kept =
                units.read(A, unit -> entities.createQuery("SELECT n FROM Note n", Note.class));
        assertThatThrownBy(kept::getResultList)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no unit of work");
        assertThatThrownBy(() -> units.read(B, unit -> kept.getResultList()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another unit of work");
        assertThatThrownBy(() -> units.read(B, unit -> kept.getResultStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another unit of work");
    }

    @Test
    void theEntityManagerOfTheUnitItselfEndsWithIt() {
        EntityManager kept = units.read(A, unit -> unit.entityManager(factory));
        assertThatThrownBy(() -> kept.find(Note.class, 1))
                .isInstanceOf(IllegalStateException.class);
    }
}

package fr.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.TestDatabase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entity classes get no persistence unit. */
class EntityRulesTest {

    private static final OwnTables OF_NOTES =
            OwnTables.ofModule(
                    "notes",
                    MigrationScripts.of(
                            List.of(
                                    new MigrationScripts.Script(
                                            "V1__notes.sql", "CREATE TABLE notes_note (id INT)"))));

    @Entity
    public static class Automatic {
        @Id @GeneratedValue private long id;
    }

    @Entity
    public static class FromTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private long id;
    }

    @Entity
    public static class FromSequence {
        private long id;

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public long getId() {
            return id;
        }

        public void setId(long newId) {
            id = newId;
        }
    }

    @MappedSuperclass
    public static class Numbered {
        @Id @GeneratedValue private long id;
    }

    @Entity
    public static class Inheriting extends Numbered {}

    @Entity
    public static class OfTheDatabase {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private long id;
    }

    @Entity
    @NamedQuery(
            name = "Cursor.all",
            query = "SELECT c FROM Cursor c",
            hints = @QueryHint(name = "eclipselink.cursor", value = "true"))
    public static class Cursor {
        @Id private long id;
    }

    @Entity
    @NamedStoredProcedureQuery(name = "Procedure.run", procedureName = "run")
    public static class Procedure {
        @Id private long id;
    }

    @Entity
    public static class WithoutTable {
        @Id private long id;
    }

    @Entity
    @Table(name = "notes_note")
    @SecondaryTable(name = "person")
    public static class Secondary {
        @Id private long id;
    }

    @Entity
    @Table(name = "notes_note")
    public static class Collecting {
        @Id private long id;

        @ElementCollection
        @CollectionTable(name = "person")
        private Set<String> names = Set.of();
    }

    @Entity
    @Table(name = "notes_note")
    public static class JoiningMany {
        @Id private long id;

        @ManyToMany
        @JoinTable(name = "person")
        private Set<JoiningMany> others = Set.of();
    }

    @Entity
    @Table(name = "notes_note")
    public static class JoiningOne {
        @Id private long id;

        @OneToOne
        @JoinTable(name = "person")
        private @Nullable JoiningOne other;
    }

    @Entity
    @Table(name = "notes_note, person")
    public static class TwoInOne {
        @Id private long id;
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WithoutTable.class,
                BorrowedPerson.class,
                Secondary.class,
                Collecting.class,
                JoiningMany.class,
                JoiningOne.class,
                TwoInOne.class,
                StolenNote.class,
                ProcessInfo.class
            })
    void aModulesClassesAreMappedToItsOwnTables(Class<?> entity) {
        assertThatThrownBy(() -> create(entity, OF_NOTES).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(entity.getName())
                .hasMessageContaining("is not a table of this module");
    }

    @Test
    void aClassOnTheModulesOwnTableHasItsUnit() throws SQLException {
        try (EntityManagerFactory factory = create(Note.class, OF_NOTES)) {
            assertThat(factory.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Automatic.class, FromTable.class, FromSequence.class, Inheriting.class})
    void numbersThatAreDrawnInAdvanceForAllCollegesAreRefused(Class<?> entity) {
        assertThatThrownBy(() -> create(entity).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for all collèges at once");
    }

    @Test
    void hintsAndProceduresOfNamedQueriesAreLookedAtToo() {
        assertThatThrownBy(() -> create(Cursor.class).close())
                .hasMessageContaining("eclipselink.cursor");
        assertThatThrownBy(() -> create(Procedure.class).close())
                .hasMessageContaining("stored procedure");
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> EntityRules.check(loader(), List.of("fr.nowhere.Lost")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fr.nowhere.Lost");
    }

    @Test
    void aNumberOfTheDatabaseIsOfOneCollege() throws SQLException {
        try (EntityManagerFactory factory = create(OfTheDatabase.class)) {
            assertThat(factory.isOpen()).isTrue();
        }
    }

    private static EntityManagerFactory create(Class<?> entity) throws SQLException {
        return create(entity, OwnTables.ofCore());
    }

    private static EntityManagerFactory create(Class<?> entity, OwnTables tables)
            throws SQLException {
        return new PersistenceUnits(new UnitsOfWork(TestDatabase.get().pool(1)))
                .create(entity.getSimpleName(), tables, loader(), List.of(entity.getName()));
    }

    private static ClassLoader loader() {
        return EntityRulesTest.class.getClassLoader();
    }
}

package fr.preau.liberty.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Units of work of many collèges on one small pool of Liberty's, each checking whose rows it sees.
 */
@ExtendWith({DatabaseOfTheServer.class, ArquillianExtension.class})
class PoolIsolationIT {

    private static final int UNITS = 100_000;
    private static final int THREADS = 8;

    private static final String WHOSE = "SELECT owner FROM tenancy_secret";

    @Deployment
    static WebArchive tenancy() {
        return ShrinkWrap.create(WebArchive.class, "tenancy.war")
                .addClasses(PoolIsolationIT.class, DatabaseOfTheServer.class, Spaces.class)
                .addAsLibraries(
                        Jars.of(
                                UnitsOfWork.class,
                                fr.preau.api.school.Uai.class,
                                org.slf4j.LoggerFactory.class,
                                org.assertj.core.api.Assertions.class,
                                net.bytebuddy.ByteBuddy.class));
    }

    @Test
    void aHundredThousandMixedUnitsOfWorkEachSeeTheirOwnRows() throws Exception {
        UnitsOfWork units = new UnitsOfWork(pool("jdbc/safe"));
        units.requireClientPreparedStatements();
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();

        runInParallel(
                thread -> {
                    Random random = new Random(thread);
                    for (int i = 0; i < UNITS / THREADS; i++) {
                        String space = Spaces.NAMES.get(random.nextInt(Spaces.NAMES.size()));
                        String outcome = oneUnit(units, new DatabaseSpace(space), random, i);
                        outcomes.merge(outcome, 1, Integer::sum);
                    }
                    return thread;
                });

        assertThat(new TreeMap<>(outcomes).keySet())
                .containsExactly("failed", "leaked", "own", "rolled back", "timed out");
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(UNITS);
    }

    @Test
    void theSameCheckFindsTheLeakWhenStatementsArePreparedOnTheServer() throws Exception {
        assertThat(wrongAnswers(pool("jdbc/safe"))).isEmpty();
        assertThat(wrongAnswers(pool("jdbc/leaky"))).isNotEmpty();
    }

    /** One request, good or bad; says how it ended, and « wrong » when it saw other rows. */
    private static String oneUnit(UnitsOfWork units, DatabaseSpace space, Random random, int turn) {
        int kind = turn % 2_500 == 2_499 ? -1 : random.nextInt(100);
        try {
            if (kind < 0) {
                return units.read(space, unit -> timeOut(unit.connection()));
            }
            if (kind < 3) {
                return units.write(
                        space,
                        unit -> {
                            throw new IllegalArgumentException(owner(unit.connection()));
                        });
            }
            if (kind < 6) {
                return units.read(space, unit -> leak(unit.connection(), space));
            }
            if (kind < 9) {
                return units.write(space, unit -> fillAndThrow(unit.connection()));
            }
            return units.read(space, unit -> verdict(owner(unit.connection()), space, "own"));
        } catch (IllegalArgumentException e) {
            return verdict(String.valueOf(e.getMessage()), space, "failed");
        } catch (UnsupportedOperationException e) {
            return "rolled back";
        } catch (DatabaseFailure e) {
            return String.valueOf(e.getMessage()).contains("max_statement_time")
                    ? "timed out"
                    : "broken: " + e.getMessage();
        }
    }

    private static String verdict(String owner, DatabaseSpace space, String good) {
        return owner.equals(space.name()) ? good : "wrong: " + owner + " in " + space;
    }

    private static String owner(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WHOSE);
                ResultSet rows = statement.executeQuery()) {
            StringBuilder owners = new StringBuilder();
            while (rows.next()) {
                owners.append(rows.getString(1));
            }
            return owners.toString();
        }
    }

    /** A statement and its rows that nobody closes. */
    private static String leak(Connection connection, DatabaseSpace space) throws SQLException {
        ResultSet rows = connection.prepareStatement(WHOSE).executeQuery();
        return rows.next() ? verdict(rows.getString(1), space, "leaked") : "wrong: no row";
    }

    private static String fillAndThrow(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO tenancy_secret VALUES ('never seen')")) {
            statement.executeUpdate();
        }
        throw new UnsupportedOperationException("on purpose");
    }

    private static String timeOut(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT SLEEP(5)")) {
            statement.setQueryTimeout(1);
            statement.executeQuery();
            return "not timed out";
        }
    }

    /** Two collèges in turn, the same statement each time, as pool and driver cache it. */
    private static List<String> wrongAnswers(DataSource pool) {
        UnitsOfWork units = new UnitsOfWork(pool);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            DatabaseSpace space = new DatabaseSpace(Spaces.NAMES.get(i % 2));
            try {
                String owner = units.read(space, unit -> owner(unit.connection()));
                if (!owner.equals(space.name())) {
                    wrong.add(owner + " in " + space);
                }
            } catch (DatabaseFailure e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        return wrong;
    }

    private static void runInParallel(java.util.function.IntFunction<Integer> work)
            throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> work.apply(thread));
            }
            for (Future<Integer> future : executor.invokeAll(tasks)) {
                future.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    @SuppressWarnings("BanJNDI") // The names are those of our own server.xml.
    private static DataSource pool(String name) throws Exception {
        return (DataSource) new InitialContext().lookup(name);
    }
}

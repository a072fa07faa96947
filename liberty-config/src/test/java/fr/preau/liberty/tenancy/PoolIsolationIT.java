package fr.preau.liberty.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
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
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Units of work of many collèges on small pools of Liberty's, each checking whose rows it sees. The
 * pool {@code jdbc/preau} is the one that is delivered, with its options, only smaller.
 */
@ExtendWith({DatabaseOfTheServer.class, ArquillianExtension.class})
class PoolIsolationIT {

    private static final int UNITS = 100_000;
    private static final int THREADS = 8;

    @Deployment
    static WebArchive tenancy() {
        return ShrinkWrap.create(WebArchive.class, "tenancy.war")
                .addClasses(
                        PoolIsolationIT.class,
                        DatabaseOfTheServer.class,
                        Spaces.class,
                        Rows.class,
                        BadRequest.class,
                        TwoConnections.class,
                        TwoConnections.Question.class)
                .addClasses(
                        Stream.of(BadRequest.values())
                                .map(Object::getClass)
                                .toArray(Class<?>[]::new))
                .addAsLibraries(
                        Jars.of(
                                UnitsOfWork.class,
                                fr.preau.api.school.Uai.class,
                                org.slf4j.LoggerFactory.class,
                                org.assertj.core.api.Assertions.class,
                                net.bytebuddy.ByteBuddy.class));
    }

    @Test
    void thePoolsAsDeliveredPassTheCheckOfTheStart() throws Exception {
        UnitsOfWork units = new UnitsOfWork(pool("jdbc/preau"), pool("jdbc/preau-platform"));
        assertThatCode(units::requireClientPreparedStatements).doesNotThrowAnyException();
    }

    @Test
    void aHundredThousandMixedUnitsOfWorkEachSeeTheirOwnRows() throws Exception {
        UnitsOfWork units = new UnitsOfWork(pool("jdbc/preau"));
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();

        runInParallel(
                thread -> {
                    Random random = new Random(thread);
                    for (int i = 0; i < UNITS / THREADS; i++) {
                        outcomes.merge(oneRequest(units, random, i), 1, Integer::sum);
                    }
                    return thread;
                });

        assertThat(new TreeMap<>(outcomes).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("own"),
                                        Stream.of(BadRequest.values())
                                                .map(bad -> bad + ", then own"))
                                .toList());
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(UNITS);
    }

    /** One request, good or bad; says how it ended, and « wrong » when it saw other rows. */
    private static String oneRequest(UnitsOfWork units, Random random, int turn) {
        BadRequest bad = badAt(turn, random);
        if (bad == null) {
            return owned(units, random);
        }
        String end = bad.end(units, any(random));
        return (end.equals(BadRequest.GOOD) ? bad : end) + ", then " + owned(units, random);
    }

    /** The slow ones seldom: a timeout is a second, a lost connection a new one. */
    private static @Nullable BadRequest badAt(int turn, Random random) {
        if (turn % 2_500 == 1_200) {
            return BadRequest.TIMEOUT;
        }
        if (turn % 2_500 == 2_400) {
            return BadRequest.TIMEOUT_AFTER_AN_INSERT;
        }
        if (turn % 250 == 100) {
            return BadRequest.HALF_A_SWITCH;
        }
        return switch (random.nextInt(200)) {
            case 0 -> BadRequest.LEAKED_STREAM;
            case 1, 2, 3, 4, 5, 6 -> BadRequest.EXCEPTION;
            case 7, 8, 9, 10, 11, 12 -> BadRequest.EXCEPTION_AFTER_AN_INSERT;
            default -> null;
        };
    }

    private static DatabaseSpace any(Random random) {
        return Spaces.ALL.get(random.nextInt(Spaces.ALL.size()));
    }

    private static String owned(UnitsOfWork units, Random random) {
        return owned(units, any(random));
    }

    private static String owned(UnitsOfWork units, DatabaseSpace space) {
        String owner = units.read(space, unit -> Rows.owners(unit.connection()));
        return owner.equals(space.name()) ? "own" : "wrong: " + owner + " in " + space;
    }

    @Test
    void onTheSameConnectionNobodyFindsWhatABadRequestLeftBehind() throws Exception {
        UnitsOfWork units = new UnitsOfWork(pool("jdbc/one"));
        List<String> ends = new ArrayList<>();
        for (BadRequest bad : BadRequest.values()) {
            DatabaseSpace before = Spaces.ALL.get(0);
            DatabaseSpace after = Spaces.ALL.get(1);
            ends.add(owned(units, before));
            ends.add(bad.end(units, before));
            ends.add(owned(units, before));
            ends.add(bad.end(units, before));
            ends.add(owned(units, after));
        }
        assertThat(ends).containsOnly("own", BadRequest.GOOD);
    }

    @Test
    void noCachedStatementGoesFromOneCollegeToAnother() throws Exception {
        assertThat(TwoConnections.strayed(pool("jdbc/preau"), PoolIsolationIT::reading)).isEmpty();
        assertThat(TwoConnections.strayed(pool("jdbc/preau"), PoolIsolationIT::marking)).isEmpty();
    }

    @Test
    void theSameCheckFindsStatementsThatWerePreparedOnTheServer() throws Exception {
        assertThat(TwoConnections.strayed(pool("jdbc/leaky"), PoolIsolationIT::reading))
                .isNotEmpty();
    }

    private static String reading(Connection connection, DatabaseSpace space) throws SQLException {
        return Rows.owners(connection);
    }

    private static String marking(Connection connection, DatabaseSpace space) throws SQLException {
        Rows.mark(connection, space.name());
        return Rows.marks(connection);
    }

    private static void runInParallel(IntFunction<Integer> work) throws Exception {
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

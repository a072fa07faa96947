package fr.preau.liberty.tenancy;

import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Two connections of one pool, held at the same time by two threads that go from collège to collège
 * and say the same statements at each, as pool and driver cache them.
 */
final class TwoConnections {

    /** What is said at each collège; it answers with the owner of what it saw. */
    @FunctionalInterface
    interface Question {
        String ask(Connection connection, DatabaseSpace space) throws SQLException;
    }

    private static final int ROUNDS = 5;

    private static final Pattern DENIED = Pattern.compile("denied .* `(preau_\\w+)`");

    private final UnitsOfWork units;
    private final Question question;
    private final CyclicBarrier both = new CyclicBarrier(2);

    private TwoConnections(UnitsOfWork units, Question question) {
        this.units = units;
        this.question = question;
    }

    /** What of one collège turned up at another, either as a row or as MariaDB's refusal of it. */
    static List<String> strayed(DataSource pool, Question question) throws Exception {
        TwoConnections two = new TwoConnections(new UnitsOfWork(pool), question);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<String>> one = () -> two.travel(0);
            Callable<List<String>> other = () -> two.travel(1);
            List<String> strayed = new ArrayList<>();
            for (Future<List<String>> each : threads.invokeAll(List.of(one, other))) {
                strayed.addAll(each.get());
            }
            return strayed;
        } finally {
            threads.shutdown();
        }
    }

    private List<String> travel(int first) throws Exception {
        List<String> strayed = new ArrayList<>();
        int all = Spaces.ALL.size();
        for (int turn = 0; turn < ROUNDS * all; turn++) {
            DatabaseSpace space = Spaces.ALL.get((first + turn) % all);
            String seen = seenAt(space);
            if (!seen.equals(space.name())) {
                strayed.add(seen + " at " + space);
            }
            // Nobody goes on before both have given their connection back.
            both.await(30, TimeUnit.SECONDS);
        }
        return strayed;
    }

    private String seenAt(DatabaseSpace space) {
        try {
            return units.write(
                    space,
                    unit -> {
                        holdBoth();
                        return question.ask(unit.connection(), space);
                    });
        } catch (DatabaseFailure e) {
            Matcher denied = DENIED.matcher(String.valueOf(e.getMessage()));
            if (denied.find() && !denied.group(1).equals(space.name())) {
                return denied.group(1);
            }
            throw e;
        }
    }

    private void holdBoth() {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other connection was not taken", e);
        }
    }
}

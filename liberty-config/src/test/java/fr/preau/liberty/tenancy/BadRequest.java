package fr.preau.liberty.tenancy;

import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a request can end badly; each leaves something behind that the next one must not find. */
enum BadRequest {
    /** After reading. */
    EXCEPTION {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            return fails(
                    IllegalArgumentException.class,
                    () ->
                            units.write(
                                    space,
                                    unit -> {
                                        throw new IllegalArgumentException(
                                                Rows.owners(unit.connection()));
                                    }),
                    space.name());
        }
    },

    /** After writing, which must not be seen by anybody. */
    EXCEPTION_AFTER_AN_INSERT {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            return fails(
                    UnsupportedOperationException.class,
                    () ->
                            units.write(
                                    space,
                                    unit -> {
                                        Rows.insert(unit.connection(), "never seen");
                                        throw new UnsupportedOperationException("on purpose");
                                    }),
                    "on purpose");
        }
    },

    /** A second of waiting, ended by MariaDB. */
    TIMEOUT {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            return fails(
                    DatabaseFailure.class,
                    () -> units.read(space, unit -> waitTooLong(unit.connection())),
                    "max_statement_time");
        }
    },

    TIMEOUT_AFTER_AN_INSERT {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            return fails(
                    DatabaseFailure.class,
                    () ->
                            units.write(
                                    space,
                                    unit -> {
                                        Rows.insert(unit.connection(), "never seen");
                                        return waitTooLong(unit.connection());
                                    }),
                    "max_statement_time");
        }
    },

    /** Ten thousand rows on their way, left after the first, and nothing closed. */
    LEAKED_STREAM {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            String first = units.read(space, unit -> leak(unit.connection()));
            return first.equals(space.name()) ? GOOD : "wrong: " + first + " in " + space;
        }
    },

    /** The role is taken and the schema is not: only throwing the connection away helps. */
    HALF_A_SWITCH {
        @Override
        String end(UnitsOfWork units, DatabaseSpace space) {
            return fails(
                    DatabaseFailure.class,
                    () -> units.read(Spaces.HALF, unit -> Rows.owners(unit.connection())),
                    Spaces.HALF.name());
        }
    };

    static final String GOOD = "as it should";

    /** Lets a request end this way, and says whether it did as it should. */
    abstract String end(UnitsOfWork units, DatabaseSpace space);

    private static String fails(
            Class<? extends RuntimeException> type, Runnable request, String reason) {
        try {
            request.run();
            return "wrong: it did not end";
        } catch (RuntimeException e) {
            return type.isInstance(e) && String.valueOf(e.getMessage()).contains(reason)
                    ? GOOD
                    : "wrong: " + e;
        }
    }

    private static String waitTooLong(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT SLEEP(5)")) {
            statement.setQueryTimeout(1);
            statement.executeQuery();
            return "not timed out";
        }
    }

    private static String leak(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT owner FROM tenancy_long");
        statement.setFetchSize(1);
        ResultSet rows = statement.executeQuery();
        rows.next();
        return rows.getString(1);
    }
}

package fr.preau.core.persistence;

import fr.preau.core.tenancy.SqlCheck;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose only connection is the one of the current unit of work, with what may be said
 * on it.
 */
final class UnitDataSource implements DataSource {

    private final UnitsOfWork units;
    private final SqlCheck rule;
    private volatile boolean made;

    UnitDataSource(UnitsOfWork units, SqlCheck rule) {
        this.units = units;
        this.rule = rule;
    }

    /** From now on each connection is that of a unit of work. */
    void made() {
        made = true;
    }

    @Override
    public Connection getConnection() {
        return ofTheUnit();
    }

    @Override
    public Connection getConnection(String user, String password) {
        return ofTheUnit();
    }

    private Connection ofTheUnit() {
        return made ? units.current().connection(rule) : UnitBeingMade.connection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is written there.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pool has its own.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("a unit of work does not give its pool away");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

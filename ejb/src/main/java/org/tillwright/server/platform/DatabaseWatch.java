package org.tillwright.server.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database a small question every two seconds, over a connection of its own, so that everybody else knows at once
 * whether it is there: the health checks, and callers who would otherwise wait for a frozen database one by one.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // who asks must never wait for who looks
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseWatch {

    private static final System.Logger LOG = System.getLogger(DatabaseWatch.class.getName());

    private static final int PATIENCE_SECONDS = 4; // a pause of our own of a second or two is no fault of the database

    @Inject
    DatabaseState state;

    private @Nullable Connection connection;

    @PostConstruct
    void begin() {
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    @DenyAll
    public void look() {
        state.saw(answers());
    }

    /** A question that needs our tables; a server that merely accepts connections proves nothing. */
    private synchronized boolean answers() {
        try {
            if (connection == null) {
                connection = TimedDataSource.within(PATIENCE_SECONDS).getConnection();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet results = statement.executeQuery("select max(number) from publication")) {
                return results.next();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the database was asked in vain", e); // what is told is the state
            end();
            return false;
        }
    }

    @PreDestroy
    void end() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the connection of the watch did not close", e);
            }
        }
    }
}

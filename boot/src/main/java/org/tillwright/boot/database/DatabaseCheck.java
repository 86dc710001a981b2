package org.tillwright.boot.database;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mariadb.jdbc.MariaDbDataSource;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.DatabaseAddress;
import org.tillwright.sql.DatabaseUrl;
import org.tillwright.sql.Schema;
import org.tillwright.sql.SchemaException;
import org.tillwright.sql.SchemaReport;

/** Looks at a database before anything is started on it, so that what is wrong is told in one sentence and not by a log. */
public final class DatabaseCheck {

    private static final int ANSWER_SECONDS = 30;

    /** Kept here, since the log manager forgets a level that nobody holds. Its talk is not for the terminal. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    private final DatabaseAddress address;

    public DatabaseCheck(DatabaseAddress address) {
        this.address = address;
    }

    /** The schema's state, whatever it is. */
    public SchemaReport look() throws StartException {
        try {
            return new Schema(source(DatabaseUrl.limited(address.url(), address.connectSeconds(), ANSWER_SECONDS)))
                    .look();
        } catch (SchemaException e) {
            throw trouble(e);
        }
    }

    /**
     * The schema's state, when a server can start on it.
     *
     * @throws StartException when the database is away, or not one that this program can use
     */
    public SchemaReport requireUsable() throws StartException {
        SchemaReport report = look();
        if (!report.isUsable()) {
            throw new StartException(place() + ": " + report.sentence());
        }
        return report;
    }

    /** Brings the schema up to date, for as long as that takes. */
    public SchemaReport migrate() throws StartException {
        try {
            new Schema(source(address.url())).migrate();
            return look();
        } catch (SchemaException e) {
            throw trouble(e);
        }
    }

    private StartException trouble(SchemaException e) {
        return new StartException(place() + ": " + e.getMessage(), e);
    }

    private String place() {
        return "Database " + address.shown();
    }

    private MariaDbDataSource source(String url) throws StartException {
        try {
            var source = new MariaDbDataSource(url);
            source.setUser(address.user());
            source.setPassword(address.password());
            return source;
        } catch (SQLException e) {
            throw new StartException(place() + " is not an address that the driver understands.", e);
        }
    }
}

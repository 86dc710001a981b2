package org.tillwright.server.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tillwright.sql.Schema;

/**
 * Brings the schema up to date before anything else starts, outside any transaction of the server: MariaDB commits at
 * each change of a table anyway. Also defines the data source, whose place and secret come from the environment.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/tillwright",
        className = "org.tillwright.server.platform.TimedDataSource",
        url =
                "${MPCONFIG=tillwright.db.url:jdbc:mariadb://127.0.0.1:3306/tillwright?useServerPrepStmts=true&useBulkStmts=true}",
        user = "${MPCONFIG=tillwright.db.user:tillwright}",
        password = "${MPCONFIG=tillwright.db.password:}",
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
            "fish.payara.max-wait-time-in-millis=5000", // for a free connection; then 503, and the caller comes again
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class Migrator {

    @PostConstruct
    void migrate() {
        try {
            migrate(TimedDataSource.forAsLongAsItTakes());
        } catch (SQLException e) {
            throw new IllegalStateException("the database's address cannot be used", e);
        }
    }

    /** Runs what is missing of the migrations; a database that is newer than this program, or half done, is refused. */
    static void migrate(DataSource dataSource) {
        new Schema(dataSource).migrate();
    }
}

package org.tillwright.server.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts, outside any transaction of the server: MariaDB commits at
 * each change of a table anyway. Also defines the data source, whose place and secret come from the environment.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/tillwright",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url =
                "${MPCONFIG=tillwright.db.url:jdbc:mariadb://127.0.0.1:3306/tillwright?useServerPrepStmts=true&useBulkStmts=true}",
        user = "${MPCONFIG=tillwright.db.user:tillwright}",
        password = "${MPCONFIG=tillwright.db.password:}",
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
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

    @Resource(lookup = "java:app/jdbc/tillwright")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        migrate(dataSource);
    }

    /** Runs what is missing of the migrations; a database that is newer than this program is refused. */
    static void migrate(DataSource dataSource) {
        Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns(new String[0]) // Flyway passes over migrations from the future by default
                .load()
                .migrate();
    }
}

package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import org.tillwright.sql.Schema;
import org.tillwright.sql.SchemaException;

class MigratorTest {

    @Test
    void aSecondStartFindsNothingToDo() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThatCode(database::migrateAgain).doesNotThrowAnyException();
        }
    }

    /** Two servers start at once: the second was connected before the first had said how this database compares texts. */
    @Test
    void aConnectionFromBeforeTheFirstMigrationMakesTablesThatCompareLikeTheOthers() throws SQLException {
        try (TestDatabase usual = TestDatabase.migrated();
                TestDatabase database = TestDatabase.empty();
                OpenedBefore second = new OpenedBefore(database)) {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database.url(), database.user(), database.user())
                    .locations("classpath:db/migration")
                    .target("0003")
                    .load()
                    .migrate();
            new Schema(second).migrate();
            assertThat(columnsOfOtherCollation(database)).isEqualTo(columnsOfOtherCollation(usual));
        }
    }

    private static long columnsOfOtherCollation(TestDatabase database) {
        return database.count(
                "information_schema.columns",
                "table_schema = database() and table_name <> 'flyway_schema_history'"
                        + " and collation_name is not null and collation_name <> 'utf8mb4_nopad_bin'");
    }

    /** Hands out connections that were opened when it was made. */
    private static final class OpenedBefore extends MariaDbDataSource implements AutoCloseable {

        private static final int ENOUGH = 12;

        private final Deque<Connection> opened = new ArrayDeque<>();

        OpenedBefore(TestDatabase database) throws SQLException {
            super(database.url());
            for (int i = 0; i < ENOUGH; i++) {
                opened.add(DriverManager.getConnection(database.url(), database.user(), database.user()));
            }
        }

        @Override
        public Connection getConnection() {
            return opened.remove();
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : opened) {
                connection.close();
            }
        }
    }

    /** An old server on a newer schema would write rows that the new one reads otherwise. */
    @Test
    void aDatabaseOfANewerProgramIsRefused() {
        try (TestDatabase database = TestDatabase.migrated()) {
            database.tamper(
                    "insert into flyway_schema_history select 9999, '9999', 'from the future', type, 'V9999__x.sql',"
                            + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                            + " where version = '0001'");
            assertThat(database.count("flyway_schema_history", "version = '9999'"))
                    .isEqualTo(1);
            assertThatThrownBy(database::migrateAgain)
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("9999");
        }
    }
}

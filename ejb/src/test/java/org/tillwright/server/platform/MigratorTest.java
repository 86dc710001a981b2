package org.tillwright.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tillwright.sql.SchemaException;

class MigratorTest {

    @Test
    void aSecondStartFindsNothingToDo() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThatCode(database::migrateAgain).doesNotThrowAnyException();
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

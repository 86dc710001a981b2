package org.tillwright.server.publication;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tillwright.server.platform.Sql;

/** The lives of this database: a new one began when it was made, and each time a copy of it was restored. */
@Dependent
class Epochs {

    @Inject
    Sql sql;

    /** Never kept in memory: a copy may be restored under a running server, and the next register must be told. */
    UUID current() {
        return sql.first("select epoch from server_epoch order by begun_at desc limit 1", row -> row.uuid(1))
                .orElseThrow(() -> new IllegalStateException("the table server_epoch is empty"));
    }
}

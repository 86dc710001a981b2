package org.tillwright.server.journal;

import org.tillwright.server.Refused;
import org.tillwright.server.platform.TestDatabase;

/** Notes in a new transaction, as the container does. */
final class TransactionalQuarantine extends QuarantineService {

    private final TestDatabase database;

    TransactionalQuarantine(TestDatabase database) {
        this.database = database;
    }

    @Override
    public void note(String workstationId, long sequence, byte[] bytes, Refused why) {
        database.inTransaction(() -> {
            super.note(workstationId, sequence, bytes, why);
            return why;
        });
    }
}

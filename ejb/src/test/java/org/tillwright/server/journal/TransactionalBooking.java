package org.tillwright.server.journal;

import org.tillwright.server.platform.TestDatabase;

/** Books in a new transaction, as the container does. */
final class TransactionalBooking extends BookingService {

    private final TestDatabase database;

    TransactionalBooking(TestDatabase database) {
        this.database = database;
    }

    @Override
    public AcceptedRecord book(ReceivedRecord received) {
        return database.inTransaction(() -> super.book(received));
    }
}

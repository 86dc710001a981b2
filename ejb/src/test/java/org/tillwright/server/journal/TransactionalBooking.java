package org.tillwright.server.journal;

import jakarta.ejb.EJBException;
import java.util.List;
import org.tillwright.server.TestShop;
import org.tillwright.server.platform.DatabaseException;
import org.tillwright.server.platform.TestDatabase;

/** Books in a new transaction, as the container does. */
public final class TransactionalBooking extends BookingService {

    private final TestDatabase database;

    TransactionalBooking(TestDatabase database) {
        this.database = database;
    }

    /** Returns a journal of a shop whose records are booked for good. */
    public static TestJournal journalOf(TestShop shop) {
        shop.wiring.bind(BookingService.class, shop.wiring.complete(new TransactionalBooking(shop.database)));
        shop.wiring.bind(QuarantineService.class, shop.wiring.complete(new TransactionalQuarantine(shop.database)));
        TestJournal journal = shop.get(TestJournal.class);
        shop.wiring.bind(JournalService.class, journal);
        return journal;
    }

    @Override
    public List<AcceptedRecord> book(List<ReceivedRecord> group) {
        try {
            return database.inTransaction(() -> super.book(group));
        } catch (DatabaseException e) {
            throw new EJBException(e);
        }
    }
}

package org.tillwright.register.orders;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.ParkedSales;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.SuspendedSaleMessage;

/**
 * The sales that were parked at this register and that nobody went on with, as far as it knows. They never stand in the way
 * of closing a till: they are listed there, and stay.
 */
public final class SuspendedSales {

    private final Journal journal;
    private final Clock clock;

    public SuspendedSales(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns them, the newest first. */
    public List<SuspendedSaleMessage> list() throws JournalException {
        Instant now = clock.instant();
        List<SuspendedSaleMessage> sales = new ArrayList<>();
        for (ParkedSales.Parked parked : journal.parked().free()) {
            SuspendedSaleMessage sale = messageOf(parked);
            if (sale.expiresAt().isAfter(now)) {
                sales.add(sale);
            }
        }
        return List.copyOf(sales);
    }

    public int count() throws JournalException {
        return list().size();
    }

    static SuspendedSaleMessage messageOf(ParkedSales.Parked parked) {
        return WireJson.read(requireNonNull(parked.body()), SuspendedSaleMessage.class);
    }
}

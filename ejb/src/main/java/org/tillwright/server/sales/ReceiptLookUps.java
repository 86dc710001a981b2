package org.tillwright.server.sales;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.tillwright.server.platform.LookUpLimit;

/**
 * Bounds how many receipts one register asks for by a number that can be counted up, or misses: enough for every customer
 * at its counter, too few to read a store's sales.
 */
@ApplicationScoped
public class ReceiptLookUps extends LookUpLimit {

    /** How many a register may ask for within {@link #SPAN}. */
    static final int MOST = 20;

    static final Duration SPAN = Duration.ofMinutes(10);

    public ReceiptLookUps() {
        super(MOST, SPAN);
    }
}

package org.tillwright.register.sale;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.TenderType;

/** What the customer is shown of a sale: what was rung up, and what is to be paid in the way that was chosen. */
final class CustomerView {

    private final SaleDevices devices;
    private @Nullable TenderType way;

    CustomerView(SaleDevices devices) {
        this.devices = devices;
    }

    /** A line is new or has changed. */
    void rung(SaleInProgress sale, int lineNumber, String language) {
        way = null;
        devices.lineRung(SaleLines.one(sale, lineNumber, language), sale.total());
    }

    /** Something else changed, such as what was paid. */
    void changed(SaleInProgress sale) {
        devices.totalDue(due(sale));
    }

    /**
     * The rest is going to be paid in this way; cash is an amount that there are coins for.
     *
     * @param next null when that is open again
     */
    void chosen(@Nullable TenderType next, SaleInProgress sale) {
        way = next;
        changed(sale);
    }

    /** The next customer may come. */
    void finished(FinishedSale sale) {
        way = null;
        devices.finished(sale);
    }

    private Money due(SaleInProgress sale) {
        return way == TenderType.CASH ? sale.cashDue() : sale.payableBy(way).due();
    }
}

package org.tillwright.web.admin.transactions;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.orders.OpenDeposit;
import org.tillwright.server.orders.OrderService;
import org.tillwright.server.orders.SuspendedSaleService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Words;
import org.tillwright.wire.order.ResumedTwice;

/** What registers began and did not end: deposits that are owed, and parked sales that were paid for twice. */
@Named("openOrders")
@ViewScoped
public class OpenOrdersBean implements Serializable {

    @Inject
    OrderService orders;

    @Inject
    SuspendedSaleService suspended;

    @Inject
    Console console;

    @Inject
    Words words;

    private transient @Nullable List<OpenDeposit> deposits;
    private transient @Nullable ResumedTwice twice;

    /** The orders of the store that something is owed on, those first that were to be fetched first. */
    public List<OpenDeposit> getDeposits() {
        List<OpenDeposit> known = deposits;
        if (known == null) {
            known = orders.depositsOf(console.getStoreId());
            deposits = known;
        }
        return known;
    }

    /** The parked sales of the store that more than one sale went on with, the newest first. */
    public List<ResumedTwice.Sale> getTwice() {
        return resumedTwice().sales();
    }

    /** True when there are more of either than are shown. */
    public boolean hasMore() {
        return resumedTwice().hasMore() || getDeposits().size() == OrderService.MOST_DEPOSITS;
    }

    private ResumedTwice resumedTwice() {
        ResumedTwice known = twice;
        if (known == null) {
            known = suspended.resumedTwiceIn(console.getStoreId());
            twice = known;
        }
        return known;
    }

    /** One sentence: how many orders something is owed on, and how many parked sales went on twice. */
    public String getState() {
        return words.count("transactions.orders.open", getDeposits().size()) + " "
                + words.count("transactions.orders.twice.state", getTwice().size());
    }

    public String state(OpenDeposit deposit) {
        return words.get("transactions.orders.state." + deposit.state());
    }
}

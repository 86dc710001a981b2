package org.tillwright.web.admin.transactions;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.sales.DisputedSale;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;

/** The sales that the server computes otherwise, and what people made of them. */
@Named("disputed")
@ViewScoped
public class DisputedBean implements Serializable {

    private static final String TRANSACTION = "transaction";

    @Inject
    TransactionLookupService lookup;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Navigation navigation;

    private Asked asked = Asked.now(List.of());
    private transient @Nullable List<DisputedSale> sales;
    private @Nullable String note;

    @PostConstruct
    void arrive() {
        asked = Asked.now(List.of(TRANSACTION));
        if (asked.has(TRANSACTION) && getShown() == null) {
            messages.refused("transactions.disputed.gone");
        }
    }

    public List<DisputedSale> getSales() {
        List<DisputedSale> known = sales;
        if (known == null) {
            known = lookup.disputed(console.getStoreId());
            sales = known;
        }
        return known;
    }

    public void refresh() {
        sales = null;
    }

    public long getOpenCount() {
        return lookup.countOpenDisputes(console.getStoreId());
    }

    /** The sale that the address names; null when it names none that is disputed. */
    public @Nullable DisputedSale getShown() {
        return getSales().stream().filter(this::isShown).findFirst().orElse(null);
    }

    public boolean isShown(DisputedSale sale) {
        return asked.find(TRANSACTION)
                .filter(sale.row().transactionId().toString()::equals)
                .isPresent();
    }

    public String address(DisputedSale sale) {
        return asked.with(TRANSACTION, sale.row().transactionId().toString()).address();
    }

    public String getClosedAddress() {
        return asked.without(TRANSACTION).address();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    /** Marks the shown sale as looked at, and goes back to the list. */
    public void markLookedAt() {
        DisputedSale shown = getShown();
        if (shown != null && note != null) {
            lookup.markLookedAt(console.getStoreId(), shown.row().transactionId(), console.getOperatorId(), note);
            messages.done(
                    "transactions.disputed.marked", Long.toString(shown.row().sequence()));
            navigation.go(getClosedAddress());
        }
    }
}

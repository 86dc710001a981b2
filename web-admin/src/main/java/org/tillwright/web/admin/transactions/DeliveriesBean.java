package org.tillwright.web.admin.transactions;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.delivery.DeliveryRow;
import org.tillwright.server.delivery.DeliveryService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Words;

/** Receipts that customers wanted sent: what became of each, and another try. */
@Named("deliveries")
@ViewScoped
public class DeliveriesBean implements Serializable {

    @Inject
    DeliveryService service;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Words words;

    private transient @Nullable List<DeliveryRow> rows;

    public List<DeliveryRow> getRows() {
        List<DeliveryRow> known = rows;
        if (known == null) {
            known = service.newest(console.getStoreId());
            rows = known;
        }
        return known;
    }

    public void refresh() {
        rows = null;
    }

    /** One sentence: how many were given up, and how many wait. */
    public String getState() {
        return words.count("transactions.deliveries.givenUp", service.countGivenUp(console.getStoreId())) + " "
                + words.count("transactions.deliveries.waiting", service.countWaiting(console.getStoreId()));
    }

    /** Names the ways that receipts wait for and that this server has not been told; null when it knows all. */
    public @Nullable String getMissing() {
        List<String> missing = service.missing(console.getStoreId());
        return missing.isEmpty()
                ? null
                : words.with(
                        "transactions.deliveries.missing",
                        missing.stream()
                                .map(channel -> words.get("transactions.deliveries.channel." + channel))
                                .collect(Collectors.joining(", ")));
    }

    public String channel(DeliveryRow row) {
        String key = "transactions.deliveries.channel." + row.channel();
        return words.containsKey(key) ? words.get(key) : row.channel();
    }

    /** The number of the receipt; while the sale has not arrived, a sentence says so. */
    public String number(DeliveryRow row) {
        String number = row.transactionNumber();
        return number == null ? words.get("transactions.deliveries.noSale") : number;
    }

    public void again(UUID requestId) {
        service.again(console.getStoreId(), requestId, console.getOperatorId());
        refresh();
        messages.done("transactions.deliveries.again.done");
    }
}

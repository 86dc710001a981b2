package org.tillwright.server.stores;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.TaxPolicyMessage;

/** A store as its receipts and registers need it. */
public record StoreDetail(
        String storeId,
        String name,
        List<String> addressLines,
        @Nullable String taxNumber,
        String country,
        String currency,
        String language,
        String timeZone,
        String dayEnds,
        TaxPolicyMessage taxPolicy,
        Map<String, String> receiptFooter) {

    public StoreDetail {
        addressLines = List.copyOf(addressLines);
        receiptFooter = Map.copyOf(receiptFooter);
    }

    /** Returns what a form shows for changing. */
    public StoreDraft draft() {
        return new StoreDraft(
                name,
                addressLines,
                taxNumber,
                country,
                currency,
                language,
                timeZone,
                dayEnds,
                taxPolicy,
                receiptFooter);
    }
}

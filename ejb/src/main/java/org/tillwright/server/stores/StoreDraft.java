package org.tillwright.server.stores;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.TaxPolicyMessage;

/**
 * What people may say about a store.
 *
 * @param addressLines at most three
 * @param dayEnds local time, such as 04:00
 * @param receiptFooter by language; lines are parted by line feeds
 */
public record StoreDraft(
        String name,
        List<String> addressLines,
        @Nullable String taxNumber,
        String country,
        String currency,
        String language,
        String timeZone,
        String dayEnds,
        TaxPolicyMessage taxPolicy,
        Map<String, String> receiptFooter)
        implements Serializable {

    public StoreDraft {
        addressLines = List.copyOf(addressLines);
        receiptFooter = Map.copyOf(receiptFooter);
    }
}

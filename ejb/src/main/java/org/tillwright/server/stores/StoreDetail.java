package org.tillwright.server.stores;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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

    /** Returns the business day at a moment: until the day ends, by the clocks on the store's wall, it is still yesterday. */
    public LocalDate businessDayAt(Instant moment) {
        LocalDateTime onTheWall = LocalDateTime.ofInstant(moment, ZoneId.of(timeZone));
        boolean isStillYesterday = onTheWall.toLocalTime().isBefore(LocalTime.parse(dayEnds));
        return isStillYesterday ? onTheWall.toLocalDate().minusDays(1) : onTheWall.toLocalDate();
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

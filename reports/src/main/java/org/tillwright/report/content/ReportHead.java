package org.tillwright.report.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose report it is, and which question it answers.
 *
 * @param country ISO 3166; says which paper the store prints on
 * @param till the one workstation that was asked for; null for all
 * @param madeBy the person who asked
 */
public record ReportHead(
        String storeName,
        List<String> addressLines,
        @Nullable String taxNumber,
        String country,
        String currency,
        LocalDate from,
        LocalDate to,
        @Nullable String till,
        Instant madeAt,
        String madeBy) {

    public ReportHead {
        addressLines = List.copyOf(addressLines);
    }
}

package org.tillwright.server.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One transaction in a list.
 *
 * @param sequence of its journal record, which is the number of its receipt
 * @param endedAt by the register's clock
 * @param acceptedAt when the server booked it; lists go by this, because it is when there was something new to see
 * @param operatorName the id when there is no such operator any more
 * @param tenders names of the tender types, each once
 * @param hasReturns true when goods came back
 * @param hasOverrides true when a price was set by hand
 */
public record TransactionRow(
        UUID transactionId,
        String workstationId,
        String workstationName,
        long sequence,
        LocalDate businessDay,
        Instant endedAt,
        Instant acceptedAt,
        String operatorName,
        String currency,
        long totalMinor,
        long lineCount,
        List<String> tenders,
        boolean hasReturns,
        boolean hasOverrides,
        boolean disputed) {

    public TransactionRow {
        tenders = List.copyOf(tenders);
    }

    /** Where this row stands in the list. */
    public TransactionPlace place() {
        return new TransactionPlace(acceptedAt, transactionId);
    }
}

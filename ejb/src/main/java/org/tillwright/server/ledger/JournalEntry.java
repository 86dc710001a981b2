package org.tillwright.server.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One business event in the books. Its postings sum to zero; the constructor will not have it otherwise.
 *
 * @param sourceId the transaction or till session that is booked
 * @param event what of it is booked, such as SALE; together with the source it is booked once
 */
public record JournalEntry(
        UUID sourceId, String event, String storeId, LocalDate bookedOn, String currency, List<Posting> postings) {

    public JournalEntry {
        postings =
                postings.stream().filter(posting -> posting.amountMinor() != 0).toList();
        long sum = 0;
        for (Posting posting : postings) {
            sum = Math.addExact(sum, posting.amountMinor());
        }
        if (sum != 0) {
            throw new IllegalArgumentException("the postings of " + event + " " + sourceId + " sum to " + sum);
        }
    }
}

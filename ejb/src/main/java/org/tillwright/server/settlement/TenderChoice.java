package org.tillwright.server.settlement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tender that a payout line could be, should a person say so.
 *
 * @param number of the tender in its sale, from 1
 * @param day business day of the sale
 * @param differenceMinor what the line has more than the tender; negative when it has less
 * @param receipt the receipt's number, as the lists show it
 * @param code the authorization code, or a phone payment's reference; null for neither
 */
public record TenderChoice(
        UUID transactionId,
        long number,
        LocalDate day,
        String currency,
        long amountMinor,
        long differenceMinor,
        String receipt,
        @Nullable String code)
        implements Serializable {

    /** Names the tender in a page's address and form. */
    public String id() {
        return transactionId + "/" + number;
    }
}

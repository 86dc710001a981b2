package org.tillwright.server.settlement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount that fits nothing, and that nobody has settled.
 *
 * @param kind LINE (of a payout), TENDER, RECEIPT (of a terminal), DAY (of a terminal) or WALLET (a phone's payment)
 * @param id of that kind
 * @param amountMinor negative when money went back; of a DAY what the terminal has more than its register
 * @param reason an {@link OpenReason}
 * @param code the authorization code, or a reference
 * @param transactionId of the tender; of a line, of the tender that comes nearest; null where there is none
 * @param source where it stands: a file, or a receipt's number; null for neither
 * @param line of the file, from 1; null where it is none
 */
public record OpenAmount(
        String kind,
        String id,
        LocalDate day,
        String currency,
        long amountMinor,
        OpenReason reason,
        @Nullable String terminalId,
        @Nullable String code,
        @Nullable String trace,
        @Nullable UUID transactionId,
        @Nullable String source,
        @Nullable Long line)
        implements Serializable {

    public OpenPlace place() {
        return new OpenPlace(day, kind, id);
    }

    /** True where a person can say which tender a line is. */
    public boolean isMatchable() {
        return kind.equals("LINE") && reason != OpenReason.CHARGEBACK && reason != OpenReason.ADJUSTMENT;
    }
}

package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/**
 * A sale that was begun and given up before it was paid. Moves no goods and no money; kept because someone may ask.
 *
 * @param lineCount lines in the cart when it was given up
 * @param totalMinor what would have been due
 */
public record SaleVoidedMessage(
        UUID transactionId,
        @Limit(40) String storeId,
        UUID tillSessionId,
        @Limit(40) String operatorId,
        LocalDate businessDay,
        Instant voidedAt,
        @Limit(3) String currency,
        Long lineCount,
        Long totalMinor) {}

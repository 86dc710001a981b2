package org.tillwright.wire.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A cart that a register parked, and everything another needs to go on with it.
 *
 * @param suspendedSaleId the id that the sale in progress had
 * @param expiresAt after which nobody may go on with it
 * @param totalMinor what it came to when it was parked
 * @param label what the operator calls it, such as a customer's name; null for nothing
 * @param firstItems names of the first things in it
 * @param resumedFrom the suspended sale that this one went on with before it was parked again
 * @param draft the cart in the words of registers; the server keeps it and reads nothing in it
 */
public record SuspendedSaleMessage(
        UUID suspendedSaleId,
        @Limit(40) String operatorId,
        @Limit(120) String operatorName,
        Instant suspendedAt,
        Instant expiresAt,
        @Limit(3) String currency,
        Long totalMinor,
        Long lineCount,
        @Nullable @Limit(60) String label,
        @Limit(3) List<String> firstItems,
        @Nullable UUID resumedFrom,
        @Limit(MAX_DRAFT) String draft) {

    /** Characters of a draft: a cart of all the lines that there may be, and more. */
    public static final int MAX_DRAFT = 2_000_000;

    /** What stands before the digits in the barcode of a slip. */
    public static final String CODE_PREFIX = "TWS";

    private static final long CODES = 1_000_000_000_000L;

    /**
     * Returns the twelve digits that are printed on the slip of a suspended sale. They follow from its id, so that a register
     * without a server can print them; among the sales that are parked at one time two of the same are out of the question.
     */
    public static String codeOf(UUID suspendedSaleId) {
        long mixed = suspendedSaleId.getMostSignificantBits() ^ suspendedSaleId.getLeastSignificantBits();
        return String.format("%012d", Long.remainderUnsigned(mixed, CODES));
    }
}

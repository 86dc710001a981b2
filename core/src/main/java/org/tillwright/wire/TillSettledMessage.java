package org.tillwright.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.till.TillReport;

/**
 * A till was counted and closed. Expected is what the register worked out; counted is what a person found.
 *
 * <p>What may be null came with later versions.
 *
 * @param foreign notes of other currencies, each in its own units; what they are worth is in the count of FOREIGN_CASH
 * @param vouchers vouchers by the piece; what they are worth is in the count of VOUCHER
 * @param reason code of the reason for a difference
 * @param note what the operator wrote to it
 * @param approvalId the approval without which so large a difference was not allowed
 * @param approverId who allowed it
 * @param report the Z report as it was printed; its number is the Z number
 */
public record TillSettledMessage(
        UUID tillSessionId,
        @Limit(40) String storeId,
        @Limit(40) String operatorId,
        Instant settledAt,
        @Limit(3) String currency,
        @Limit(20) List<Count> counts,
        Long transactionCount,
        @Nullable @Limit(20) List<ForeignCount> foreign,
        @Nullable Pieces vouchers,
        @Nullable @Limit(40) String reason,
        @Nullable @Limit(200) String note,
        @Nullable UUID approvalId,
        @Nullable @Limit(40) String approverId,
        @Nullable TillReport report) {

    /** A till of which nothing is known beyond its counts. */
    public TillSettledMessage(
            UUID tillSessionId,
            String storeId,
            String operatorId,
            Instant settledAt,
            String currency,
            List<Count> counts,
            Long transactionCount) {
        this(
                tillSessionId,
                storeId,
                operatorId,
                settledAt,
                currency,
                counts,
                transactionCount,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * One tender of the till.
     *
     * @param tender name of a {@link TenderType}
     * @param expectedMinor float and takings
     */
    public record Count(@Limit(20) String tender, Long expectedMinor, Long countedMinor) {}

    /** Notes of one other currency, in its own minor units. */
    public record ForeignCount(@Limit(3) String currency, Long expectedMinor, Long countedMinor) {}

    /** Paper by the piece. */
    public record Pieces(Long expected, Long counted) {}

    /** Returns the counts of other currencies; none where there were none. */
    public List<ForeignCount> otherCurrencies() {
        return Lists.of(foreign);
    }

    /** Returns the number of the Z report, or null from a register that had none. */
    public @Nullable Long zNumber() {
        return report == null ? null : report.number();
    }
}

package org.tillwright.register.sale;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.SaleMessage;

/**
 * A sale in progress as it is kept on the register's disk. Written and read by {@link org.tillwright.wire.json.WireJson}.
 *
 * @param cardAskedMinor card payment that was asked of the terminal and whose end nobody knows yet, or null
 */
public record SaleDraft(
        UUID transactionId,
        Instant begunAt,
        Long nextLine,
        List<DraftLine> lines,
        List<SaleMessage.Tender> payments,
        @Nullable Long cardAskedMinor) {

    /** A line; price, reason and approver are there together or not at all. */
    public record DraftLine(
            Long number,
            String itemId,
            Long quantityMilli,
            @Nullable Long overrideMicro,
            @Nullable String reason,
            @Nullable String approverId) {}
}

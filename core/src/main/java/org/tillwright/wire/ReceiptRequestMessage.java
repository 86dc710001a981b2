package org.tillwright.wire;

import java.time.Instant;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/**
 * A customer wants the receipt of a sale sent. The server does it, and tries until it is done or given up.
 *
 * @param transactionId of a sale, of any register of any store
 * @param channel EMAIL or SMS
 * @param address an e-mail address, or a phone number with its country's code, such as {@code +4512345678}
 * @param language that the customer reads, such as {@code da}
 */
public record ReceiptRequestMessage(
        UUID requestId,
        @Limit(40) String storeId,
        UUID transactionId,
        @Limit(40) String operatorId,
        @Limit(10) String channel,
        @Limit(254) String address,
        @Limit(5) String language,
        Instant requestedAt) {}

package org.tillwright.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * Something at a register that moves neither goods nor money and that someone may ask about later.
 *
 * @param event what happened, such as SIGNED_ON, SIGN_ON_LOCKED, LINE_VOIDED, RECEIPT_REPRINTED
 * @param subject what it happened to: an item, a transaction; null for none
 */
public record EventMessage(
        @Limit(40) String event,
        @Limit(40) String storeId,
        @Nullable @Limit(40) String operatorId,
        Instant happenedAt,
        @Nullable String subject,
        @Nullable String detail) {}

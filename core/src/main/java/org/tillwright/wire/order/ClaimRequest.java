package org.tillwright.wire.order;

import java.time.Instant;
import org.tillwright.wire.json.Limit;

/**
 * A register wants a parked cart or an order for itself. Asked again under the same id, it gets the same answer.
 *
 * @param operatorId who does it
 * @param at when, by the register's clock
 */
public record ClaimRequest(@Limit(40) String operatorId, Instant at) {}

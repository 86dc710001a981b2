package org.tillwright.server.inventory;

import java.time.Instant;

/**
 * What a unit cost from a moment on, and who said so.
 *
 * @param costMicro millionths of the currency's major unit
 */
public record CostTold(Instant at, long costMicro, String operatorName) {}

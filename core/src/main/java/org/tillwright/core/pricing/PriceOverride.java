package org.tillwright.core.pricing;

import org.tillwright.core.money.UnitPrice;

/**
 * A price an operator changed by hand.
 *
 * @param unitPrice what one unit costs instead of the book's price
 * @param reason code of the reason, such as {@code DAMAGED} or {@code IMPORTED}
 * @param approverId the operator who may do this and did
 */
public record PriceOverride(UnitPrice unitPrice, String reason, String approverId) {}

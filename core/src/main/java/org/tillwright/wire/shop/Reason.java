package org.tillwright.wire.shop;

import java.util.Map;
import org.tillwright.wire.json.Limit;

/**
 * A reason that an operator can give, or a word that can be said of a line.
 *
 * @param use for what: DISCOUNT, PRICE, RETURN, PAID_IN, PAID_OUT, NO_SALE, VOID, POST_VOID, OVER_SHORT, TENDER; INSTRUCTION for
 *     the quick words of instructions
 * @param names by language; the store's own is always there
 */
public record Reason(@Limit(20) String use, @Limit(40) String reasonId, Map<String, String> names) {}

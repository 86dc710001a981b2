package org.tillwright.wire;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What a line says beyond goods and amounts.
 *
 * @param instruction how the customer wants it, in words
 * @param returnReason code of the reason why the goods came back
 * @param condition RESELL or SCRAP: what becomes of goods that came back; null for RESELL
 */
public record LineParticulars(
        @Nullable @Limit(200) String instruction,
        @Nullable @Limit(40) String returnReason,
        @Nullable @Limit(20) String condition) {

    /** Goods that came back and cannot be sold again. */
    public static final String SCRAP = "SCRAP";

    /** Goods that came back and go back onto the shelf. */
    public static final String RESELL = "RESELL";
}

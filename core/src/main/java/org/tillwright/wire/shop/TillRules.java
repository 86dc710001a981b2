package org.tillwright.wire.shop;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * How tills are run.
 *
 * @param drawers SHARED: several cashiers on one till; or OWN: one till for each; null for SHARED
 * @param blindCount true if what should be there is shown after counting only; null for true
 * @param overShortMaxMinor a larger difference needs an approval; null for never
 * @param pickupAboveMinor cash beyond which the register asks for a pickup; null for never
 */
public record TillRules(
        @Nullable @Limit(10) String drawers,
        @Nullable Boolean blindCount,
        @Nullable Long overShortMaxMinor,
        @Nullable Long pickupAboveMinor) {}

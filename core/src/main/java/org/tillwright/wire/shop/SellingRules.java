package org.tillwright.wire.shop;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.Lists;

/**
 * What selling asks and allows.
 *
 * @param limits what each role may take off by itself; a role that is not named may take off nothing
 * @param restrictions goods that ask for an age, or have something to be told
 * @param serviceMode EAT_IN or TAKE_AWAY where a sale begins with it; null where it makes no difference
 * @param asksSalesperson true where a sale is attributed to who sold
 * @param badgeApproves true where a badge alone is enough to approve; null for a badge and its owner's PIN
 * @param tares what the packing of weighed goods weighs; the first that names an item or its department counts
 */
public record SellingRules(
        @Nullable @Limit(20) List<RoleLimit> limits,
        @Nullable @Limit(1_000) List<Restriction> restrictions,
        @Nullable @Limit(20) String serviceMode,
        @Nullable Boolean asksSalesperson,
        @Nullable Boolean badgeApproves,
        @Nullable @Limit(1_000) List<KnownTare> tares) {

    /** Selling where no packing is known. */
    public SellingRules(
            @Nullable List<RoleLimit> limits,
            @Nullable List<Restriction> restrictions,
            @Nullable String serviceMode,
            @Nullable Boolean asksSalesperson,
            @Nullable Boolean badgeApproves) {
        this(limits, restrictions, serviceMode, asksSalesperson, badgeApproves, null);
    }

    /** Selling where a badge alone approves nothing. */
    public SellingRules(
            @Nullable List<RoleLimit> limits,
            @Nullable List<Restriction> restrictions,
            @Nullable String serviceMode,
            @Nullable Boolean asksSalesperson) {
        this(limits, restrictions, serviceMode, asksSalesperson, null);
    }

    /**
     * What one role may take off without another's approval.
     *
     * @param maxPercentPpm of a line or a sale, parts per million
     * @param maxAmountMinor of a line or a sale; null for as much as the percentage allows
     */
    public record RoleLimit(@Limit(20) String role, Long maxPercentPpm, @Nullable Long maxAmountMinor) {

        private static final BigInteger WHOLE = BigInteger.valueOf(Rate.WHOLE);

        /**
         * True if this much may be taken off.
         *
         * @param percentPpm the percentage, where it was given as one: what rounding made of it does not count; else null
         * @param offMinor what it comes to, not negative
         * @param ofMinor what it is taken off, not negative
         */
        public boolean allows(@Nullable Long percentPpm, long offMinor, long ofMinor) {
            if (maxAmountMinor != null && offMinor > maxAmountMinor) {
                return false;
            }
            if (percentPpm != null) {
                return percentPpm <= maxPercentPpm;
            }
            BigInteger off = BigInteger.valueOf(offMinor).multiply(WHOLE);
            return off.compareTo(BigInteger.valueOf(ofMinor).multiply(BigInteger.valueOf(maxPercentPpm))) <= 0;
        }
    }

    /** Returns what a role may take off by itself; nothing, for a role that the limits do not name. */
    public RoleLimit limitOf(String role) {
        return Lists.of(limits).stream()
                .filter(limit -> limit.role().equals(role))
                .findFirst()
                .orElseGet(() -> new RoleLimit(role, 0L, 0L));
    }

    /** Returns what the packing of an item weighs, in grams; 0 where nobody said. */
    public long tareGramsOf(String itemId, String departmentId) {
        return Lists.of(tares).stream()
                .filter(tare -> Lists.of(tare.itemIds()).contains(itemId)
                        || Lists.of(tare.departmentIds()).contains(departmentId))
                .mapToLong(KnownTare::grams)
                .findFirst()
                .orElse(0);
    }

    /**
     * Packing that goods by weight are always sold in, such as a tub. It is not sold.
     *
     * @param grams what it weighs, 1 to 9,999
     * @param departmentIds all goods of these; null for none
     */
    public record KnownTare(
            Long grams,
            @Nullable @Limit(100) List<String> departmentIds,
            @Nullable @Limit(5_000) List<String> itemIds) {}

    /**
     * Something to be asked or told before goods are sold.
     *
     * @param minimumAge years; null where none is asked for
     * @param warnings by language; null for none
     * @param departmentIds all goods of these; null for none
     */
    public record Restriction(
            @Limit(40) String restrictionId,
            @Nullable Long minimumAge,
            @Nullable Map<String, String> warnings,
            @Nullable @Limit(100) List<String> departmentIds,
            @Nullable @Limit(5_000) List<String> itemIds) {}
}

package org.tillwright.register.till;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.wire.TenderType;

/**
 * What a person found in a till.
 *
 * @param counted by tender; a tender that is not named was found to be zero. Of foreign notes this is not asked: see there
 * @param foreign notes of other currencies, by currency and in their own units
 * @param vouchers how many pieces; null where none were asked for
 * @param reason code of the reason for a difference
 * @param note what the operator wrote to it
 */
public record TillCount(
        Map<TenderType, Money> counted,
        Map<String, Money> foreign,
        @Nullable Long vouchers,
        @Nullable String reason,
        @Nullable String note) {

    public TillCount {
        counted = Map.copyOf(counted);
        foreign = Map.copyOf(foreign);
    }

    /** A count of the tenders alone. */
    public static TillCount of(Map<TenderType, Money> counted) {
        return new TillCount(counted, Map.of(), null, null, null);
    }

    public TillCount withReason(@Nullable String why, @Nullable String words) {
        return new TillCount(counted, foreign, vouchers, why, words);
    }

    boolean isNegative() {
        return counted.values().stream().anyMatch(Money::isNegative)
                || foreign.values().stream().anyMatch(Money::isNegative)
                || (vouchers != null && vouchers < 0);
    }

    /**
     * Somebody's yes to something that the operator may not do alone.
     *
     * @param approvalId the record of it; null when the operator may do it anyway
     */
    public record Yes(String approverId, @Nullable UUID approvalId) {}
}

package org.tillwright.wire.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * How customers can pay.
 *
 * @param tenders the tenders that the store takes, in the order of their keys; null for cash and card
 * @param currencies other currencies whose notes are taken
 * @param tipPercentsPpm tips that are offered, parts per million of what is due; null where no tips are asked for
 */
public record TenderRules(
        @Nullable @Limit(20) List<Rule> tenders,
        @Nullable @Limit(20) List<ForeignCurrency> currencies,
        @Nullable @Limit(6) List<Long> tipPercentsPpm) {

    /**
     * What one tender asks and allows. Amounts are of one payment.
     *
     * @param type name of a tender type
     * @param minMinor less is not taken; null for any
     * @param maxMinor more is not taken; null for any
     * @param approvalAboveMinor more needs another's approval; null for never
     * @param asksReason true if a reason is given with it
     * @param takesRefunds true if money can go back this way; null for what is usual for it
     */
    public record Rule(
            @Limit(20) String type,
            @Nullable Long minMinor,
            @Nullable Long maxMinor,
            @Nullable Long approvalAboveMinor,
            @Nullable Boolean asksReason,
            @Nullable Boolean takesRefunds) {}

    /**
     * A currency whose notes are taken.
     *
     * @param rateMicro millionths of the store's major unit that one major unit is taken for
     */
    public record ForeignCurrency(@Limit(3) String currency, Long rateMicro) {}
}

package org.tillwright.wire.pricing;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;

/** Makes core's promotions of told ones that {@link PromotionRulesCheck} found complete. */
final class Promotions {

    private final ItemGroups groups;

    Promotions(ItemGroups groups) {
        this.groups = groups;
    }

    Promotion of(PromotionMessage told) {
        String policy = told.returnPolicy();
        return new Promotion(
                told.promotionId(),
                Math.toIntExact(told.priority()),
                Promotion.Combining.valueOf(told.combining()),
                conditions(told),
                policy == null ? Promotion.ReturnPolicy.PRORATED : Promotion.ReturnPolicy.valueOf(policy),
                Boolean.TRUE.equals(told.manufacturer()),
                effect(told.effect()));
    }

    private static Conditions conditions(PromotionMessage told) {
        String hoursFrom = told.hoursFrom();
        String hoursUntil = told.hoursUntil();
        return new Conditions(
                moment(told.from()),
                moment(told.until()),
                days(Lists.of(told.days())),
                hoursFrom == null || hoursUntil == null
                        ? null
                        : new Conditions.Hours(LocalTime.parse(hoursFrom), LocalTime.parse(hoursUntil)),
                Set.copyOf(Lists.of(told.storeIds())),
                Set.copyOf(Lists.of(told.customerGroups())),
                told.couponCode(),
                told.tender(),
                told.perSale(),
                told.perCustomer());
    }

    private static @Nullable LocalDateTime moment(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text);
    }

    private static Set<DayOfWeek> days(List<String> told) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        told.forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return days;
    }

    private Effect effect(PromotionMessage.Effect told) {
        return switch (EffectType.valueOf(told.type())) {
            case PERCENT_OFF -> new Effect.PercentOff(items(told), rate(told.offPpm()));
            case AMOUNT_OFF -> new Effect.AmountOff(items(told), number(told.offMinor()));
            case FIXED_PRICE -> new Effect.FixedPrice(items(told), number(told.priceMinor()));
            case BUY_GET ->
                new Effect.BuyGet(
                        groups.selection(requireNonNull(told.buy())),
                        count(told.buyCount()),
                        items(told),
                        count(told.getCount()),
                        rate(told.offPpm()));
            case MIX_AND_MATCH -> new Effect.MixAndMatch(items(told), count(told.count()), number(told.priceMinor()));
            case BUNDLE ->
                new Effect.Bundle(
                        Lists.of(told.parts()).stream()
                                .map(part ->
                                        new Effect.Bundle.Part(groups.selection(part.items()), count(part.count())))
                                .toList(),
                        number(told.priceMinor()));
            case CHEAPEST_OFF ->
                new Effect.CheapestOff(items(told), count(told.every()), count(told.cheapest()), rate(told.offPpm()));
            case SPEND_PERCENT -> new Effect.SpendPercent(items(told), number(told.spendMinor()), rate(told.offPpm()));
            case SPEND_AMOUNT ->
                new Effect.SpendAmount(items(told), number(told.spendMinor()), number(told.offMinor()));
            case QUANTITY_BREAKS ->
                new Effect.QuantityBreaks(
                        items(told),
                        Lists.of(told.breaks()).stream().map(Promotions::step).toList());
            case NEXT_SALE_COUPON ->
                new Effect.NextSaleCoupon(items(told), number(told.spendMinor()), requireNonNull(told.couponCode()));
        };
    }

    private static Effect.QuantityBreaks.Break step(PromotionMessage.Break told) {
        Long off = told.offPpm();
        return new Effect.QuantityBreaks.Break(
                new Quantity(told.fromMilli()), off == null ? null : new Rate(off), told.priceMinor());
    }

    private ItemSelection items(PromotionMessage.Effect told) {
        return groups.selection(requireNonNull(told.items()));
    }

    private static long number(@Nullable Long told) {
        return requireNonNull(told);
    }

    private static int count(@Nullable Long told) {
        return Math.toIntExact(requireNonNull(told));
    }

    private static Rate rate(@Nullable Long ppm) {
        return new Rate(requireNonNull(ppm));
    }
}

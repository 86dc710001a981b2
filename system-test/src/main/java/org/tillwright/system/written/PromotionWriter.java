package org.tillwright.system.written;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.wire.pricing.PromotionMessage;

/** Writes promotions down. */
final class PromotionWriter {

    private final Names names;

    PromotionWriter(Names names) {
        this.names = names;
    }

    PromotionMessage message(Promotion promotion) {
        Conditions conditions = promotion.conditions();
        Conditions.Hours hours = conditions.hours();
        return new PromotionMessage(
                promotion.promotionId(),
                null,
                (long) promotion.priority(),
                promotion.combining().name(),
                text(conditions.from()),
                text(conditions.until()),
                orNull(conditions.days().stream().sorted().map(DayOfWeek::name).toList()),
                hours == null ? null : hours.from().toString(),
                hours == null ? null : hours.until().toString(),
                orNull(conditions.stores().stream().sorted().map(names::store).toList()),
                orNull(conditions.customerGroups()),
                conditions.couponCode(),
                conditions.tender(),
                conditions.perSale(),
                conditions.perCustomer(),
                promotion.returnPolicy().name(),
                promotion.manufacturer(),
                effect(promotion.effect()));
    }

    private static @Nullable String text(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toString();
    }

    private PromotionMessage.Effect effect(Effect effect) {
        if (effect instanceof Effect.PercentOff percent) {
            return new Told("PERCENT_OFF", percent.items()).off(percent.off()).message();
        } else if (effect instanceof Effect.AmountOff amount) {
            return new Told("AMOUNT_OFF", amount.items())
                    .offMinor(amount.offMinor())
                    .message();
        } else if (effect instanceof Effect.FixedPrice fixed) {
            return new Told("FIXED_PRICE", fixed.items())
                    .price(fixed.priceMinor())
                    .message();
        } else if (effect instanceof Effect.MixAndMatch mix) {
            return new Told("MIX_AND_MATCH", mix.items())
                    .count(mix.count())
                    .price(mix.priceMinor())
                    .message();
        } else if (effect instanceof Effect.SpendPercent spend) {
            return new Told("SPEND_PERCENT", spend.items())
                    .spend(spend.spendMinor())
                    .off(spend.off())
                    .message();
        } else if (effect instanceof Effect.SpendAmount spend) {
            return new Told("SPEND_AMOUNT", spend.items())
                    .spend(spend.spendMinor())
                    .offMinor(spend.offMinor())
                    .message();
        }
        return ofSeveral(effect);
    }

    private PromotionMessage.Effect ofSeveral(Effect effect) {
        if (effect instanceof Effect.BuyGet buyGet) {
            Told told = new Told("BUY_GET", buyGet.get()).off(buyGet.off());
            told.buy = selection(buyGet.buy());
            told.buyCount = (long) buyGet.buyCount();
            told.getCount = (long) buyGet.getCount();
            return told.message();
        } else if (effect instanceof Effect.CheapestOff cheapest) {
            Told told = new Told("CHEAPEST_OFF", cheapest.items()).off(cheapest.off());
            told.every = (long) cheapest.every();
            told.cheapest = (long) cheapest.cheapest();
            return told.message();
        } else if (effect instanceof Effect.Bundle bundle) {
            Told told = new Told("BUNDLE", null).price(bundle.priceMinor());
            told.parts = bundle.parts().stream()
                    .map(part -> new PromotionMessage.Part(selection(part.items()), (long) part.count()))
                    .toList();
            return told.message();
        } else if (effect instanceof Effect.QuantityBreaks breaks) {
            Told told = new Told("QUANTITY_BREAKS", breaks.items());
            told.breaks = breaks.breaks().stream().map(PromotionWriter::step).toList();
            return told.message();
        }
        Effect.NextSaleCoupon coupon = (Effect.NextSaleCoupon) effect;
        Told told = new Told("NEXT_SALE_COUPON", coupon.items()).spend(coupon.spendMinor());
        told.couponCode = coupon.couponCode();
        return told.message();
    }

    private static PromotionMessage.Break step(Effect.QuantityBreaks.Break step) {
        Rate off = step.off();
        return new PromotionMessage.Break(step.from().milli(), off == null ? null : off.ppm(), step.priceMinor());
    }

    private PromotionMessage.Selection selection(ItemSelection selection) {
        return new PromotionMessage.Selection(
                selection.all(),
                orNull(names.items(selection.items())),
                null,
                orNull(selection.departments()),
                orNull(names.items(selection.exceptItems())),
                null,
                orNull(selection.exceptDepartments()));
    }

    private static @Nullable List<String> orNull(Set<String> texts) {
        return orNull(texts.stream().sorted().toList());
    }

    private static @Nullable List<String> orNull(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    /** An effect with those members that its type has. */
    private final class Told {

        private final String type;
        private final PromotionMessage.@Nullable Selection items;
        private PromotionMessage.@Nullable Selection buy;
        private @Nullable Long buyCount;
        private @Nullable Long getCount;
        private @Nullable Long count;
        private @Nullable Long every;
        private @Nullable Long cheapest;
        private @Nullable Long offPpm;
        private @Nullable Long offMinor;
        private @Nullable Long priceMinor;
        private @Nullable Long spendMinor;
        private @Nullable List<PromotionMessage.Part> parts;
        private @Nullable List<PromotionMessage.Break> breaks;
        private @Nullable String couponCode;

        Told(String type, @Nullable ItemSelection items) {
            this.type = type;
            this.items = items == null ? null : selection(items);
        }

        Told off(Rate rate) {
            offPpm = rate.ppm();
            return this;
        }

        Told offMinor(long minor) {
            offMinor = minor;
            return this;
        }

        Told price(long minor) {
            priceMinor = minor;
            return this;
        }

        Told spend(long minor) {
            spendMinor = minor;
            return this;
        }

        Told count(long pieces) {
            count = pieces;
            return this;
        }

        PromotionMessage.Effect message() {
            return new PromotionMessage.Effect(
                    type,
                    items,
                    buy,
                    buyCount,
                    getCount,
                    count,
                    every,
                    cheapest,
                    offPpm,
                    offMinor,
                    priceMinor,
                    spendMinor,
                    parts,
                    breaks,
                    couponCode);
        }
    }
}

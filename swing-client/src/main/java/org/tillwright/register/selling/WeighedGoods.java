package org.tillwright.register.selling;

import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.WeighingOrder;

/**
 * One weighing: what the scale is told of the goods, and whether what it shows the customer is what the sale will say.
 *
 * @param prices what a kilogram costs when so much is sold: there may be another price from a quantity on; null where the
 *     price is asked for after the weight
 */
record WeighedGoods(WeighingOrder order, Function<Quantity, @Nullable UnitPrice> prices) {

    private static final Quantity LEAST = new Quantity(1);

    /** The scale is told the price of the least weight, unless that is no whole number of the currency's smallest units. */
    static WeighedGoods of(WeighingOrder goods, Function<Quantity, @Nullable UnitPrice> prices) {
        Long told = minor(prices.apply(LEAST));
        return new WeighedGoods(new WeighingOrder(goods.number(), told, goods.tareGrams(), goods.text()), prices);
    }

    private static @Nullable Long minor(@Nullable UnitPrice price) {
        if (price == null) {
            return null;
        }
        var whole = price.decimal().movePointRight(price.currency().digits()).stripTrailingZeros();
        return whole.scale() > 0 ? null : whole.longValueExact();
    }

    /** True if the goods may be sold by this: it lies still, and the customer reads the price and amount of the sale. */
    boolean isSoldBy(ScaleReading reading) {
        return reading.isSellable() && agrees(reading);
    }

    /** True unless the scale shows another price or amount than the sale would; one that only weighs shows none. */
    boolean agrees(ScaleReading reading) {
        ScaleReading.Price onScale = reading.price();
        if (onScale == null) {
            return true;
        }
        Long told = order.pricePerKgMinor();
        Money here = amount(reading);
        return told != null && here != null && onScale.perKgMinor() == told && onScale.amountMinor() == here.minor();
    }

    /** What the sale would say that this weight costs, rounded as the sale rounds it; null without a price. */
    @Nullable
    Money amount(ScaleReading reading) {
        UnitPrice perKg = prices.apply(reading.weight());
        return perKg == null ? null : perKg.times(reading.weight(), RoundingMode.HALF_UP);
    }
}

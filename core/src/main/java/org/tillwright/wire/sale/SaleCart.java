package org.tillwright.wire.sale;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.Carts;

/** Reads a sale back as the cart that it was made of. */
public final class SaleCart {

    private SaleCart() {}

    /**
     * Returns the cart of a sound sale.
     *
     * @param at when the sale was begun, by the store's own clock
     * @param sold for lines that come back with their receipt: how they were sold, by the number of the line here
     * @throws IllegalArgumentException if no cart can be like this, with one sentence
     */
    public static Cart of(SaleMessage sale, LocalDateTime at, Map<Long, SoldLine> sold) {
        Currency currency = Currency.of(sale.currency());
        List<Cart.Line> lines = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            SoldLine before = sold.get(line.number());
            lines.add(before == null ? line(line, currency) : back(line, before));
        }
        return new Cart(
                Carts.context(sale.context(), at, sale.storeId()), lines, Carts.discounts(sale.discounts(), currency));
    }

    /** Goods that come back with their receipt are worth what was paid for them, whatever else is told of them. */
    private static Cart.Line back(SaleMessage.Line line, SoldLine sold) {
        return new Cart.Line(
                Math.toIntExact(line.number()),
                line.itemId(),
                kindOf(line),
                new Quantity(line.quantityMilli()),
                null,
                List.of(),
                List.of(),
                modeOf(line),
                null,
                followsOf(line),
                sold);
    }

    private static Cart.Line line(SaleMessage.Line line, Currency currency) {
        SaleMessage.OverriddenPrice override = line.override();
        Long label = line.labelMinor();
        return new Cart.Line(
                Math.toIntExact(line.number()),
                line.itemId(),
                kindOf(line),
                new Quantity(line.quantityMilli()),
                override == null
                        ? null
                        : new PriceOverride(
                                new UnitPrice(currency, line.unitPriceMicro()),
                                override.reason(),
                                override.approverId()),
                Carts.choices(line.modifiers()),
                Carts.discounts(line.manualDiscounts(), currency),
                modeOf(line),
                label == null ? null : new Money(currency, Math.abs(label)),
                followsOf(line),
                null);
    }

    private static Cart.Kind kindOf(SaleMessage.Line line) {
        return line.quantityMilli() < 0 ? Cart.Kind.RETURN : Cart.Kind.SALE;
    }

    private static @Nullable ServiceMode modeOf(SaleMessage.Line line) {
        String mode = line.serviceMode();
        return mode == null ? null : ServiceMode.valueOf(mode);
    }

    private static @Nullable Integer followsOf(SaleMessage.Line line) {
        Long follows = line.follows();
        return follows == null ? null : Math.toIntExact(follows);
    }
}

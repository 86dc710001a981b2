package org.tillwright.system.jmh;

import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceLists;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.Taxable;

/**
 * The cart that is measured: a full trolley in a supermarket with 5,000 items and 200 active promotions of every kind,
 * ten of which are for something in it.
 */
final class BenchCarts {

    static final int LINES = 50;
    static final int ITEMS = 5_000;
    static final int PROMOTIONS = 200;
    static final int TOUCHING = 10;

    private static final Currency EUR = Currency.of("EUR");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 13, 12, 0);

    private BenchCarts() {}

    static PriceBook book(int promotions) {
        TaxPolicy policy = new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
        Map<String, PriceBook.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            PriceBook.Traits traits = PriceBook.Traits.of("D" + i % 40, i % 10 == 7);
            entries.put(item(i), new PriceBook.Entry(item(i), price(i), i % 3 == 0 ? "STANDARD" : "REDUCED", traits));
        }
        List<Promotion> all = new ArrayList<>();
        for (int i = 0; i < promotions; i++) {
            all.add(promotion(i));
        }
        return new PriceBook(
                1,
                EUR,
                policy,
                entries,
                new TaxTable(Map.of(
                        "STANDARD", TaxTable.Taxes.always(Tax.percent("S", Rate.percent("19"), true)),
                        "REDUCED", TaxTable.Taxes.always(Tax.percent("R", Rate.percent("7"), true)))),
                new PriceRules(PriceLists.NONE, PromotionIndex.of(all), Map.of(), CashRounding.NONE));
    }

    /** Fifty lines of the first hundred items, each second one; promotions beyond the tenth are for other items. */
    static Cart cart() {
        List<Cart.Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            int item = i * 2;
            long milli = item % 10 == 7 ? 345 + i : 1000L * (1 + i % 4);
            lines.add(line(i + 1, item, milli));
        }
        return new Cart(SaleContext.of(NOON, "store-1"), lines, List.of());
    }

    static Cart.Line line(int number, int item, long milli) {
        return new Cart.Line(number, item(item), Cart.Kind.SALE, new Quantity(milli), null);
    }

    static Cart with(List<Cart.Line> lines) {
        return new Cart(SaleContext.of(NOON, "store-1"), lines, List.of());
    }

    static List<Taxable> taxables() {
        List<Taxable> lines = new ArrayList<>();
        Tax tax = Tax.percent("S", Rate.percent("19"), true);
        for (int i = 0; i < LINES; i++) {
            lines.add(Taxable.of(i + 1, new Money(EUR, 99 + i * 37L), Quantity.of(1 + i % 4), List.of(tax)));
        }
        return lines;
    }

    static TaxPolicy perLine() {
        return new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
    }

    static Currency currency() {
        return EUR;
    }

    private static String item(int number) {
        return "item-" + number;
    }

    private static UnitPrice price(int item) {
        return new UnitPrice(EUR, (99 + item * 37L % 2_000) * 10_000);
    }

    /** The first ten are for items 0 to 98, in pairs that overlap; each of the others for five items of no cart. */
    private static Promotion promotion(int number) {
        int first = number < TOUCHING ? number * 8 : 200 + number * 20;
        ItemSelection items = new ItemSelection(
                false,
                Set.of(item(first), item(first + 2), item(first + 4), item(first + 6), item(first + 10)),
                Set.of(),
                Set.of(),
                Set.of());
        return Promotion.of(
                "promotion-" + number,
                number % 3,
                number % 4 == 0 ? Promotion.Combining.STACKING : Promotion.Combining.EXCLUSIVE,
                Conditions.NONE,
                effect(number, items));
    }

    private static Effect effect(int number, ItemSelection items) {
        Rate tenth = Rate.percent("10");
        return switch (number % 10) {
            case 0 -> new Effect.PercentOff(items, tenth);
            case 1 -> new Effect.BuyGet(items, 2, items, 1, Rate.percent("100"));
            case 2 -> new Effect.MixAndMatch(items, 3, 500);
            case 3 ->
                new Effect.Bundle(List.of(new Effect.Bundle.Part(items, 2), new Effect.Bundle.Part(items, 1)), 600);
            case 4 -> new Effect.AmountOff(items, 20);
            case 5 -> new Effect.CheapestOff(items, 3, 1, Rate.percent("50"));
            case 6 -> new Effect.SpendAmount(items, 2_000, 300);
            case 7 -> new Effect.QuantityBreaks(items, List.of(Effect.QuantityBreaks.Break.off(Quantity.of(4), tenth)));
            case 8 -> new Effect.FixedPrice(items, 250);
            default -> new Effect.SpendPercent(items, 1_500, tenth);
        };
    }
}

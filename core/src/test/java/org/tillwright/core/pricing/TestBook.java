package org.tillwright.core.pricing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.Amounts;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.PriceBook.Traits;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** A price book put together for a test, in euro, with 25 % tax unless it says otherwise. */
final class TestBook {

    static final Currency EUR = Currency.of("EUR");

    private final Map<String, PriceBook.Entry> entries = new LinkedHashMap<>();
    private final Map<String, TaxTable.Taxes> taxes = new LinkedHashMap<>();
    private final Map<String, ModifierGroup> groups = new LinkedHashMap<>();
    private final List<PriceList> lists = new ArrayList<>();
    private final List<Promotion> promotions = new ArrayList<>();
    private final TaxPolicy policy;

    private TestBook(TaxPolicy policy) {
        this.policy = policy;
        rate("S", "25");
    }

    static TestBook inPrice() {
        return new TestBook(
                new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP));
    }

    static TestBook onTop(TaxPolicy.Level level) {
        return new TestBook(new TaxPolicy(TaxPolicy.Placement.ON_TOP, level, RoundingMode.HALF_UP));
    }

    static TestBook of(TaxPolicy policy) {
        return new TestBook(policy);
    }

    TestBook rate(String category, String percent) {
        return taxes(category, TaxTable.Taxes.always(tax(category, percent)));
    }

    Tax tax(String id, String percent) {
        return Tax.percent(id, Rate.percent(percent), policy.placement() == TaxPolicy.Placement.IN_PRICE);
    }

    TestBook taxes(String category, TaxTable.Taxes given) {
        taxes.put(category, given);
        return this;
    }

    TestBook item(String itemId, String price) {
        return item(itemId, price, "S", Traits.NONE);
    }

    TestBook item(String itemId, String price, String category) {
        return item(itemId, price, category, Traits.NONE);
    }

    TestBook item(String itemId, String price, String category, Traits traits) {
        entries.put(
                itemId,
                new PriceBook.Entry(
                        itemId, price.isEmpty() ? null : Amounts.unitPrice("EUR", price), category, traits));
        return this;
    }

    TestBook group(ModifierGroup group) {
        groups.put(group.groupId(), group);
        return this;
    }

    TestBook list(PriceList list) {
        lists.add(list);
        return this;
    }

    TestBook promotion(Promotion promotion) {
        promotions.add(promotion);
        return this;
    }

    PriceBook book() {
        return new PriceBook(
                1,
                EUR,
                policy,
                entries,
                new TaxTable(taxes),
                new PriceRules(PriceLists.of(lists), PromotionIndex.of(promotions), groups, CashRounding.NONE));
    }

    /** Prices a cart that has a price for everything. */
    static PricedCart price(Cart cart, PriceBook book) {
        try {
            return PricingEngine.price(cart, book);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new AssertionError(e);
        }
    }

    static Cart.Line line(int number, String itemId, long quantityMilli) {
        return GoldenTotals.line(number, itemId, quantityMilli);
    }

    static Cart cart(Cart.Line... lines) {
        return new Cart(List.of(lines));
    }

    static ManualDiscount percent(String id, String percent) {
        return ManualDiscount.percent(id, Rate.percent(percent), "KIND", "op-1");
    }

    static ManualDiscount amount(String id, String amount) {
        return ManualDiscount.amount(id, Amounts.eur(amount), "KIND", "op-1");
    }

    static Quantity units(long units) {
        return Quantity.of(units);
    }
}

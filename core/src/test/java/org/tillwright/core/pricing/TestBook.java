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
public final class TestBook {

    public static final Currency EUR = Currency.of("EUR");

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

    public static TestBook inPrice() {
        return new TestBook(
                new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP));
    }

    public static TestBook onTop(TaxPolicy.Level level) {
        return new TestBook(new TaxPolicy(TaxPolicy.Placement.ON_TOP, level, RoundingMode.HALF_UP));
    }

    public static TestBook of(TaxPolicy policy) {
        return new TestBook(policy);
    }

    public TestBook rate(String category, String percent) {
        return taxes(category, TaxTable.Taxes.always(tax(category, percent)));
    }

    public Tax tax(String id, String percent) {
        return Tax.percent(id, Rate.percent(percent), policy.placement() == TaxPolicy.Placement.IN_PRICE);
    }

    public TestBook taxes(String category, TaxTable.Taxes given) {
        taxes.put(category, given);
        return this;
    }

    public TestBook item(String itemId, String price) {
        return item(itemId, price, "S", Traits.NONE);
    }

    public TestBook item(String itemId, String price, String category) {
        return item(itemId, price, category, Traits.NONE);
    }

    public TestBook item(String itemId, String price, String category, Traits traits) {
        entries.put(
                itemId,
                new PriceBook.Entry(
                        itemId, price.isEmpty() ? null : Amounts.unitPrice("EUR", price), category, traits));
        return this;
    }

    public TestBook group(ModifierGroup group) {
        groups.put(group.groupId(), group);
        return this;
    }

    public TestBook list(PriceList list) {
        lists.add(list);
        return this;
    }

    public TestBook promotion(Promotion promotion) {
        promotions.add(promotion);
        return this;
    }

    public PriceBook book() {
        return new PriceBook(
                1,
                EUR,
                policy,
                entries,
                new TaxTable(taxes),
                new PriceRules(PriceLists.of(lists), PromotionIndex.of(promotions), groups, CashRounding.NONE));
    }

    /** Prices a cart that has a price for everything. */
    public static PricedCart price(Cart cart, PriceBook book) {
        try {
            return PricingEngine.price(cart, book);
        } catch (PricingEngine.UnpricedItemException e) {
            throw new AssertionError(e);
        }
    }

    public static Cart.Line line(int number, String itemId, long quantityMilli) {
        return GoldenTotals.line(number, itemId, quantityMilli);
    }

    public static Cart cart(Cart.Line... lines) {
        return new Cart(List.of(lines));
    }

    public static ManualDiscount percent(String id, String percent) {
        return ManualDiscount.percent(id, Rate.percent(percent), "KIND", "op-1");
    }

    public static ManualDiscount amount(String id, String amount) {
        return ManualDiscount.amount(id, Amounts.eur(amount), "KIND", "op-1");
    }

    public static Quantity units(long units) {
        return Quantity.of(units);
    }
}

package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceLists;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.Tax;
import org.tillwright.system.thrown.PricingCase;

/** All that is one step simpler than a case: fewer lines first, then fewer rules, then smaller numbers. */
final class Simpler {

    private final PricingCase from;
    private final List<PricingCase> all = new ArrayList<>();

    private Simpler(PricingCase from) {
        this.from = from;
    }

    static List<PricingCase> than(PricingCase one) {
        Simpler simpler = new Simpler(one);
        simpler.fewerLines();
        simpler.fewerRules();
        simpler.plainerLines();
        simpler.plainerContext();
        simpler.plainerTaxes();
        simpler.smallerNumbers();
        return simpler.all;
    }

    /** A step that makes nonsense is none. */
    private void step(java.util.function.Supplier<PricingCase> made) {
        try {
            PricingCase one = made.get();
            if (!one.equals(from)) {
                all.add(one);
            }
        } catch (IllegalArgumentException e) {
            // For example a modifier group that is gone, though an item still names it.
        }
    }

    private void fewerLines() {
        Cart cart = from.cart();
        int half = cart.lines().size() / 2;
        if (half > 1) {
            step(() -> from.with(with(cart.lines().subList(0, half))));
            step(() -> from.with(with(cart.lines().subList(half, cart.lines().size()))));
        }
        for (Cart.Line line : cart.lines()) {
            step(() -> from.with(cart.without(line.number())));
        }
        for (int i = 0; i < cart.discounts().size(); i++) {
            int gone = i;
            step(() -> from.with(cart.withDiscounts(without(cart.discounts(), gone))));
        }
    }

    private Cart with(List<Cart.Line> lines) {
        return new Cart(from.cart().context(), lines, from.cart().discounts());
    }

    private void fewerRules() {
        PriceBook book = from.book();
        PriceRules rules = book.rules();
        List<Promotion> promotions = rules.promotions().promotions();
        for (int i = 0; i < promotions.size(); i++) {
            int gone = i;
            step(() -> with(promotions(without(promotions, gone))));
            Promotion plain = unconditional(promotions.get(i));
            if (!plain.equals(promotions.get(i))) {
                step(() -> with(promotions(replaced(promotions, gone, plain))));
            }
        }
        for (int i = 0; i < rules.priceLists().lists().size(); i++) {
            List<org.tillwright.core.pricing.PriceList> fewer =
                    without(rules.priceLists().lists(), i);
            step(() -> with(new PriceRules(
                    PriceLists.of(fewer), rules.promotions(), rules.modifierGroups(), rules.cashRounding())));
        }
        Set<String> sold = new java.util.HashSet<>();
        from.cart().lines().forEach(line -> sold.add(line.itemId()));
        for (String itemId : book.entries().keySet()) {
            if (!sold.contains(itemId)) {
                Map<String, PriceBook.Entry> fewer = new LinkedHashMap<>(book.entries());
                fewer.remove(itemId);
                step(() -> from.with(with(fewer)));
            }
        }
    }

    private static Promotion unconditional(Promotion promotion) {
        return new Promotion(
                promotion.promotionId(),
                0,
                promotion.combining(),
                Conditions.NONE,
                Promotion.ReturnPolicy.PRORATED,
                false,
                promotion.effect());
    }

    private PriceRules promotions(List<Promotion> promotions) {
        PriceRules rules = from.book().rules();
        return new PriceRules(
                rules.priceLists(), PromotionIndex.of(promotions), rules.modifierGroups(), rules.cashRounding());
    }

    private PricingCase with(PriceRules rules) {
        return from.with(from.book().with(rules));
    }

    private PriceBook with(Map<String, PriceBook.Entry> entries) {
        PriceBook book = from.book();
        return new PriceBook(book.version(), book.currency(), book.taxPolicy(), entries, book.taxes(), book.rules());
    }

    private void plainerLines() {
        for (Cart.Line line : from.cart().lines()) {
            for (int i = 0; i < line.discounts().size(); i++) {
                List<ManualDiscount> fewer = without(line.discounts(), i);
                line(() -> line.withDiscounts(fewer));
            }
            line(() -> new Cart.Line(
                    line.number(),
                    line.itemId(),
                    line.kind(),
                    line.quantity(),
                    line.override(),
                    List.of(),
                    line.discounts(),
                    null,
                    null,
                    line.follows(),
                    line.sold()));
            line(() -> new Cart.Line(line.number(), line.itemId(), line.kind(), line.quantity(), null));
            quantities(line, milli -> line(() -> line.withQuantity(new Quantity(milli))));
        }
    }

    private void line(java.util.function.Supplier<Cart.Line> changed) {
        step(() -> from.with(from.cart().with(changed.get())));
    }

    private static void quantities(Cart.Line line, Consumer<Long> each) {
        long milli = line.quantity().milli();
        long sign = milli < 0 ? -1 : 1;
        for (long smaller : List.of(1000L, milli / 2000 * 1000 * sign, (milli * sign - 1000) / 1000 * 1000)) {
            if (smaller > 0 && smaller < milli * sign) {
                each.accept(smaller * sign);
            }
        }
    }

    private void plainerContext() {
        SaleContext context = from.cart().context();
        step(() -> from.with(from.cart().withContext(SaleContext.of(context.at(), context.storeId()))));
        step(() -> from.with(from.cart()
                .withContext(new SaleContext(
                        context.at(),
                        context.storeId(),
                        context.customerGroups(),
                        context.customerId(),
                        false,
                        context.couponCodes(),
                        context.tender(),
                        Map.of()))));
        step(() -> new PricingCase(from.book(), from.cart(), 0));
    }

    private void plainerTaxes() {
        Map<String, TaxTable.Taxes> table = from.book().taxes().byCategory();
        table.forEach((category, taxes) -> {
            taxes(category, new TaxTable.Taxes(taxes.otherwise(), Map.of()));
            for (int i = 0; i < taxes.otherwise().size(); i++) {
                List<Tax> fewer = without(taxes.otherwise(), i);
                taxes(category, new TaxTable.Taxes(fewer, taxes.byMode()));
            }
        });
    }

    private void taxes(String category, TaxTable.Taxes changed) {
        PriceBook book = from.book();
        Map<String, TaxTable.Taxes> table = new LinkedHashMap<>(book.taxes().byCategory());
        table.put(category, changed);
        step(() -> from.with(new PriceBook(
                book.version(), book.currency(), book.taxPolicy(), book.entries(), new TaxTable(table), book.rules())));
    }

    private void smallerNumbers() {
        PriceBook book = from.book();
        for (PriceBook.Entry entry : book.entries().values()) {
            UnitPrice price = entry.unitPrice();
            if (price != null) {
                for (long micro : smaller(price.micro())) {
                    Map<String, PriceBook.Entry> changed = new LinkedHashMap<>(book.entries());
                    changed.put(
                            entry.itemId(),
                            new PriceBook.Entry(
                                    entry.itemId(),
                                    new UnitPrice(book.currency(), micro),
                                    entry.taxCategory(),
                                    entry.traits()));
                    step(() -> from.with(with(changed)));
                }
            }
        }
        List<ManualDiscount> discounts = from.cart().discounts();
        for (int i = 0; i < discounts.size(); i++) {
            int place = i;
            for (ManualDiscount less : smaller(discounts.get(i))) {
                step(() -> from.with(from.cart().withDiscounts(replaced(discounts, place, less))));
            }
        }
    }

    private static List<ManualDiscount> smaller(ManualDiscount discount) {
        Money amount = discount.amount();
        if (amount == null) {
            return discount.percent() == null || discount.percent().ppm() == 100_000
                    ? List.of()
                    : List.of(ManualDiscount.percent(
                            discount.discountId(), new Rate(100_000), discount.reason(), discount.approverId()));
        }
        List<ManualDiscount> smaller = new ArrayList<>();
        for (long minor : smaller(amount.minor())) {
            smaller.add(ManualDiscount.amount(
                    discount.discountId(),
                    new Money(amount.currency(), minor),
                    discount.reason(),
                    discount.approverId()));
        }
        return smaller;
    }

    /** Rounder ones first: a person reads 1.00 more easily than 0.97. */
    private static List<Long> smaller(long number) {
        List<Long> smaller = new ArrayList<>();
        for (long power = 100_000_000; power >= 1; power /= 10) {
            if (power < number) {
                smaller.add(power);
                smaller.add(number / power * power);
            }
        }
        smaller.removeIf(one -> one >= number);
        return smaller;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> replaced(List<T> all, int index, T changed) {
        List<T> replaced = new ArrayList<>(all);
        replaced.set(index, changed);
        return replaced;
    }
}

package org.tillwright.core.pricing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.PriceBook.Traits;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Carts with everything that can be on them, each from one seed. */
public final class RandomCarts {

    private static final String[] CATEGORIES = {"S", "R", "MIXED", "FIXED"};
    /** Those that round a return as the mirror of its sale. */
    static final List<RoundingMode> SYMMETRIC = List.of(
            RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN, RoundingMode.UP, RoundingMode.DOWN);

    private static final int ITEMS = 12;

    private final Random random;
    private final TaxPolicy policy;
    private final PriceBook book;

    private RandomCarts(long seed) {
        this.random = new Random(seed);
        this.policy = new TaxPolicy(
                one(TaxPolicy.Placement.values()),
                one(TaxPolicy.Level.values()),
                SYMMETRIC.get(random.nextInt(SYMMETRIC.size())),
                one(TaxPolicy.Exemption.values()));
        this.book = book(TestBook.of(policy));
    }

    /** A cart and the book to price it from. */
    public record Case(long seed, Cart cart, PriceBook book) {

        public PricedCart priced() {
            return TestBook.price(cart, book);
        }

        public boolean isInPrice() {
            return book.taxPolicy().placement() == TaxPolicy.Placement.IN_PRICE;
        }

        public boolean isExact() {
            return !isInPrice() && book.taxPolicy().level() == TaxPolicy.Level.PER_TOTAL;
        }
    }

    /** Sales, returns, discounts of all kinds, modifiers, labels, service modes, now and then an exempt customer. */
    public static Case any(long seed) {
        RandomCarts carts = new RandomCarts(seed);
        return new Case(seed, carts.cart(true), carts.book);
    }

    /** The same without returns. */
    public static Case sale(long seed) {
        RandomCarts carts = new RandomCarts(seed);
        return new Case(seed, carts.cart(false), carts.book);
    }

    private PriceBook book(TestBook shop) {
        boolean inPrice = policy.placement() == TaxPolicy.Placement.IN_PRICE;
        Tax city = new Tax("CITY", Tax.Kind.PERCENT, 25_000, inPrice, true, false, "CITY");
        Tax fixed = new Tax("BAG", Tax.Kind.FIXED, 123_400, inPrice, false, false, "BAG");
        shop.rate("S", "19")
                .rate("R", "7")
                .taxes(
                        "MIXED",
                        new TaxTable.Taxes(
                                List.of(city, shop.tax("S19", "19")),
                                Map.of(ServiceMode.EAT_IN, List.of(shop.tax("S19", "19")))))
                .taxes("FIXED", new TaxTable.Taxes(List.of(fixed, shop.tax("R7", "7")), Map.of()));
        List<ModifierGroup.Modifier> toppings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            toppings.add(new ModifierGroup.Modifier("m" + i, price(2_000_000), i == 0 ? null : one(CATEGORIES), null));
        }
        shop.group(new ModifierGroup("TOP", 0, 3, toppings));
        for (int i = 0; i < ITEMS; i++) {
            Traits traits =
                    new Traits("D" + i % 3, i % 4 == 0, i == 11, Map.of(), i % 3 == 0 ? List.of("TOP") : List.of());
            shop.item("i" + i, price(40_000_000).decimal().toPlainString(), CATEGORIES[i % 4], traits);
        }
        return shop.book();
    }

    private Cart cart(boolean withReturns) {
        List<Cart.Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 1; i <= count; i++) {
            lines.add(line(i, withReturns && random.nextInt(5) == 0));
        }
        SaleContext context = new SaleContext(
                SaleContext.UNKNOWN.at(), "S", Set.of(), null, random.nextInt(8) == 0, Set.of(), null, Map.of());
        return new Cart(context, lines, random.nextInt(3) == 0 ? discounts("S") : List.of());
    }

    private Cart.Line line(int number, boolean back) {
        int item = random.nextInt(ITEMS);
        boolean measured = item % 4 == 0;
        long milli = measured ? 1 + random.nextInt(5000) : 1000L * (1 + random.nextInt(6));
        Cart.Line line = TestBook.line(number, "i" + item, back ? -milli : milli);
        if (random.nextInt(4) == 0) {
            line = line.withServiceMode(one(ServiceMode.values()));
        }
        if (random.nextInt(3) == 0) {
            line = line.withDiscounts(discounts("L" + number));
        }
        if (item % 3 == 0 && random.nextInt(2) == 0) {
            return line.withModifiers(
                    List.of(new ModifierGroup.Choice("TOP", "m" + random.nextInt(3), 1 + random.nextInt(3))));
        }
        if (random.nextInt(8) == 0) {
            return line.withOverride(new PriceOverride(price(20_000_000), "KIND", "op"));
        }
        return random.nextInt(8) == 0 ? line.withLabelTotal(minor(3000)) : line;
    }

    private List<ManualDiscount> discounts(String prefix) {
        List<ManualDiscount> discounts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            discounts.add(
                    random.nextBoolean()
                            ? ManualDiscount.percent(prefix + i, new Rate(random.nextInt(600_000)), "KIND", "op")
                            : ManualDiscount.amount(prefix + i, minor(1500), "KIND", "op"));
        }
        return discounts;
    }

    private Money minor(int bound) {
        return new Money(TestBook.EUR, random.nextInt(bound));
    }

    /** Most prices are whole cents, some have fractions of one. */
    private UnitPrice price(int bound) {
        long micro = random.nextInt(bound);
        return new UnitPrice(TestBook.EUR, random.nextInt(4) == 0 ? micro : micro / 10_000 * 10_000);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}

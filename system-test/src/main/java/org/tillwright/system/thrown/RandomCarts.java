package org.tillwright.system.thrown;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceOverride;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.core.pricing.ServiceMode;

/** Throws carts of a book: what customers and operators do, the rare more often than in a shop. */
public final class RandomCarts {

    static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 13, 0, 0);
    static final List<String> STORES = List.of("S1", "S2");
    static final List<String> GROUPS = List.of("STAFF", "CLUB");
    static final List<String> COUPONS = List.of("C1", "C2");
    static final List<String> TENDERS = List.of("CASH", "CARD");

    private static final List<Long> SHARES = List.of(0L, 25_000L, 100_000L, 150_000L, 333_333L, 500_000L, 1_000_000L);

    private final Dice dice;
    private final PriceBook book;
    private final List<String> items;
    private final long typicalMinor;

    RandomCarts(Dice dice, PriceBook book) {
        this.dice = dice;
        this.book = book;
        this.items = book.entries().keySet().stream()
                .filter(id -> !id.equals(RandomBooks.DEPOSIT))
                .sorted()
                .toList();
        this.typicalMinor = typical(book);
    }

    /** A book, a cart of it, and how it comes back. */
    public static PricingCase thrown(Dice dice) {
        PriceBook book = new RandomBooks(dice).book();
        Cart cart = new RandomCarts(dice, book).cart();
        return new PricingCase(book, cart, dice.between(0, Long.MAX_VALUE - 1));
    }

    private static long typical(PriceBook book) {
        Currency currency = book.currency();
        return book.entries().values().stream()
                .map(PriceBook.Entry::unitPrice)
                .filter(price -> price != null && price.micro() > 0)
                .mapToLong(price ->
                        price.times(Quantity.ONE, java.math.RoundingMode.UP).minor())
                .max()
                .orElse(currency.digits() * 100L + 100);
    }

    private Cart cart() {
        List<Cart.Line> lines = new ArrayList<>();
        int count = dice.percent(6) ? (int) dice.between(9, 30) : (int) dice.between(1, 7);
        int number = 0;
        for (int i = 0; i < count; i++) {
            number += dice.percent(10) ? 2 : 1; // voided lines leave gaps
            Cart.Line line = line(number);
            lines.add(line);
            number += deposits(line, number, lines);
        }
        return new Cart(context(), lines, discounts("S", dice.percent(25) ? (int) dice.between(1, 3) : 0));
    }

    private SaleContext context() {
        Map<String, Long> used = new LinkedHashMap<>();
        if (dice.percent(20)) {
            used.put("P" + dice.between(1, 3), dice.between(1, 2));
        }
        return new SaleContext(
                DAY.plusMinutes(dice.below(24 * 60)),
                dice.oneOf(STORES),
                some(GROUPS),
                dice.percent(30) ? "customer" : null,
                dice.percent(10),
                some(COUPONS),
                dice.percent(30) ? null : dice.oneOf(TENDERS),
                used);
    }

    private Set<String> some(List<String> choices) {
        Set<String> chosen = new TreeSet<>();
        choices.forEach(choice -> {
            if (dice.percent(40)) {
                chosen.add(choice);
            }
        });
        return chosen;
    }

    private Cart.Line line(int number) {
        PriceBook.Entry entry = book.entries().get(dice.oneOf(items));
        if (entry == null) {
            throw new IllegalStateException("an item of the book is not in it");
        }
        boolean back = dice.percent(9);
        long milli = milli(entry);
        List<ModifierGroup.Choice> modifiers = modifiers(entry);
        boolean label = modifiers.isEmpty() && !back && dice.percent(6);
        PriceOverride override = !label && (entry.unitPrice() == null || dice.percent(7)) ? override() : null;
        Money labelTotal = label || (entry.unitPrice() == null && override == null)
                ? new Money(book.currency(), dice.between(0, typicalMinor * 2))
                : null;
        return new Cart.Line(
                number,
                entry.itemId(),
                back ? Cart.Kind.RETURN : Cart.Kind.SALE,
                new Quantity(back ? -milli : milli),
                override,
                modifiers,
                discounts("L" + number + "-", back || dice.percent(85) ? 0 : (int) dice.between(1, 2)),
                dice.percent(60) ? null : dice.oneOf(ServiceMode.values()),
                labelTotal,
                null,
                null);
    }

    private long milli(PriceBook.Entry entry) {
        if (entry.traits().divisible()) {
            return dice.between(1, 4_000);
        }
        return 1000 * (dice.percent(60) ? 1 : dice.percent(90) ? dice.between(2, 6) : dice.between(7, 60));
    }

    private PriceOverride override() {
        long micro = dice.percent(10)
                ? 0
                : UnitPrice.of(new Money(book.currency(), dice.between(0, typicalMinor)))
                        .micro();
        return new PriceOverride(new UnitPrice(book.currency(), micro), "DAMAGED", "manager");
    }

    /** As many as each group of the item asks for, at least. */
    private List<ModifierGroup.Choice> modifiers(PriceBook.Entry entry) {
        List<ModifierGroup.Choice> choices = new ArrayList<>();
        for (String groupId : entry.traits().modifierGroupIds()) {
            ModifierGroup group = book.rules().modifierGroups().get(groupId);
            if (group != null) {
                int count = (int) dice.between(group.minimum(), group.maximum());
                for (int left = count; left > 0; ) {
                    int of = (int) dice.between(1, left);
                    choices.add(new ModifierGroup.Choice(
                            groupId, dice.oneOf(group.modifiers()).modifierId(), of));
                    left -= of;
                }
            }
        }
        return choices;
    }

    private List<ManualDiscount> discounts(String prefix, int count) {
        List<ManualDiscount> discounts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            discounts.add(
                    dice.percent(60)
                            ? ManualDiscount.percent(prefix + i, new Rate(dice.oneOf(SHARES)), "KIND", "manager")
                            : ManualDiscount.amount(
                                    prefix + i,
                                    new Money(book.currency(), dice.between(0, typicalMinor)),
                                    "KIND",
                                    "manager"));
        }
        return discounts;
    }

    /** Adds the deposits of a line behind it and returns how many lines that were. */
    private int deposits(Cart.Line line, int number, List<Cart.Line> lines) {
        PriceBook.Entry entry = book.entries().get(line.itemId());
        Map<String, Quantity> deposits =
                entry == null ? Map.of() : entry.traits().deposits();
        int added = 0;
        for (Map.Entry<String, Quantity> deposit : deposits.entrySet()) {
            if (line.quantity().milli() % 1000 == 0) {
                added++;
                lines.add(deposit(line, number + added, deposit.getKey(), deposit.getValue()));
            }
        }
        return added;
    }

    private static Cart.Line deposit(Cart.Line line, int number, String itemId, Quantity each) {
        return new Cart.Line(
                number,
                itemId,
                line.kind(),
                new Quantity(line.quantity().milli() / 1000 * each.milli()),
                null,
                List.of(),
                List.of(),
                null,
                null,
                line.number(),
                null);
    }

    /** A cart of a book that is there already. */
    static Cart of(Dice dice, PriceBook book) {
        return new RandomCarts(dice, book).cart();
    }
}

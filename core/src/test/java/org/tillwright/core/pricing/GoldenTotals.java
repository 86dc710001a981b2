package org.tillwright.core.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.money.Amounts;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/** The carts that a person priced by hand, for the tests of every module that prices. */
public final class GoldenTotals {

    private GoldenTotals() {}

    /** One item of {@code golden-items.csv}. */
    public record Item(String itemId, UnitPrice unitPrice, TaxRate taxRate) {}

    /** One cart of {@code golden-totals.csv}, with what it must come to, in minor units. */
    public record Row(Cart cart, TaxPolicy policy, long netMinor, long taxMinor, long totalMinor, String why) {

        /** Returns the book that this cart is priced from: all golden items of the cart's currency. */
        public PriceBook book() {
            Item first = items().get(cart.lines().get(0).itemId());
            return GoldenTotals.book(first.unitPrice().currency(), policy);
        }

        @Override
        public String toString() {
            return cart.lines().size() + " lines, " + policy.placement() + ", " + policy.level() + ", " + why;
        }
    }

    public static List<Row> rows() {
        return read("/golden-totals.csv", 8).stream().map(GoldenTotals::row).toList();
    }

    /** Returns the golden items by their id. */
    public static Map<String, Item> items() {
        Map<String, Item> items = new HashMap<>();
        for (String[] cells : read("/golden-items.csv", 5)) {
            UnitPrice price = Amounts.unitPrice(cells[1], cells[2]);
            items.put(cells[0], new Item(cells[0], price, new TaxRate(cells[3], Rate.percent(cells[4]))));
        }
        return items;
    }

    /** Returns a book of all golden items of one currency; the tax rate's id is the category too. */
    public static PriceBook book(Currency currency, TaxPolicy policy) {
        Map<String, PriceBook.Entry> entries = new HashMap<>();
        Map<String, TaxRate> rates = new HashMap<>();
        for (Item item : items().values()) {
            if (item.unitPrice().currency().equals(currency)) {
                String category = item.taxRate().taxRateId();
                entries.put(item.itemId(), new PriceBook.Entry(item.itemId(), item.unitPrice(), category));
                rates.put(category, item.taxRate());
            }
        }
        return new PriceBook(1, currency, policy, entries, rates);
    }

    private static Row row(String[] cells) {
        TaxPolicy policy = new TaxPolicy(
                TaxPolicy.Placement.valueOf(cells[1]),
                TaxPolicy.Level.valueOf(cells[2]),
                RoundingMode.valueOf(cells[3]));
        return new Row(
                cart(cells[0]),
                policy,
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]),
                Long.parseLong(cells[6]),
                cells[7]);
    }

    /** Reads a cart such as {@code milk x 1000 + bun x -1000}. */
    static Cart cart(String text) {
        Cart cart = Cart.EMPTY;
        int number = 0;
        for (String line : text.split(" \\+ ", -1)) {
            String[] parts = line.split(" x ", -1);
            number++;
            cart = cart.with(line(number, parts[0], Long.parseLong(parts[1])));
        }
        return cart;
    }

    static Cart.Line line(int number, String itemId, long quantityMilli) {
        Cart.Kind kind = quantityMilli < 0 ? Cart.Kind.RETURN : Cart.Kind.SALE;
        return new Cart.Line(number, itemId, kind, new Quantity(quantityMilli), null);
    }

    private static List<String[]> read(String resource, int columns) {
        try (InputStream in = GoldenTotals.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rows.add(line.trim().split("\\s*,\\s*", columns)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

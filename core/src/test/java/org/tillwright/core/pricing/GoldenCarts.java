package org.tillwright.core.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/** Reads golden-carts.csv: carts with promotions, discounts and returns that a person worked out. */
public final class GoldenCarts {

    private static final Currency EUR = Currency.of("EUR");

    private GoldenCarts() {}

    /**
     * One cart with the figures that a person worked out.
     *
     * @param back what the pieces of the first line are worth when they come back one by one
     */
    public record Golden(
            String text, Cart cart, PriceBook book, long net, long tax, long total, List<Long> back, String why) {

        @Override
        public String toString() {
            return text + ": " + why;
        }
    }

    public static List<Golden> all() throws IOException {
        try (InputStream file = GoldenCarts.class.getResourceAsStream("/golden-carts.csv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(GoldenCarts::golden)
                    .toList();
        }
    }

    private static Golden golden(String line) {
        String[] cells = Stream.of(line.split(",", 8)).map(String::strip).toArray(String[]::new);
        List<Cart.Line> lines = new ArrayList<>();
        List<ManualDiscount> sale = new ArrayList<>();
        List<ManualDiscount> first = new ArrayList<>();
        for (String discount : parts(cells[2])) {
            (discount.startsWith("sale") ? sale : first).add(discount(discount.substring(5)));
        }
        for (String item : parts(cells[0])) {
            String[] words = item.split(" x ", -1);
            Cart.Line plain = new Cart.Line(
                    lines.size() + 1, words[0], Cart.Kind.SALE, new Quantity(Long.parseLong(words[1])), null);
            lines.add(lines.isEmpty() ? plain.withDiscounts(first) : plain);
        }
        SaleContext context = SaleContext.of(LocalDateTime.of(2026, 3, 13, 12, 0), "store-1");
        return new Golden(
                cells[0] + "; " + cells[1] + "; " + cells[2],
                new Cart(context, lines, sale),
                book(parts(cells[1])),
                Long.parseLong(cells[3]),
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]),
                Stream.of(cells[6].split(" ", -1)).map(Long::valueOf).toList(),
                cells[7]);
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" \\+ ", -1));
    }

    private static ManualDiscount discount(String text) {
        return text.endsWith("%")
                ? ManualDiscount.percent(text, Rate.percent(text.substring(0, text.length() - 1)), "KIND", "manager")
                : ManualDiscount.amount(text, new Money(EUR, Long.parseLong(text)), "KIND", "manager");
    }

    private static PriceBook book(List<String> promotions) {
        Map<String, PriceBook.Entry> entries = new LinkedHashMap<>();
        Map.of("pen", 400L, "cable", 350L, "coat", 10_000L, "milk", 129L, "apples", 249L)
                .forEach((item, minor) -> entries.put(
                        item,
                        new PriceBook.Entry(
                                item,
                                UnitPrice.of(new Money(EUR, minor)),
                                item.equals("milk") || item.equals("apples") ? "R" : "S",
                                PriceBook.Traits.of(null, item.equals("apples")))));
        PriceBook plain = new PriceBook(
                1,
                EUR,
                new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP),
                entries,
                Map.of("S", new TaxRate("S", Rate.percent("19")), "R", new TaxRate("R", Rate.percent("7"))));
        List<Promotion> all = new ArrayList<>();
        for (String text : promotions) {
            all.add(promotion("P" + (all.size() + 1), text.split(" ", -1)));
        }
        return plain.with(new PriceRules(PriceLists.NONE, PromotionIndex.of(all), Map.of(), CashRounding.NONE));
    }

    private static Promotion promotion(String id, String[] words) {
        Promotion.Combining combining =
                words[1].equals("E") ? Promotion.Combining.EXCLUSIVE : Promotion.Combining.STACKING;
        return Promotion.of(id, Integer.parseInt(words[0]), combining, Conditions.NONE, effect(words));
    }

    private static Effect effect(String[] words) {
        String item = words[words.length - 1];
        ItemSelection items = item.equals("all") ? ItemSelection.ALL : ItemSelection.ofItems(item);
        return switch (words[2]) {
            case "percent" -> new Effect.PercentOff(items, Rate.percent(words[3]));
            case "amount" -> new Effect.AmountOff(items, Long.parseLong(words[3]));
            case "cheapest" ->
                new Effect.CheapestOff(
                        items, Integer.parseInt(words[3]), Integer.parseInt(words[4]), Rate.percent(words[5]));
            case "mix" -> new Effect.MixAndMatch(items, Integer.parseInt(words[3]), Long.parseLong(words[4]));
            case "spend" -> new Effect.SpendAmount(items, Long.parseLong(words[3]), Long.parseLong(words[4]));
            case "break" ->
                new Effect.QuantityBreaks(
                        items,
                        List.of(Effect.QuantityBreaks.Break.price(
                                Quantity.of(Long.parseLong(words[3])), Long.parseLong(words[4]))));
            default -> throw new IllegalArgumentException("no effect " + words[2]);
        };
    }
}

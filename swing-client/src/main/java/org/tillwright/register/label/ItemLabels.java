package org.tillwright.register.label;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.Gtin;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Texts;

/** Makes the labels of items, in the store's language: for the shelf, for the goods themselves, and for packs by weight. */
public final class ItemLabels {

    private static final int GTIN_DIGITS = 14;
    private static final String EIGHT = "000000";

    private final Catalogue catalogue;
    private final Texts texts;

    public ItemLabels(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.texts = Texts.of(catalogue.store().language());
    }

    /**
     * The label of an item, for its shelf or for the goods. What is weighed or measured has the price of one unit on it.
     *
     * @param price of one unit; null where it is asked for at each sale
     */
    public Label item(Catalogue.Item item, @Nullable UnitPrice price) {
        String figure = price == null ? "" : texts.figures().price(price) + " " + currency();
        String detail = price == null || item.unit() == Unit.PIECE ? "" : texts.text("label." + word(item.unit()));
        return new Label(catalogue.nameOf(item, texts.language()), figure, detail, code(item));
    }

    /**
     * The label of a pack that was weighed: what it costs, what it weighs, and the weight in its barcode.
     *
     * @param grams from 1 to 999,999
     * @return empty when the item has no GTIN, so that no barcode can say what was weighed
     */
    public Optional<Label> pack(Catalogue.Item item, UnitPrice price, long grams) {
        Money amount = price.times(new Quantity(grams), RoundingMode.HALF_UP);
        String detail = texts.text(
                "label.pack",
                texts.figures().quantity(new Quantity(grams)),
                texts.figures().price(price));
        return gtin(item)
                .map(gtin -> new Label(
                        catalogue.nameOf(item, texts.language()),
                        texts.amount(amount) + " " + currency(),
                        detail,
                        new Label.DataBar(gtin, grams)));
    }

    private String currency() {
        return catalogue.currency().code();
    }

    private static String word(Unit unit) {
        return switch (unit) {
            case PIECE -> "per-piece";
            case KILOGRAM -> "per-kilogram";
            case LITRE -> "per-litre";
            case METRE -> "per-metre";
        };
    }

    /** The number that goods of differing weight have, which begins with 9, before any other. */
    private static Optional<String> gtin(Catalogue.Item item) {
        return keys(item).stream()
                .filter(key -> key.length() == GTIN_DIGITS && Gtin.isValid(key))
                .max(Comparator.comparing(key -> key.charAt(0) == '9'));
    }

    private static List<String> keys(Catalogue.Item item) {
        return item.codes().stream().map(code -> ScanCode.of(code).key()).toList();
    }

    private static Label.@Nullable Code code(Catalogue.Item item) {
        String gtin = keys(item).stream()
                .filter(key -> key.length() == GTIN_DIGITS && Gtin.isValid(key))
                .min(Comparator.naturalOrder()) // what fits on the best known symbol
                .orElse(null);
        if (gtin != null && gtin.charAt(0) != '0') {
            return new Label.DataBar(gtin, null);
        }
        if (gtin != null) {
            return gtin.startsWith(EIGHT)
                    ? new Label.Ean8(gtin.substring(EIGHT.length()))
                    : new Label.Ean13(gtin.substring(1));
        }
        return item.codes().stream()
                .filter(code -> code.length() <= Label.Qr.MAX_LENGTH)
                .findFirst()
                .map(Label.Qr::new)
                .orElse(null);
    }
}

package org.tillwright.register.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PromotionMessage;

/** The small shop with rules: promotions, a bottle with a deposit, labels of scales, several taxes, coins of five cents. */
public final class TestRules {

    /** Ham by its price, and by its weight, with zeros for both. */
    public static final String HAM_BY_PRICE = withCheckDigit("211234500000");

    public static final String HAM_BY_WEIGHT = withCheckDigit("231234500000");

    public static final String CHEESE_GTIN = withCheckDigit("095060001343");

    private TestRules() {}

    public static String withCheckDigit(String digits) {
        return digits + ScanCode.checkDigit(digits);
    }

    public static Catalogue catalogue() {
        return Catalogue.of(TestStore.snapshot(1, 0, items(), TestStore.EPOCH, rules()));
    }

    public static List<SnapshotMessage.Item> items() {
        List<SnapshotMessage.Item> items = new ArrayList<>(TestStore.items());
        items.add(TestStore.item("cola", "Cola", "PIECE", "STANDARD", 990_000L, "COLA", null));
        items.add(TestStore.item("bottle", "Bottle deposit", "PIECE", "STANDARD", 250_000L, "BOTTLE", null));
        items.add(TestStore.item("ham", "Ham", "KILOGRAM", "REDUCED", 12_900_000L, HAM_BY_PRICE, null));
        items.add(TestStore.item("ham-w", "Ham by weight", "KILOGRAM", "REDUCED", 12_900_000L, HAM_BY_WEIGHT, null));
        items.add(TestStore.item("brie", "Brie", "KILOGRAM", "REDUCED", 20_000_000L, CHEESE_GTIN, null));
        items.add(TestStore.item("coffee", "Coffee", "PIECE", "SEVERAL", 2_000_000L, "COFFEE", null));
        items.add(TestStore.item("flowers", "Flowers", "PIECE", "STANDARD", 1_000_000L, "FLOWERS", null));
        return items;
    }

    public static PricingRules rules() {
        return new PricingRules(
                "EUR",
                null,
                List.of(
                        new PricingRules.Tax("VAT", "PERCENT", 190_000L, true, null, null, null),
                        new PricingRules.Tax("CUP", "FIXED", 100_000L, true, null, null, null)),
                List.of(new PricingRules.TaxRule("SEVERAL", null, null, null, List.of("VAT", "CUP"))),
                null,
                null,
                List.of("flowers"),
                null,
                null,
                List.of(new PricingRules.Deposit("cola", "bottle", 1_000L)),
                promotions(),
                List.of(
                        new PricingRules.CodePattern("price", "PRICE", "21IIIIIVVVVVC", null, null),
                        new PricingRules.CodePattern("weight", "QUANTITY", "23IIIIIVVVVVC", 3L, null)),
                new PricingRules.CashRounding(5L, "AWAY_FROM_ZERO", "TOWARDS_ZERO"));
    }

    private static List<PromotionMessage> promotions() {
        return List.of(
                promotion(
                        "SOAP3",
                        Map.of("en", "3 soaps for 2", "da", "3 sæber for 2"),
                        null,
                        null,
                        effect("BUY_GET", only("soap"), only("soap"), 2L, 1L, 1_000_000L, null, null)),
                promotion(
                        "THANKS",
                        Map.of("en", "2.00 off from 10.00"),
                        "THANKS-7",
                        null,
                        effect("SPEND_AMOUNT", all(), null, null, null, null, 1_000L, 200L)),
                promotion(
                        "BIG",
                        Map.of("en", "Coupon of 5.00"),
                        null,
                        null,
                        new PromotionMessage.Effect(
                                "NEXT_SALE_COUPON",
                                all(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                5_000L,
                                null,
                                null,
                                "NEXT-500")),
                promotion(
                        "CARDS",
                        Map.of("en", "Card: 10 % off milk"),
                        null,
                        "CARD",
                        effect("PERCENT_OFF", only("milk"), null, null, null, 100_000L, null, null)));
    }

    private static PromotionMessage promotion(
            String id,
            Map<String, String> names,
            @Nullable String coupon,
            @Nullable String tender,
            PromotionMessage.Effect effect) {
        return new PromotionMessage(
                id,
                names,
                1L,
                "STACKING",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                coupon,
                tender,
                null,
                null,
                null,
                null,
                effect);
    }

    private static PromotionMessage.Effect effect(
            String type,
            PromotionMessage.Selection items,
            PromotionMessage.@Nullable Selection buy,
            @Nullable Long buyCount,
            @Nullable Long getCount,
            @Nullable Long offPpm,
            @Nullable Long spendMinor,
            @Nullable Long offMinor) {
        return new PromotionMessage.Effect(
                type,
                items,
                buy,
                buyCount,
                getCount,
                null,
                null,
                null,
                offPpm,
                offMinor,
                null,
                spendMinor,
                null,
                null,
                null);
    }

    private static PromotionMessage.Selection only(String itemId) {
        return new PromotionMessage.Selection(false, List.of(itemId), null, null, null, null, null);
    }

    private static PromotionMessage.Selection all() {
        return new PromotionMessage.Selection(true, null, null, null, null, null, null);
    }
}

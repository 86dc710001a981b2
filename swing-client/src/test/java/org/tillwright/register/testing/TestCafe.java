package org.tillwright.register.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;

/** The small shop with a coffee that has choices, wine for adults, nuts with a warning, and a tax of its own at the table. */
public final class TestCafe {

    /** Every function that selling has, whatever the kind of shop. */
    private static final List<String> FUNCTIONS = List.of(
            "INSTRUCTION",
            "MODIFIERS",
            "SERVICE_MODE",
            "PRICE_CHECK",
            "PRICE_BY_AMOUNT",
            "SALESPERSON",
            "WEIGH",
            "TARE");

    private TestCafe() {}

    public static Catalogue catalogue() {
        return catalogue(null, null);
    }

    public static Catalogue catalogue(@Nullable String serviceMode, @Nullable Boolean asksSalesperson) {
        return Catalogue.of(snapshot(serviceMode, asksSalesperson));
    }

    /** What the catalogue is made of, for those who change some of it. */
    public static SnapshotMessage snapshot(@Nullable String serviceMode, @Nullable Boolean asksSalesperson) {
        SnapshotMessage plain = TestStore.snapshot(1, 0, items());
        return new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                plain.taxPolicy(),
                plain.taxRates(),
                plain.departments(),
                plain.items(),
                plain.operators(),
                plain.epoch(),
                rules(),
                shop(serviceMode, asksSalesperson));
    }

    private static List<SnapshotMessage.Item> items() {
        List<SnapshotMessage.Item> items = new ArrayList<>(TestStore.items());
        items.add(TestStore.item("olives", "Olives", "KILOGRAM", "REDUCED", 12_000_000L, "2200", null));
        items.add(TestStore.item("latte", "Latte", "PIECE", "STANDARD", 3_000_000L, "LATTE", 3L));
        items.add(TestStore.item("wine", "Wine", "PIECE", "STANDARD", 9_000_000L, "WINE", null));
        items.add(TestStore.item("gin", "Gin", "PIECE", "STANDARD", 20_000_000L, "GIN", null));
        items.add(TestStore.item("nuts", "Nuts", "PIECE", "STANDARD", 2_000_000L, "NUTS", null));
        items.add(TestStore.item("bagel", "Bagel", "PIECE", "DISH", 4_000_000L, "BAGEL", null));
        return items;
    }

    private static PricingRules rules() {
        return new PricingRules(
                "EUR",
                null,
                List.of(
                        new PricingRules.Tax("TABLE", "PERCENT", 190_000L, true, null, null, null),
                        new PricingRules.Tax("BAG", "PERCENT", 70_000L, true, null, null, null)),
                List.of(
                        new PricingRules.TaxRule("DISH", null, null, null, List.of("TABLE")),
                        new PricingRules.TaxRule("DISH", "TAKE_AWAY", null, null, List.of("BAG"))),
                null,
                List.of(new PricingRules.PriceList(
                        "week", null, null, null, null, List.of(new PricingRules.Price("cheese", null, 10_000_000L)))),
                null,
                List.of(
                        new PricingRules.ModifierGroup(
                                "milk",
                                Map.of("en", "Milk"),
                                1L,
                                1L,
                                List.of(
                                        new PricingRules.Modifier("cow", Map.of("en", "Cow"), 0L, null, null),
                                        new PricingRules.Modifier("oat", Map.of("en", "Oat"), 500_000L, null, null))),
                        new PricingRules.ModifierGroup(
                                "extra",
                                Map.of("en", "Extras"),
                                0L,
                                2L,
                                List.of(
                                        new PricingRules.Modifier("shot", Map.of("en", "Shot"), 800_000L, null, null),
                                        new PricingRules.Modifier("syrup", Map.of("en", "Syrup"), 0L, null, null)))),
                List.of(new PricingRules.ItemModifiers("latte", List.of("milk", "extra"))),
                null,
                null,
                null,
                null);
    }

    private static ShopRules shop(@Nullable String serviceMode, @Nullable Boolean asksSalesperson) {
        return new ShopRules(
                "CAFE",
                FUNCTIONS,
                List.of("latte", "gone", "milk"),
                null,
                new SellingRules(
                        null,
                        List.of(
                                new SellingRules.Restriction("adult", 16L, null, null, List.of("wine")),
                                new SellingRules.Restriction("spirits", 18L, null, null, List.of("gin")),
                                new SellingRules.Restriction(
                                        "allergy", null, Map.of("en", "Contains peanuts."), null, List.of("nuts"))),
                        serviceMode,
                        asksSalesperson,
                        null,
                        List.of(new SellingRules.KnownTare(7L, null, List.of("olives")))),
                null,
                null,
                null,
                null,
                List.of(new Reason("INSTRUCTION", "NO_SUGAR", Map.of("en", "no sugar"))));
    }
}

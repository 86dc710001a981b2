package org.tillwright.register.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.register.function.FunctionId;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.pricing.PromotionMessage;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ReceiptRules;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;

/** How the sample shop sells: it has every function and every tender, so that each has a picture. */
final class SampleRules {

    private SampleRules() {}

    static ShopRules shop() {
        return new ShopRules(
                "FOOD",
                functions(),
                null,
                null,
                new SellingRules(null, restrictions(), null, null),
                tenders(),
                null,
                new TillRules(null, null, 500L, null),
                new ReceiptRules(null, null, true, true),
                reasons(),
                null,
                new KitchenRules(
                        List.of(
                                new KitchenRules.Station(
                                        "kitchen", names("Kitchen", "Køkken", "Кухня"), List.of("cafe")),
                                new KitchenRules.Station("bar", names("Bar", "Bar", "Бар"), List.of("drinks"))),
                        null));
    }

    /** A food shop's own first, and then whatever else there is. */
    private static List<String> functions() {
        Set<FunctionId> all = new LinkedHashSet<>(List.of(
                FunctionId.RETURN,
                FunctionId.DISCOUNT,
                FunctionId.CUSTOMER,
                FunctionId.SUSPEND,
                FunctionId.RESUME,
                FunctionId.VOID_SALE));
        all.addAll(EnumSet.allOf(FunctionId.class));
        return all.stream().map(Enum::name).toList();
    }

    private static List<SellingRules.Restriction> restrictions() {
        return List.of(
                new SellingRules.Restriction("beer", 16L, null, null, List.of("pils-500ml")),
                new SellingRules.Restriction(
                        "nuts",
                        null,
                        names("Contains hazelnuts.", "Indeholder hasselnødder.", "Містить фундук."),
                        null,
                        List.of("nut-wedge")));
    }

    private static TenderRules tenders() {
        return new TenderRules(
                Arrays.stream(TenderType.values())
                        .map(type -> new TenderRules.Rule(type.name(), null, null, null, null, null))
                        .toList(),
                List.of(
                        new TenderRules.ForeignCurrency("DKK", 134_000L),
                        new TenderRules.ForeignCurrency("USD", 920_000L)),
                List.of(50_000L, 100_000L, 150_000L));
    }

    private static List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(reason("DISCOUNT", "BEST_BEFORE", "Best before soon", "Snart udløb", "Спливає термін"));
        reasons.add(reason("DISCOUNT", "STAFF", "Staff discount", "Personalerabat", "Знижка працівника"));
        reasons.add(reason("DISCOUNT", "COMPLAINT", "Complaint", "Reklamation", "Скарга"));
        reasons.add(reason("RETURN", "FAULTY", "Faulty", "Defekt", "Брак"));
        reasons.add(reason("RETURN", "CHANGED_MIND", "Changed their mind", "Fortrudt køb", "Передумали"));
        reasons.add(reason("PAID_OUT", "STAMPS", "Stamps and post", "Porto", "Пошта"));
        reasons.add(reason("PAID_OUT", "CLEANING", "Cleaning", "Rengøring", "Прибирання"));
        reasons.add(reason("INSTRUCTION", "SLICED", "Sliced", "Skåret i skiver", "Нарізати скибками"));
        reasons.add(reason("INSTRUCTION", "WARM", "Warmed up", "Lunet", "Підігріти"));
        return reasons;
    }

    private static Reason reason(String use, String id, String english, String danish, String ukrainian) {
        return new Reason(use, id, names(english, danish, ukrainian));
    }

    /** Prices of the demo store that a picture shows. */
    static PricingRules pricing() {
        return new PricingRules(
                "EUR",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(milk(), extras()),
                List.of(new PricingRules.ItemModifiers("cappuccino", List.of("milk", "extras"))),
                List.of(new PricingRules.Deposit("cola-1l", "deposit-can-0-25", 1_000L)),
                List.of(croissants()),
                null,
                null);
    }

    private static PricingRules.ModifierGroup milk() {
        return new PricingRules.ModifierGroup(
                "milk",
                names("Milk", "Mælk", "Молоко"),
                1L,
                1L,
                List.of(
                        modifier("whole", 0, "Whole milk", "Sødmælk", "Незбиране молоко"),
                        modifier("oat", 500_000, "Oat drink", "Havredrik", "Вівсяне молоко")));
    }

    private static PricingRules.ModifierGroup extras() {
        return new PricingRules.ModifierGroup(
                "extras",
                names("Extras", "Ekstra", "Додатково"),
                0L,
                2L,
                List.of(
                        modifier("shot", 800_000, "Extra shot", "Ekstra shot", "Ще одна порція еспресо"),
                        modifier("cinnamon", 0, "Cinnamon", "Kanel", "Кориця")));
    }

    private static PricingRules.Modifier modifier(
            String id, long priceMicro, String english, String danish, String ukrainian) {
        return new PricingRules.Modifier(id, names(english, danish, ukrainian), priceMicro, null, null);
    }

    private static PromotionMessage croissants() {
        return new PromotionMessage(
                "CROISSANTS",
                names("Second croissant half price", "Anden croissant til halv pris", "Другий круасан за пів ціни"),
                10L,
                "STACKING",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new PromotionMessage.Effect(
                        "CHEAPEST_OFF",
                        new PromotionMessage.Selection(false, List.of("croissant"), null, null, null, null, null),
                        null,
                        null,
                        null,
                        null,
                        2L,
                        1L,
                        500_000L,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static Map<String, String> names(String english, String danish, String ukrainian) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("en", english);
        names.put("da", danish);
        names.put("uk", ukrainian);
        return names;
    }
}

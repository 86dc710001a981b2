package org.tillwright.system.thrown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceList;
import org.tillwright.core.pricing.PriceLists;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.core.tax.TaxPolicy;

/** Throws price books of few items, with everything that a book can say about them. */
final class RandomBooks {

    static final String DEPOSIT = "deposit";

    private static final List<String> COUNTRIES = List.of("DE", "DE", "CH", "DK", "SE", "NZ", "AU", "NO");

    private final Dice dice;

    RandomBooks(Dice dice) {
        this.dice = dice;
    }

    static String item(int number) {
        return "I" + number;
    }

    PriceBook book() {
        return book(Currency.of(dice.oneOf("EUR", "EUR", "EUR", "CHF", "JPY", "KWD")));
    }

    /** A book of a shop that counts in this currency. */
    PriceBook book(Currency currency) {
        TaxPolicy policy = taxes().policy();
        int items = (int) dice.between(3, 9);
        Scale scale = scale(currency);
        Map<String, ModifierGroup> groups = dice.percent(35) ? groups(currency, scale) : Map.of();
        Map<String, PriceBook.Entry> entries = new LinkedHashMap<>();
        for (int i = 1; i <= items; i++) {
            entries.put(item(i), entry(item(i), currency, scale, groups));
        }
        entries.put(
                DEPOSIT,
                new PriceBook.Entry(
                        DEPOSIT,
                        new UnitPrice(currency, scale.price(dice)),
                        dice.oneOf(RandomTaxes.CATEGORIES),
                        new PriceBook.Traits(null, false, true, Map.of(), List.of())));
        int promotions = dice.oneOf(0, 0, 1, 1, 2, 2, 3, 3, 4, 6);
        PriceRules rules = new PriceRules(
                PriceLists.of(dice.percent(35) ? lists(currency, scale, items) : List.of()),
                PromotionIndex.of(new RandomPromotions(dice, items, scale.typicalMinor(currency)).some(promotions)),
                groups,
                CashRounding.of(dice.oneOf(COUNTRIES)));
        return new PriceBook(1, currency, policy, entries, taxes().table(policy), rules);
    }

    private RandomTaxes taxes() {
        return new RandomTaxes(dice);
    }

    /** What things cost in a shop: prices to {@code most}, in steps of {@code step}, both millionths of the major unit. */
    private record Scale(long step, long most) {

        long price(Dice dice) {
            return dice.percent(3) ? 0 : dice.between(1, most / step) * step;
        }

        long typicalMinor(Currency currency) {
            long minor = most / 3;
            for (int i = currency.digits(); i < 6; i++) {
                minor /= 10;
            }
            return minor;
        }
    }

    private Scale scale(Currency currency) {
        long minor = 1_000_000;
        for (int i = 0; i < currency.digits(); i++) {
            minor /= 10;
        }
        return switch (dice.below(8)) {
            case 0 -> new Scale(minor, 12 * minor); // a few cents: every rounding shows
            case 1 -> new Scale(Math.max(1, minor / 8), 300 * minor); // screws by the eighth of a cent
            case 2 -> new Scale(minor, 2_000_000L * minor);
            case 3 -> new Scale(50 * minor, 2_000 * minor); // round prices: ties everywhere
            default -> new Scale(minor, 3_000 * minor);
        };
    }

    private PriceBook.Entry entry(String itemId, Currency currency, Scale scale, Map<String, ModifierGroup> groups) {
        UnitPrice price = dice.percent(4) ? null : new UnitPrice(currency, scale.price(dice));
        String department = dice.percent(10) ? null : "D" + dice.between(1, 3);
        Map<String, Quantity> deposits = dice.percent(12) ? Map.of(DEPOSIT, Quantity.of(dice.between(1, 2))) : Map.of();
        List<String> groupIds = groups.isEmpty() || dice.percent(50) ? List.of() : List.copyOf(groups.keySet());
        return new PriceBook.Entry(
                itemId,
                price,
                dice.oneOf(RandomTaxes.CATEGORIES),
                new PriceBook.Traits(department, dice.percent(20), false, deposits, groupIds));
    }

    private Map<String, ModifierGroup> groups(Currency currency, Scale scale) {
        List<ModifierGroup.Modifier> modifiers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            modifiers.add(new ModifierGroup.Modifier(
                    "M" + i,
                    new UnitPrice(currency, dice.percent(25) ? 0 : scale.price(dice) / 4),
                    dice.percent(25) ? dice.oneOf(RandomTaxes.CATEGORIES) : null,
                    null));
        }
        int minimum = dice.below(2);
        return Map.of("G", new ModifierGroup("G", minimum, minimum + (int) dice.between(1, 2), modifiers));
    }

    private List<PriceList> lists(Currency currency, Scale scale, int items) {
        List<PriceList> lists = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (int i = (int) dice.between(1, 3); i > 0; i--) {
            lists.add(list("L" + i, currency, scale, items, said));
        }
        return lists;
    }

    /** What was said of an item for some store, group and quantity is not said again, so that no list contradicts another. */
    private PriceList list(String id, Currency currency, Scale scale, int items, Set<String> said) {
        Set<String> stores = sometimes(RandomCarts.STORES);
        Set<String> groups = sometimes(RandomCarts.GROUPS);
        LocalDate from = dice.percent(50) ? RandomCarts.DAY.toLocalDate().minusDays(dice.below(4)) : null;
        LocalDate until = dice.percent(50) ? RandomCarts.DAY.toLocalDate().plusDays(dice.below(3)) : null;
        List<PriceList.Price> prices = new ArrayList<>();
        for (int i = (int) dice.between(1, 4); i > 0; i--) {
            String itemId = item((int) dice.between(1, items));
            Quantity minimum = dice.percent(60) ? new Quantity(0) : Quantity.of(dice.between(1, 5));
            if (said.add(itemId + minimum.milli() + stores + groups)) {
                prices.add(new PriceList.Price(itemId, minimum, new UnitPrice(currency, scale.price(dice))));
            }
        }
        return new PriceList(id, stores, groups, from, until, prices);
    }

    private Set<String> sometimes(List<String> choices) {
        return dice.percent(30) ? Set.of(dice.oneOf(choices)) : Set.of();
    }
}

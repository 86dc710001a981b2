package org.tillwright.system.thrown;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceLists;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.system.sample.ServerSample;
import org.tillwright.system.sample.Wanted;

/** Throws what is sold at a real server: books in the currency of its store, and some carts of each. */
public final class RandomSamples {

    /** The sample's books are others than those of the carts with the same seed. */
    private static final long OTHER_CHANCE = 0x5A3D_1E55_0B0E_71C5L;

    private final long seed;
    private final Currency currency;

    public RandomSamples(long seed, Currency currency) {
        this.seed = seed ^ OTHER_CHANCE;
        this.currency = currency;
    }

    /** The currency that the store of a run counts in: another seed, another number of digits. */
    public static Currency currencyOf(long seed) {
        List<String> codes = List.of("JPY", "EUR", "CHF", "KWD");
        return Currency.of(codes.get((int) Long.remainderUnsigned(seed, codes.size())));
    }

    public Wanted thrown(long number) {
        Dice dice = Dice.of(seed, number);
        PriceBook book = inOneStore(new RandomBooks(dice).book(currency));
        List<Cart> carts = new ArrayList<>();
        for (int i = 0; i < ServerSample.cartsOfABook(); i++) {
            carts.add(RandomCarts.of(dice, book));
        }
        return new Wanted(book, carts, dice.between(0, Long.MAX_VALUE - 1));
    }

    /** The server knows one store, the first; rules for the other alone would name what there is none of. */
    private static PriceBook inOneStore(PriceBook book) {
        String other = RandomCarts.STORES.get(1);
        PriceRules rules = book.rules();
        return book.with(new PriceRules(
                PriceLists.of(rules.priceLists().lists().stream()
                        .filter(list -> !list.stores().contains(other))
                        .toList()),
                PromotionIndex.of(rules.promotions().promotions().stream()
                        .filter(promotion -> !promotion.conditions().stores().contains(other))
                        .toList()),
                rules.modifierGroups(),
                rules.cashRounding()));
    }
}

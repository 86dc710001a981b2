package org.tillwright.system.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.LineAmounts;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceRules;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.PromotionIndex;
import org.tillwright.system.thrown.PricingCase;

/** Holds one cart against every law there is, the cheapest first. */
final class PricingLaws implements Check<PricingCase> {

    private static final String ORDER = "the order of lines and promotions changes nothing";

    private final Engine engine;
    private final ReturnLaws returns;
    private final ReferenceLaws reference;
    private final List<String> without;

    /**
     * @param without beginnings of the names of laws that are not asked, to look for others while one is known to be broken
     */
    PricingLaws(Engine engine, ReferenceLaws reference, List<String> without) {
        this.engine = engine;
        this.without = List.copyOf(without);
        this.returns = new ReturnLaws(engine);
        this.reference = reference;
    }

    @Override
    public @Nullable Violation check(PricingCase one, Counts met) {
        try {
            PricedCart priced = engine.price(one.cart(), one.book());
            Occurrences.count(one, priced, met);
            return firstBroken(one, priced, met);
        } catch (UnpricedItemException e) {
            return new Violation("every cart of a sound book has a price", "no price for " + e.itemId());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | NullPointerException e) {
            // A fuzz wants to see crashes: one is a counter-example like any other.
            StackTraceElement[] trace = e.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            return asked(new Violation(
                    "pricing does not break off: " + e.getClass().getSimpleName(), e.getMessage() + where));
        }
    }

    private @Nullable Violation firstBroken(PricingCase one, PricedCart priced, Counts met)
            throws UnpricedItemException {
        Violation broken = asked(SumLaws.broken(priced));
        broken = broken != null ? broken : asked(SpreadLaws.broken(one, priced, met));
        broken = broken != null ? broken : asked(sameTwice(one, priced));
        broken = broken != null ? broken : asked(reference.broken(one, priced, met));
        broken = broken != null ? broken : asked(returns.broken(one, priced, met));
        broken = broken != null ? broken : asked(PolicyReturnLaws.broken(engine, one, priced, met));
        broken = broken != null ? broken : asked(MoneyBackLaws.broken(one, priced, met));
        broken = broken != null ? broken : asked(RecordLaws.broken(one, priced, met));
        return broken != null ? broken : asked(inAnyOrder(one, priced, met));
    }

    private @Nullable Violation asked(@Nullable Violation broken) {
        boolean known = broken != null && without.stream().anyMatch(broken.law()::startsWith);
        return known ? null : broken;
    }

    private @Nullable Violation sameTwice(PricingCase one, PricedCart priced) throws UnpricedItemException {
        PricedCart again = engine.price(one.cart(), one.book());
        return again.equals(priced)
                ? null
                : new Violation("the same cart gives the same cents", priced + " and then " + again);
    }

    /**
     * Lines carry numbers and promotions ids, and those decide between equals: places in a list decide nothing, not even
     * which of several equally good combinations is chosen.
     */
    private @Nullable Violation inAnyOrder(PricingCase one, PricedCart priced, Counts met)
            throws UnpricedItemException {
        List<Cart.Line> lines = new ArrayList<>(one.cart().lines());
        Collections.reverse(lines);
        if (one.returns() % 2 == 0) {
            Collections.rotate(lines, 1 + (int) (one.returns() % 5));
        }
        Cart shuffled = new Cart(one.cart().context(), lines, one.cart().discounts());
        PricedCart other = engine.price(shuffled, withPromotionsReversed(one.book()));
        met.add("carts priced in another order");
        if (!byNumber(other).equals(byNumber(priced))) {
            return new Violation(ORDER, byNumber(priced) + " became " + byNumber(other));
        }
        return other.total().equals(priced.total()) && other.taxLines().equals(priced.taxLines())
                ? null
                : new Violation(
                        ORDER,
                        priced.total() + " of " + priced.taxLines() + " became " + other.total() + " of "
                                + other.taxLines());
    }

    private static PriceBook withPromotionsReversed(PriceBook book) {
        PriceRules rules = book.rules();
        List<Promotion> promotions = new ArrayList<>(rules.promotions().promotions());
        if (promotions.size() < 2) {
            return book;
        }
        Collections.reverse(promotions);
        return book.with(new PriceRules(
                rules.priceLists(), PromotionIndex.of(promotions), rules.modifierGroups(), rules.cashRounding()));
    }

    private static Map<Integer, LineAmounts> byNumber(PricedCart priced) {
        Map<Integer, LineAmounts> byNumber = new TreeMap<>();
        priced.lines().forEach(line -> byNumber.put(line.wanted().number(), line.amounts()));
        return byNumber;
    }
}

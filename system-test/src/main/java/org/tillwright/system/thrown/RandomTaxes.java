package org.tillwright.system.thrown;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.pricing.TaxTable;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Throws tax policies, and tables with taxes of every kind, alone and several on a line. */
final class RandomTaxes {

    static final List<String> CATEGORIES = List.of("A", "B", "C");

    private static final List<RoundingMode> SYMMETRIC = List.of(
            RoundingMode.HALF_UP,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.UP,
            RoundingMode.DOWN);
    private static final List<Long> PERCENTS = List.of(
            0L, 1L, 25_000L, 40_000L, 55_000L, 70_000L, 88_750L, 160_000L, 190_000L, 210_000L, 250_000L, 1_000_000L);

    private final Dice dice;

    RandomTaxes(Dice dice) {
        this.dice = dice;
    }

    TaxPolicy policy() {
        RoundingMode rounding =
                dice.percent(4) ? dice.oneOf(RoundingMode.FLOOR, RoundingMode.CEILING) : dice.oneOf(SYMMETRIC);
        return new TaxPolicy(
                dice.oneOf(TaxPolicy.Placement.values()),
                dice.oneOf(TaxPolicy.Level.values()),
                rounding,
                dice.oneOf(TaxPolicy.Exemption.values()));
    }

    /** A table: in most shops one percentage for each category, in some whatever the law can think of. */
    TaxTable table(TaxPolicy policy) {
        return dice.percent(60) ? plain(policy) : rich();
    }

    private TaxTable plain(TaxPolicy policy) {
        boolean inPrice = policy.placement() == TaxPolicy.Placement.IN_PRICE;
        Map<String, TaxTable.Taxes> byCategory = new LinkedHashMap<>();
        for (String category : CATEGORIES) {
            long ppm = dice.oneOf(PERCENTS);
            Tax tax = new Tax("T" + category, Tax.Kind.PERCENT, ppm, inPrice, false, true, "T" + category);
            byCategory.put(category, TaxTable.Taxes.always(tax));
        }
        return new TaxTable(byCategory);
    }

    private TaxTable rich() {
        List<Tax> pool = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            pool.add(tax("T" + i));
        }
        Map<String, TaxTable.Taxes> byCategory = new LinkedHashMap<>();
        for (String category : CATEGORIES) {
            Map<ServiceMode, List<Tax>> byMode = new LinkedHashMap<>();
            if (dice.percent(30)) {
                byMode.put(dice.oneOf(ServiceMode.values()), some(pool));
            }
            byCategory.put(category, new TaxTable.Taxes(some(pool), byMode));
        }
        return new TaxTable(byCategory);
    }

    /** None to three of the pool, in any order: the order is the sequence in which they are worked out. */
    private List<Tax> some(List<Tax> pool) {
        List<Tax> left = new ArrayList<>(pool);
        List<Tax> chosen = new ArrayList<>();
        for (int i = dice.oneOf(0, 1, 1, 1, 2, 2, 2, 3, 3); i > 0; i--) {
            chosen.add(left.remove(dice.below(left.size())));
        }
        return chosen;
    }

    private Tax tax(String taxId) {
        Tax.Kind kind = dice.oneOf(Tax.Kind.PERCENT, Tax.Kind.PERCENT, Tax.Kind.FIXED, Tax.Kind.DIVISION);
        long value = kind == Tax.Kind.PERCENT
                ? dice.oneOf(PERCENTS)
                : kind == Tax.Kind.FIXED
                        ? dice.between(0, 60) * 10_000
                        : dice.oneOf(6_500L, 30_000L, 50_000L, 90_000L, 150_000L);
        return new Tax(
                taxId,
                kind,
                value,
                dice.percent(50),
                dice.percent(40),
                dice.percent(75),
                dice.oneOf("G1", "G2", taxId));
    }
}

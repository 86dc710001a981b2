package org.tillwright.register.cases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.Taxed;

/**
 * The taxes of a document, summed under their groups, in minor units. A group's base is, line by line, that of its first
 * tax on the line: what two taxes of a group are both taken of is counted once. A tax without a group is one of its own,
 * called by its place among the groups.
 */
final class TaxGroups {

    /** Numbered groups in the order of their numbers, then the others as they came. */
    private static final Comparator<Sum> IN_ORDER = Comparator.comparing(Sum::number);

    private final Map<String, Sum> groups = new LinkedHashMap<>();

    static TaxGroups of(List<CaseLine> lines, List<Taxed.Line> taxed) {
        TaxGroups groups = new TaxGroups();
        for (int i = 0; i < taxed.size(); i++) {
            groups.add(lines.get(i).taxes(), taxed.get(i).parts());
        }
        return groups;
    }

    private void add(List<CaseTax> taxes, List<Taxed.Part> parts) {
        List<String> onThisLine = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String key = taxes.get(i).tax().group();
            String name = taxes.get(i).group();
            Sum sum = groups.computeIfAbsent(
                    key, first -> new Sum(name == null ? String.valueOf(groups.size() + 1) : name));
            if (!onThisLine.contains(key)) {
                sum.base = Math.addExact(sum.base, parts.get(i).baseMinor());
                onThisLine.add(key);
            }
            sum.tax = Math.addExact(sum.tax, parts.get(i).taxMinor());
        }
    }

    void lowerTax(Tax tax, long minor) {
        Sum sum = requireNonNull(groups.get(tax.group()));
        sum.tax = Math.subtractExact(sum.tax, minor);
    }

    /** Lowers the base of each group by that share of its base among {@code others}. */
    void lowerBases(TaxGroups others, Discount discount) {
        others.groups.forEach((key, other) -> {
            Sum sum = requireNonNull(groups.get(key));
            sum.base = Math.subtractExact(sum.base, discount.of(other.base));
        });
    }

    /**
     * Adds to the group with the most tax, the first of equals, if there is a group at all.
     *
     * @param isBack true when the document gives money back, so that the most is the furthest below zero
     */
    boolean addToBiggest(long minor, boolean isBack) {
        Comparator<Sum> byTax = Comparator.comparing(sum -> isBack ? -sum.tax : sum.tax);
        Optional<Sum> biggest = inOrder().stream().reduce((one, other) -> byTax.compare(other, one) > 0 ? other : one);
        biggest.ifPresent(sum -> sum.tax = Math.addExact(sum.tax, minor));
        return biggest.isPresent();
    }

    List<Sum> inOrder() {
        return groups.values().stream().sorted(IN_ORDER).toList();
    }

    /** What a group comes to; changes while discounts and rounding are applied. */
    static final class Sum {

        private final String name;
        private long base;
        private long tax;

        private Sum(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        long baseMinor() {
            return base;
        }

        long taxMinor() {
            return tax;
        }

        private long number() {
            boolean isNumber =
                    !name.isEmpty() && name.length() < 19 && name.chars().allMatch(c -> c >= '0' && c <= '9');
            return isNumber ? Long.parseLong(name) : Long.MAX_VALUE;
        }
    }
}

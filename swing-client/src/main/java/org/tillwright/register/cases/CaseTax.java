package org.tillwright.register.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.Tax;

/**
 * A tax of a case.
 *
 * @param tax as the calculator knows it; its rate is what of it the customer pays
 * @param fullPpm the rate that its parts are parts of, in parts per million
 * @param group what the document sums it under, or null for a sum of its own
 * @param factors how the tax is shared out, 1 being the whole of it; usually one factor of 1
 */
record CaseTax(Tax tax, long fullPpm, @Nullable String group, List<BigDecimal> factors) {

    private static final int PERCENT_DIGITS = 4;
    private static final int FIXED_DIGITS = 6;

    CaseTax {
        factors = List.copyOf(factors);
    }

    /**
     * Reads a list of taxes in the order in which they are worked out; a group of taxes is its members.
     *
     * @param mayBeInPrice false when the case wants taxes on top, whatever they say of themselves
     */
    static List<CaseTax> list(List<CaseReader> json, boolean mayBeInPrice) throws CaseException {
        List<CaseTax> taxes = new ArrayList<>();
        for (CaseReader tax : inSequence(json)) {
            if (tax.text("type").equals("group")) {
                taxes.addAll(list(tax.objects("children"), mayBeInPrice));
            } else {
                taxes.add(read(tax, mayBeInPrice));
            }
        }
        return taxes;
    }

    private static List<CaseReader> inSequence(List<CaseReader> json) throws CaseException {
        record Placed(BigDecimal sequence, CaseReader tax) {}
        List<Placed> placed = new ArrayList<>();
        for (CaseReader tax : json) {
            placed.add(new Placed(tax.number("sequence", BigDecimal.ZERO), tax));
        }
        return placed.stream()
                .sorted(Comparator.comparing(Placed::sequence))
                .map(Placed::tax)
                .toList();
    }

    private static CaseTax read(CaseReader json, boolean mayBeInPrice) throws CaseException {
        String id = json.has("id") ? json.name("id") : json.nameOf("id");
        String group = json.has("group") ? json.name("group") : null;
        Tax.Kind kind = kind(json);
        BigDecimal amount = json.number("amount");
        List<BigDecimal> factors = factors(json);
        BigDecimal sum = factors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isShared = factors.size() > 1 || sum.compareTo(BigDecimal.ONE) != 0;
        if (isShared && kind != Tax.Kind.PERCENT) {
            throw new CaseException("The tax " + id + " is shared out, which is known of percentages only.");
        }
        int digits = kind == Tax.Kind.FIXED ? FIXED_DIGITS : PERCENT_DIGITS;
        long full = scaled(amount, digits, id);
        try {
            Tax tax = new Tax(
                    id,
                    kind,
                    scaled(amount.multiply(sum), digits, id),
                    mayBeInPrice && json.truth("price_include", false),
                    json.truth("include_base_amount", false),
                    json.truth("is_base_affected", true),
                    group == null ? "tax " + id : group);
            return new CaseTax(tax, full, group, factors);
        } catch (IllegalArgumentException e) {
            throw new CaseException(CasesFile.sentence(e));
        }
    }

    private static Tax.Kind kind(CaseReader json) throws CaseException {
        String type = json.text("type");
        return switch (type) {
            case "percent" -> Tax.Kind.PERCENT;
            case "division" -> Tax.Kind.DIVISION;
            case "fixed" -> Tax.Kind.FIXED;
            default ->
                throw new CaseException("The member " + json.nameOf("type") + " is " + JsonFile.quoted(type)
                        + ", which is none of percent, fixed, division and group.");
        };
    }

    private static List<BigDecimal> factors(CaseReader json) throws CaseException {
        for (String member : List.of("repartition", "repartition_tax_factors")) {
            if (json.has(member)) {
                return json.numbers(member).stream()
                        .map(factor -> factor.movePointLeft(2))
                        .toList();
            }
        }
        return List.of(BigDecimal.ONE);
    }

    private static long scaled(BigDecimal amount, int digits, String id) throws CaseException {
        try {
            return amount.movePointRight(digits).longValueExact();
        } catch (ArithmeticException e) {
            throw new CaseException(
                    "The amount of tax " + id + " has more than " + digits + " decimals, or is too large.");
        }
    }
}

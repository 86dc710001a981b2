package org.tillwright.wire.pricing;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** Finds taxes that cannot be worked out, and days on which a category would have two. */
final class TaxRulesCheck {

    private static final long WHOLE_PPM = 1_000_000;

    private final FaultList faults;
    private final @Nullable KnownThings known;
    private boolean areSound;

    TaxRulesCheck(FaultList faults, @Nullable KnownThings known) {
        this.faults = faults;
        this.known = known;
    }

    static boolean hasRule(PricingRules rules, String taxCategory) {
        return Lists.of(rules.taxRules()).stream()
                .anyMatch(rule -> rule.taxCategory().equals(taxCategory));
    }

    void check(PricingRules rules) {
        int atFirst = faults.count();
        Set<String> ids = new HashSet<>();
        List<PricingRules.Tax> taxes = Lists.of(rules.taxes());
        for (int i = 0; i < taxes.size(); i++) {
            tax(taxes.get(i), ids, "taxes[" + i + "]");
        }
        areSound = faults.count() == atFirst;
        List<PricingRules.TaxRule> told = Lists.of(rules.taxRules());
        for (int i = 0; i < told.size(); i++) {
            PricingRules.TaxRule rule = told.get(i);
            String field = "taxRules[" + i + "]";
            int before = faults.count();
            faults.oneOf(rule.serviceMode(), ServiceMode.values(), field + ".serviceMode");
            faults.days(rule.from(), rule.until(), field);
            faults.names(rule.taxIds(), ids::contains, "tax", field + ".taxIds");
            KnownThings things = known;
            if (things != null) {
                faults.name(rule.taxCategory(), things::hasTaxCategory, "tax category", field + ".taxCategory");
            }
            overlap(rule, told.subList(0, i), field);
            if (faults.count() == before) {
                together(rule, rules, field);
            }
        }
    }

    private void tax(PricingRules.Tax tax, Set<String> ids, String field) {
        faults.unique(ids, tax.taxId(), field + ".taxId");
        faults.oneOf(tax.kind(), Tax.Kind.values(), field + ".kind");
        if (tax.kind().equals(Tax.Kind.FIXED.name())) {
            faults.amount(tax.value(), field + ".value");
            return;
        }
        faults.percent(tax.value(), field + ".value");
        if (tax.kind().equals(Tax.Kind.DIVISION.name())) {
            boolean always = Boolean.TRUE.equals(tax.inPrice());
            faults.require(
                    always ? tax.value() <= WHOLE_PPM : tax.value() < WHOLE_PPM,
                    field + ".value",
                    "of division tax " + tax.taxId() + (always ? " is above" : " on top of the price is not below")
                            + " 100 %");
        }
    }

    /** Taxes that are sound one by one may leave nothing of a price together, wherever the store's policy puts them. */
    private void together(PricingRules.TaxRule rule, PricingRules rules, String field) {
        if (!areSound) {
            return;
        }
        Map<String, PricingRules.Tax> byId = new HashMap<>();
        Lists.of(rules.taxes()).forEach(tax -> byId.put(tax.taxId(), tax));
        try {
            for (TaxPolicy.Placement placement : TaxPolicy.Placement.values()) {
                Tax.requireTogether(rule.taxIds().stream()
                        .map(id -> PriceBooks.tax(requireNonNull(byId.get(id)), placement))
                        .toList());
            }
        } catch (IllegalArgumentException e) {
            faults.add(field + ".taxIds", "cannot be together: " + e.getMessage());
        }
    }

    private void overlap(PricingRules.TaxRule rule, List<PricingRules.TaxRule> earlier, String field) {
        earlier.stream()
                .filter(other -> other.taxCategory().equals(rule.taxCategory())
                        && Objects.equals(other.serviceMode(), rule.serviceMode())
                        && FaultList.overlap(other.from(), other.until(), rule.from(), rule.until()))
                .findFirst()
                .ifPresent(other -> faults.add(
                        field,
                        "gives tax category " + rule.taxCategory() + " taxes on days on which another rule does"));
    }
}

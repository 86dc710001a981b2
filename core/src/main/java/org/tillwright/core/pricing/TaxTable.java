package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.core.tax.TaxRate;

/** Which taxes are on goods of a tax category, and on which of them it matters where they are eaten. */
public record TaxTable(Map<String, Taxes> byCategory) {

    public TaxTable {
        byCategory = Map.copyOf(byCategory);
    }

    /** One rate for each category, placed as the policy says. */
    public static TaxTable of(Map<String, TaxRate> rates, TaxPolicy policy) {
        Map<String, Taxes> table = new LinkedHashMap<>();
        rates.forEach((category, rate) -> table.put(category, Taxes.always(rate.placed(policy.placement()))));
        return new TaxTable(table);
    }

    /**
     * Returns the taxes in the order in which they are worked out; a book that names a category without taxes was never
     * published.
     *
     * @param serviceMode null where it makes no difference
     */
    public List<Tax> taxesOf(String taxCategory, @Nullable ServiceMode serviceMode) {
        Taxes taxes = requireNonNull(byCategory.get(taxCategory), () -> "no tax rate for category " + taxCategory);
        List<Tax> special = serviceMode == null ? null : taxes.byMode().get(serviceMode);
        return special == null ? taxes.otherwise() : special;
    }

    /**
     * The taxes of one category.
     *
     * @param otherwise where the service mode is not known, or has no taxes of its own
     */
    public record Taxes(List<Tax> otherwise, Map<ServiceMode, List<Tax>> byMode) {

        public Taxes {
            otherwise = List.copyOf(otherwise);
            Map<ServiceMode, List<Tax>> copied = new LinkedHashMap<>();
            byMode.forEach((mode, taxes) -> copied.put(mode, List.copyOf(taxes)));
            byMode = Map.copyOf(copied);
        }

        public static Taxes always(Tax tax) {
            return new Taxes(List.of(tax), Map.of());
        }
    }
}

package org.tillwright.register.cases;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.Taxed;

/** A line alone: what it is without tax, with it, and each tax. */
final class LineCase {

    private LineCase() {}

    static JsonObject price(CaseReader json) throws CaseException {
        CaseMoney money = CaseMoney.read(json);
        CaseLine line = CaseLine.only(json, money);
        Taxed.Line taxed =
                money.calculator().tax(List.of(line.taxable())).lines().get(0);
        JsonArrayBuilder taxes = JsonFile.JSON.createArrayBuilder();
        for (int i = 0; i < line.taxes().size(); i++) {
            for (long part : parts(line.taxes().get(i), taxed.parts().get(i))) {
                taxes.add(JsonFile.JSON
                        .createObjectBuilder()
                        .add("base", money.text(taxed.parts().get(i).baseMinor()))
                        .add("amount", money.text(part)));
            }
        }
        return JsonFile.JSON
                .createObjectBuilder()
                .add("total_excluded", money.text(taxed.netMinor()))
                .add("total_included", money.text(taxed.grossMinor()))
                .add("taxes", taxes)
                .build();
    }

    /** The price under other taxes that leaves the shop the same net. */
    static JsonObject adapt(CaseReader json) throws CaseException {
        CaseMoney money = CaseMoney.read(json);
        BigDecimal price = json.number("price_unit").divide(money.step());
        CaseLine original = CaseLine.of(1, price, BigDecimal.ONE, CaseTax.list(json.objects("original_taxes"), true));
        CaseLine other = CaseLine.of(1, price, BigDecimal.ONE, CaseTax.list(json.objects("new_taxes"), true));
        List<Tax> taxes = other.taxable().taxes();
        long adapted = money.calculator().withSameNet(original.taxable(), taxes);
        return JsonFile.JSON
                .createObjectBuilder()
                .add("price_unit", money.text(adapted))
                .build();
    }

    /** Shares a tax out by its factors; each share is what the sum of it and those before it rounds to. */
    private static long[] parts(CaseTax tax, Taxed.Part part) {
        if (tax.factors().size() == 1) {
            return new long[] {part.taxMinor()};
        }
        long[] parts = new long[tax.factors().size()];
        BigDecimal full = BigDecimal.valueOf(part.baseMinor()).multiply(BigDecimal.valueOf(tax.fullPpm(), 6));
        BigDecimal until = BigDecimal.ZERO;
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            until = until.add(tax.factors().get(i));
            long due = full.multiply(until).setScale(0, RoundingMode.HALF_UP).longValueExact();
            parts[i] = due - given;
            given = due;
        }
        return parts;
    }
}

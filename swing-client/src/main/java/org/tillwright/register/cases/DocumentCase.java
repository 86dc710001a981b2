package org.tillwright.register.cases;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxCalculator;
import org.tillwright.core.tax.Taxable;
import org.tillwright.core.tax.Taxed;

/** A whole document: its base, tax and total in minor units, and its taxes by group. */
final class DocumentCase {

    private final CaseMoney money;
    private final List<CaseLine> lines;
    private final TaxGroups groups;
    private long base;
    private long tax;

    private DocumentCase(CaseMoney money, List<CaseLine> lines) {
        this.money = money;
        this.lines = lines;
        Taxed taxed = money.calculator().tax(taxables(lines));
        this.groups = TaxGroups.of(lines, taxed.lines());
        this.base = taxed.netMinor();
        this.tax = taxed.taxMinor();
    }

    static JsonObject price(CaseReader json) throws CaseException {
        return read(json).answer(json);
    }

    static JsonObject priceDiscounted(CaseReader json) throws CaseException {
        DocumentCase document = read(json);
        document.discount(json.object("global_discount"));
        return document.answer(json);
    }

    private static DocumentCase read(CaseReader json) throws CaseException {
        CaseMoney money = CaseMoney.read(json);
        return new DocumentCase(money, CaseLine.list(json, money));
    }

    /**
     * Lowers total and taxes each by its share, rounded for itself, and the base by what then is missing. Fixed taxes are
     * due whatever is paid, and no discount lowers them.
     */
    private void discount(CaseReader json) throws CaseException {
        TaxCalculator calculator = money.calculator();
        Taxed lowered = calculator.taxWithoutFixed(taxables(lines));
        Discount discount = Discount.read(json, lowered.grossMinor(), money);
        long taxOff = 0;
        for (Taxed.Total total : lowered.totals()) {
            long off = discount.of(total.taxMinor());
            groups.lowerTax(total.tax(), off);
            taxOff = Math.addExact(taxOff, off);
        }
        groups.lowerBases(TaxGroups.of(withoutFixed(), lowered.lines()), discount);
        tax = Math.subtractExact(tax, taxOff);
        base = Math.subtractExact(base, Math.subtractExact(discount.of(lowered.grossMinor()), taxOff));
    }

    private List<CaseLine> withoutFixed() {
        List<CaseLine> rest = new ArrayList<>();
        for (CaseLine line : lines) {
            List<CaseTax> taxes = line.taxes().stream()
                    .filter(one -> one.tax().kind() != Tax.Kind.FIXED)
                    .toList();
            rest.add(new CaseLine(taxes, line.taxable()));
        }
        return rest;
    }

    private JsonObject answer(CaseReader json) throws CaseException {
        JsonObjectBuilder answer = JsonFile.JSON.createObjectBuilder();
        long total = Math.addExact(base, tax);
        if (json.has("cash_rounding")) {
            CaseCashRounding rounding = CaseCashRounding.read(json.object("cash_rounding"));
            long difference = rounding.difference(total, money);
            if (!rounding.isInTax()) {
                total = Math.addExact(total, difference);
                answer.add("cash_rounding_amount", money.text(difference));
            } else if (groups.addToBiggest(difference, total < 0)) {
                total = Math.addExact(total, difference);
                tax = Math.addExact(tax, difference);
            }
        }
        return JsonFile.JSON
                .createObjectBuilder()
                .add("base", money.text(base))
                .add("tax", money.text(tax))
                .add("total", money.text(total))
                .add("tax_groups", groupsAnswer())
                .addAll(answer)
                .build();
    }

    private JsonArrayBuilder groupsAnswer() {
        JsonArrayBuilder array = JsonFile.JSON.createArrayBuilder();
        for (TaxGroups.Sum group : groups.inOrder()) {
            array.add(JsonFile.JSON
                    .createObjectBuilder()
                    .add("group", group.name())
                    .add("base", money.text(group.baseMinor()))
                    .add("tax", money.text(group.taxMinor())));
        }
        return array;
    }

    private static List<Taxable> taxables(List<CaseLine> lines) {
        return lines.stream().map(CaseLine::taxable).toList();
    }
}

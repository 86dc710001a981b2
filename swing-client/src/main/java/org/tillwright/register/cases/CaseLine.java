package org.tillwright.register.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.Taxable;

/** One line of a case: its taxes as the case has them, and what the calculator is given. */
record CaseLine(List<CaseTax> taxes, Taxable taxable) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a quantity of a cart can be at most. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, 3);

    CaseLine {
        taxes = List.copyOf(taxes);
    }

    /** The lines of a document. */
    static List<CaseLine> list(CaseReader json, CaseMoney money) throws CaseException {
        List<CaseLine> lines = new ArrayList<>();
        for (CaseReader line : json.objects("lines")) {
            lines.add(read(line, lines.size() + 1, money, true));
        }
        if (lines.isEmpty()) {
            throw new CaseException("The document has no lines.");
        }
        return lines;
    }

    /** A case that is one line itself. */
    static CaseLine only(CaseReader json, CaseMoney money) throws CaseException {
        return read(json, 1, money, json.truth("handle_price_include", true));
    }

    private static CaseLine read(CaseReader json, int number, CaseMoney money, boolean mayBeInPrice)
            throws CaseException {
        BigDecimal quantity = json.number("quantity");
        if (quantity.signum() == 0) {
            throw new CaseException("The member " + json.nameOf("quantity") + " is zero.");
        }
        if (quantity.abs().compareTo(MOST) > 0) {
            throw new CaseException("The member " + json.nameOf("quantity") + " is larger than can be counted.");
        }
        BigDecimal paidPercent = HUNDRED.subtract(percent(json, "discount_percent"));
        BigDecimal amount = json.number("price_unit").multiply(quantity).multiply(paidPercent);
        List<CaseTax> taxes = CaseTax.list(json.objects("taxes"), mayBeInPrice);
        return of(number, amount.divide(HUNDRED.multiply(money.step())), quantity, taxes);
    }

    static CaseLine of(int number, BigDecimal exactMinor, BigDecimal quantity, List<CaseTax> taxes)
            throws CaseException {
        List<Tax> known = taxes.stream().map(CaseTax::tax).toList();
        try {
            return new CaseLine(taxes, new Taxable(number, exactMinor, quantity, known));
        } catch (IllegalArgumentException e) {
            throw new CaseException(CasesFile.sentence(e));
        }
    }

    /** A percentage off a price: from 0 to 100, and 0 when the case has none. */
    static BigDecimal percent(CaseReader json, String member) throws CaseException {
        BigDecimal percent = json.number(member, BigDecimal.ZERO);
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new CaseException("The member " + json.nameOf(member) + " is " + percent.toPlainString()
                    + ", which is not between 0 and 100 percent.");
        }
        return percent;
    }
}

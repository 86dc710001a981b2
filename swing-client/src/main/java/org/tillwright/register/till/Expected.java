package org.tillwright.register.till;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.tally.TillSums;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.till.TillFigure;

/** What should be in a till, worked out from its figures. */
final class Expected {

    private final TillSums sums;
    private final String till;
    private final Currency currency;

    Expected(TillSums sums, String till, Currency currency) {
        this.sums = sums;
        this.till = till;
        this.currency = currency;
    }

    /** By tender; cash with the float and what was moved. Those that every till tells are there, others when they were used. */
    Map<TenderType, Money> byTender() {
        Map<TenderType, Money> expected = new EnumMap<>(TenderType.class);
        for (TenderType type : TenderType.values()) {
            if (type.isToldAlways()) {
                expected.put(type, Money.zero(currency));
            }
        }
        add(expected, TillFigure.TENDER_IN);
        add(expected, TillFigure.TENDER_OUT);
        expected.merge(TenderType.CASH, new Money(currency, movedCash()), Money::plus);
        Money worth = new Money(currency, amount(TillFigure.FOREIGN_WORTH));
        if (!foreign().isEmpty()) {
            expected.put(TenderType.FOREIGN_CASH, worth);
        }
        return expected;
    }

    private void add(Map<TenderType, Money> expected, TillFigure figure) {
        sums.bySubject(till, figure).forEach((name, sum) -> {
            TenderType type = TenderType.find(name);
            if (type != null) {
                expected.merge(type, new Money(currency, sum.amountMinor()), Money::plus);
            }
        });
    }

    private long movedCash() {
        long sum = 0;
        for (TillFigure figure : new TillFigure[] {
            TillFigure.FLOAT, TillFigure.LOAN, TillFigure.PICKUP, TillFigure.PAID_IN, TillFigure.PAID_OUT
        }) {
            sum = Math.addExact(sum, amount(figure));
        }
        return sum;
    }

    private long amount(TillFigure figure) {
        return sums.of(till, figure).amountMinor();
    }

    Money cash() {
        return byTender().getOrDefault(TenderType.CASH, Money.zero(currency));
    }

    /** Notes of other currencies, each in its own units. */
    Map<String, Money> foreign() {
        Map<String, Money> notes = new TreeMap<>();
        for (TillFigure figure : new TillFigure[] {TillFigure.FOREIGN, TillFigure.FOREIGN_MOVED}) {
            sums.bySubject(till, figure).forEach((code, sum) -> {
                Currency own = Currency.find(code);
                if (own != null) {
                    notes.merge(code, new Money(own, sum.amountMinor()), Money::plus);
                }
            });
        }
        return notes;
    }

    /** What the notes of one other currency count for in the till's own. */
    Money worthOf(String code) {
        return new Money(currency, sums.of(till, TillFigure.FOREIGN_WORTH, code).amountMinor());
    }

    /** Vouchers taken, less those that went back. */
    long vouchers() {
        String voucher = TenderType.VOUCHER.name();
        return Math.subtractExact(
                sums.of(till, TillFigure.TENDER_IN, voucher).count(),
                sums.of(till, TillFigure.TENDER_OUT, voucher).count());
    }
}

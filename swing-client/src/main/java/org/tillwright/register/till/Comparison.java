package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage.Count;
import org.tillwright.wire.TillSettledMessage.ForeignCount;
import org.tillwright.wire.TillSettledMessage.Pieces;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport.Figure;

/** What should be in a till beside what a person found there. */
final class Comparison {

    private final Expected expected;
    private final TillCount count;
    private final TenderRules tenders;

    Comparison(Expected expected, TillCount count, TenderRules tenders) {
        this.expected = expected;
        this.count = count;
        this.tenders = tenders;
    }

    TillCount count() {
        return count;
    }

    /** By tender. What no person can count, as gift cards in the server's books, is as it should be. */
    List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        expected.byTender()
                .forEach((tender, should) -> counts.add(new Count(
                        tender.name(), should.minor(), found(tender, should).minor())));
        return counts;
    }

    private Money found(TenderType tender, Money should) {
        Money zero = Money.zero(should.currency());
        return switch (tender) {
            case CASH, CARD, COUPON, VOUCHER -> count.counted().getOrDefault(tender, zero);
            case FOREIGN_CASH -> foreignFound(should);
            case WALLET, GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> should;
        };
    }

    /** What was taken for the notes, more or less what those that differ are worth today. */
    private Money foreignFound(Money should) {
        Money found = should;
        for (Map.Entry<String, Money> notes : expected.foreign().entrySet()) {
            Money there = foreignFound(notes.getKey(), notes.getValue());
            Money difference = there.minus(notes.getValue());
            if (!difference.isZero()) {
                found = found.plus(ForeignNotes.worth(difference, rate(notes.getValue()), should.currency()));
            }
        }
        return found;
    }

    private Money foreignFound(String code, Money should) {
        return count.foreign().getOrDefault(code, Money.zero(should.currency()));
    }

    /** Today's, or for a currency that is no longer taken what those in the drawer were taken for; of one unit of the till's own. */
    private long rate(Money notes) {
        Currency currency = notes.currency();
        return CashMovementRules.rate(currency, tenders)
                .orElseGet(() -> ForeignNotes.rate(notes, expected.worthOf(currency.code())));
    }

    /** Notes of other currencies; null where there were none. */
    @Nullable
    List<ForeignCount> foreign() {
        List<ForeignCount> counts = new ArrayList<>();
        expected.foreign()
                .forEach((code, should) -> counts.add(new ForeignCount(
                        code, should.minor(), foreignFound(code, should).minor())));
        return counts.isEmpty() ? null : counts;
    }

    /** Vouchers by the piece; null where none were counted. */
    @Nullable
    Pieces vouchers() {
        Long pieces = count.vouchers();
        return pieces == null ? null : new Pieces(expected.vouchers(), pieces);
    }

    /** What differs, for the report. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Count each : counts()) {
            long difference = Math.subtractExact(each.countedMinor(), each.expectedMinor());
            figures.add(new Figure(TillFigure.OVER_SHORT.name(), each.tender(), difference == 0 ? 0L : 1L, difference));
        }
        return figures;
    }

    /** Counted less expected, over all tenders. */
    Money difference() {
        long sum = 0;
        for (Count each : counts()) {
            sum = Math.addExact(sum, Math.subtractExact(each.countedMinor(), each.expectedMinor()));
        }
        return new Money(expected.cash().currency(), sum);
    }

    /** True if a tender, or the pieces of paper, differ by more than this; null for no limit. */
    boolean isBeyond(@Nullable Long mostMinor) {
        if (mostMinor == null) {
            return false;
        }
        Pieces vouchers = vouchers();
        boolean lacksPaper = vouchers != null && !vouchers.expected().equals(vouchers.counted());
        return lacksPaper
                || counts().stream()
                        .anyMatch(each ->
                                Math.abs(Math.subtractExact(each.countedMinor(), each.expectedMinor())) > mostMinor);
    }
}

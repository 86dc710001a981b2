package org.tillwright.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.tillwright.core.money.Currency;

/** Finds what contradicts itself within a sale: sums that do not add up, numbers that do not rise. */
final class SaleCheck {

    /** Far beyond any receipt, and far enough from a long's end that sums of it are exact. */
    private static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    /** A million tonnes, in grams; keeps sums of stock exact. */
    private static final long MAX_QUANTITY_MILLI = 1_000_000_000_000L;

    /** The number of a line; voided lines count too. */
    private static final long MAX_LINE_NUMBER = 1_000_000;

    private final SaleMessage sale;
    private final List<Fault> faults = new ArrayList<>();

    private SaleCheck(SaleMessage sale) {
        this.sale = sale;
    }

    static List<Fault> faultsOf(SaleMessage sale) {
        SaleCheck check = new SaleCheck(sale);
        check.header();
        check.amountsInRange();
        if (check.faults.isEmpty()) {
            check.sums();
        }
        check.lines();
        check.tenders();
        return List.copyOf(check.faults);
    }

    private void header() {
        require(Currency.find(sale.currency()) != null, "currency", "is no known currency");
        require(!sale.endedAt().isBefore(sale.begunAt()), "endedAt", "is before begunAt");
    }

    private void amountsInRange() {
        requireInRange(sale.netMinor(), "netMinor");
        requireInRange(sale.taxMinor(), "taxMinor");
        requireInRange(sale.totalMinor(), "totalMinor");
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            requireInRange(line.extendedMinor(), "lines[" + i + "].extendedMinor");
            requireInRange(line.netMinor(), "lines[" + i + "].netMinor");
            requireInRange(line.taxMinor(), "lines[" + i + "].taxMinor");
        }
        for (int i = 0; i < sale.taxLines().size(); i++) {
            requireInRange(sale.taxLines().get(i).netMinor(), "taxLines[" + i + "].netMinor");
            requireInRange(sale.taxLines().get(i).taxMinor(), "taxLines[" + i + "].taxMinor");
            requireInRange(sale.taxLines().get(i).grossMinor(), "taxLines[" + i + "].grossMinor");
        }
        for (int i = 0; i < sale.tenders().size(); i++) {
            requireInRange(sale.tenders().get(i).amountMinor(), "tenders[" + i + "].amountMinor");
        }
    }

    private void sums() {
        long total = sale.totalMinor();
        require(sale.netMinor() + sale.taxMinor() == total, "totalMinor", "is not net plus tax");
        requireSum(sale.tenders(), SaleMessage.Tender::amountMinor, total, "tenders", "the total");
        requireSum(sale.lines(), SaleMessage.Line::netMinor, sale.netMinor(), "lines", "the net");
        requireSum(sale.lines(), SaleMessage.Line::taxMinor, sale.taxMinor(), "lines", "the tax");
        requireSum(sale.taxLines(), SaleMessage.TaxLine::netMinor, sale.netMinor(), "taxLines", "the net");
        requireSum(sale.taxLines(), SaleMessage.TaxLine::taxMinor, sale.taxMinor(), "taxLines", "the tax");
        for (int i = 0; i < sale.taxLines().size(); i++) {
            SaleMessage.TaxLine line = sale.taxLines().get(i);
            require(
                    line.netMinor() + line.taxMinor() == line.grossMinor(),
                    "taxLines[" + i + "].grossMinor",
                    "is not net plus tax");
        }
    }

    private void lines() {
        require(!sale.lines().isEmpty(), "lines", "is empty");
        long before = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            require(line.number() > before, "lines[" + i + "].number", "does not rise");
            require(line.number() <= MAX_LINE_NUMBER, "lines[" + i + "].number", "is beyond any receipt");
            require(line.quantityMilli() != 0, "lines[" + i + "].quantityMilli", "is zero");
            require(
                    line.quantityMilli() >= -MAX_QUANTITY_MILLI && line.quantityMilli() <= MAX_QUANTITY_MILLI,
                    "lines[" + i + "].quantityMilli",
                    "is beyond any receipt");
            require(line.unitPriceMicro() >= 0, "lines[" + i + "].unitPriceMicro", "is negative");
            requireInRange(line.unitPriceMicro(), "lines[" + i + "].unitPriceMicro");
            before = line.number();
        }
    }

    private void tenders() {
        for (int i = 0; i < sale.tenders().size(); i++) {
            SaleMessage.Tender tender = sale.tenders().get(i);
            TenderType type = TenderType.find(tender.type());
            require(type != null, "tenders[" + i + "].type", "is no known tender");
            require(
                    (type == TenderType.CARD) == (tender.card() != null),
                    "tenders[" + i + "].card",
                    "belongs to card tenders and to no other");
        }
        Set<String> rates = new HashSet<>();
        for (int i = 0; i < sale.taxLines().size(); i++) {
            require(rates.add(sale.taxLines().get(i).taxRateId()), "taxLines[" + i + "].taxRateId", "is there twice");
        }
    }

    private <T> void requireSum(List<T> parts, ToLongFunction<T> amount, long whole, String field, String name) {
        long sum = parts.stream().mapToLong(amount).sum();
        require(sum == whole, field, "sum to " + sum + ", and " + name + " is " + whole);
    }

    private void requireInRange(long minor, String field) {
        require(minor >= -MAX_AMOUNT && minor <= MAX_AMOUNT, field, "is beyond any receipt");
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}

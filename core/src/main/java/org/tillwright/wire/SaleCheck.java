package org.tillwright.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.Lists;

/** Finds what contradicts itself within a sale: sums that do not add up, numbers that do not rise. */
final class SaleCheck {

    /** Far beyond any receipt, and far enough from a long's end that sums of it are exact. */
    static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    /** A million tonnes, in grams; keeps sums of stock exact. */
    static final long MAX_QUANTITY_MILLI = 1_000_000_000_000L;

    /** The number of a line; voided lines count too. */
    static final long MAX_LINE_NUMBER = 1_000_000;

    static final String BEYOND = "is beyond any receipt";
    private static final String NOT_THE_SUM = "is not net plus tax";

    private final SaleMessage sale;
    private final List<Fault> faults = new ArrayList<>();

    /** Until an amount is found that would let a sum run over. */
    private boolean amountsAreInRange = true;

    private SaleCheck(SaleMessage sale) {
        this.sale = sale;
    }

    static List<Fault> faultsOf(SaleMessage sale) {
        SaleCheck check = new SaleCheck(sale);
        check.header();
        check.amountsInRange();
        if (check.amountsAreInRange) {
            check.sums();
        }
        check.lines();
        check.taxLines();
        check.tenders();
        check.faults.addAll(SaleDetailCheck.faultsOf(sale, check.amountsAreInRange));
        check.faults.addAll(ParticularsCheck.faultsOf(sale));
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
        requireInRange(sale.roundedByMinor(), "cashRoundingMinor");
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            requireInRange(line.extendedMinor(), "lines[" + i + "].extendedMinor");
            requireInRange(line.netMinor(), "lines[" + i + "].netMinor");
            requireInRange(line.taxMinor(), "lines[" + i + "].taxMinor");
            detailsInRange(line, "lines[" + i + "]");
        }
        List<SaleMessage.TaxSum> taxes = Lists.of(sale.taxes());
        for (int i = 0; i < taxes.size(); i++) {
            requireInRange(taxes.get(i).baseMinor(), "taxes[" + i + "].baseMinor");
            requireInRange(taxes.get(i).amountMinor(), "taxes[" + i + "].amountMinor");
        }
        for (int i = 0; i < sale.taxLines().size(); i++) {
            requireInRange(sale.taxLines().get(i).netMinor(), "taxLines[" + i + "].netMinor");
            requireInRange(sale.taxLines().get(i).taxMinor(), "taxLines[" + i + "].taxMinor");
            requireInRange(sale.taxLines().get(i).grossMinor(), "taxLines[" + i + "].grossMinor");
        }
        for (int i = 0; i < sale.tenders().size(); i++) {
            requireInRange(sale.tenders().get(i).amountMinor(), "tenders[" + i + "].amountMinor");
        }
        List<SaleParticulars.MoneyIn> taken = sale.details().taken();
        for (int i = 0; i < taken.size(); i++) {
            requireInRange(taken.get(i).amountMinor(), "particulars.moneyIn[" + i + "].amountMinor");
        }
    }

    private void detailsInRange(SaleMessage.Line line, String field) {
        Long list = line.listMinor();
        if (list != null) {
            requireInRange(list, field + ".listMinor");
        }
        List<SaleMessage.Discount> discounts = line.takenOff();
        for (int i = 0; i < discounts.size(); i++) {
            requireInRange(discounts.get(i).amountMinor(), field + ".discounts[" + i + "].amountMinor");
        }
        List<SaleMessage.LineTax> taxes = Lists.of(line.taxes());
        for (int i = 0; i < taxes.size(); i++) {
            requireInRange(taxes.get(i).baseMinor(), field + ".taxes[" + i + "].baseMinor");
            requireInRange(taxes.get(i).amountMinor(), field + ".taxes[" + i + "].amountMinor");
        }
    }

    private void sums() {
        long total = sale.totalMinor();
        require(sale.netMinor() + sale.taxMinor() == total, "totalMinor", NOT_THE_SUM);
        long moneyIn = sale.moneyInMinor();
        long due = total + moneyIn + sale.roundedByMinor();
        String dueIs = (moneyIn == 0 ? "the total" : "the total and what is paid beside the goods")
                + (sale.roundedByMinor() == 0 ? "" : " with the cash rounding");
        requireSum(sale.tenders(), SaleMessage.Tender::amountMinor, due, "tenders", dueIs);
        requireSum(sale.lines(), SaleMessage.Line::netMinor, sale.netMinor(), "lines", "the net");
        requireSum(sale.lines(), SaleMessage.Line::taxMinor, sale.taxMinor(), "lines", "the tax");
        requireSum(sale.taxLines(), SaleMessage.TaxLine::netMinor, sale.netMinor(), "taxLines", "the net");
        requireSum(sale.taxLines(), SaleMessage.TaxLine::taxMinor, sale.taxMinor(), "taxLines", "the tax");
    }

    private void lines() {
        require(!sale.lines().isEmpty() || !sale.details().taken().isEmpty(), "lines", "is empty");
        Set<String> rates =
                sale.taxLines().stream().map(SaleMessage.TaxLine::taxRateId).collect(Collectors.toSet());
        long before = 0;
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            String field = "lines[" + i + "]";
            require(line.number() > before, field + ".number", "does not rise");
            require(line.number() <= MAX_LINE_NUMBER, field + ".number", BEYOND);
            require(rates.contains(line.taxRateId()), field + ".taxRateId", "is not among the tax lines");
            quantityAndPrice(line, field);
            before = line.number();
        }
    }

    private void quantityAndPrice(SaleMessage.Line line, String field) {
        long quantity = line.quantityMilli();
        require(quantity != 0, field + ".quantityMilli", "is zero");
        require(quantity >= -MAX_QUANTITY_MILLI && quantity <= MAX_QUANTITY_MILLI, field + ".quantityMilli", BEYOND);
        require(line.unitPriceMicro() >= 0, field + ".unitPriceMicro", "is negative");
        require(line.unitPriceMicro() <= MAX_AMOUNT, field + ".unitPriceMicro", BEYOND);
        if (isInRange(line.extendedMinor()) && isInRange(line.netMinor()) && isInRange(line.taxMinor())) {
            long extended = line.extendedMinor();
            boolean opposite = Long.signum(extended) * Long.signum(quantity) < 0;
            // what goods of a promotion are worth may be a higher price of the rest and less tax, and still money back
            require(
                    !opposite || line.returned() != null || isPostVoid(sale),
                    field + ".extendedMinor",
                    "has another sign than the quantity");
            require(
                    line.taxes() != null
                            || extended == line.netMinor()
                            || extended == line.netMinor() + line.taxMinor(),
                    field + ".extendedMinor",
                    "is neither net nor net plus tax");
        }
    }

    private void taxLines() {
        Set<String> rates = new HashSet<>();
        for (int i = 0; i < sale.taxLines().size(); i++) {
            SaleMessage.TaxLine rate = sale.taxLines().get(i);
            String field = "taxLines[" + i + "]";
            require(rates.add(rate.taxRateId()), field + ".taxRateId", "is there twice");
            require(rate.ratePpm() >= 0, field + ".ratePpm", "is negative");
            if (amountsAreInRange) {
                require(rate.netMinor() + rate.taxMinor() == rate.grossMinor(), field + ".grossMinor", NOT_THE_SUM);
                List<SaleMessage.Line> ofRate = sale.lines().stream()
                        .filter(line -> line.taxRateId().equals(rate.taxRateId()))
                        .toList();
                requireShare(ofRate, SaleMessage.Line::netMinor, rate.netMinor(), field + ".netMinor");
                requireShare(ofRate, SaleMessage.Line::taxMinor, rate.taxMinor(), field + ".taxMinor");
            }
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
    }

    private void requireShare(
            List<SaleMessage.Line> lines, ToLongFunction<SaleMessage.Line> amount, long told, String field) {
        long sum = lines.stream().mapToLong(amount).sum();
        require(sum == told, field, "is " + told + ", and its lines sum to " + sum);
    }

    private <T> void requireSum(List<T> parts, ToLongFunction<T> amount, long whole, String field, String name) {
        long sum = parts.stream().mapToLong(amount).sum();
        require(sum == whole, field, "sum to " + sum + ", and " + name + " is " + whole);
    }

    private void requireInRange(long minor, String field) {
        amountsAreInRange &= isInRange(minor);
        require(isInRange(minor), field, BEYOND);
    }

    /** What undoes a return of such goods has them turned again. */
    static boolean isPostVoid(SaleMessage sale) {
        return sale.details().postVoidOf() != null;
    }

    private static boolean isInRange(long minor) {
        return minor >= -MAX_AMOUNT && minor <= MAX_AMOUNT;
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}

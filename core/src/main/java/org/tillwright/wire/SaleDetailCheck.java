package org.tillwright.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tillwright.core.pricing.Discount;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.SaleContextMessage;

/** Finds what contradicts itself in a sale's discounts, single taxes, deposits and references to earlier sales. */
final class SaleDetailCheck {

    private static final Set<String> SERVICE_MODES = Set.of("EAT_IN", "TAKE_AWAY");
    private static final Set<String> SOURCES =
            Arrays.stream(Discount.Source.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> DISCOUNT_KINDS = Set.of("PERCENT", "AMOUNT");
    private static final Set<String> TAX_KINDS = Set.of("PERCENT", "DIVISION", "FIXED");

    /** More than all of it cannot be taken off. */
    private static final long MAX_PPM = 1_000_000;

    /** Minor units that a line's parts of larger sums may be beside its own amount. */
    private static final long SLACK = 2;

    /** The same modifier on one unit of an item. */
    private static final long MAX_COUNT = 1_000;

    private final SaleMessage sale;
    private final List<Fault> faults = new ArrayList<>();
    private final boolean tellsTaxes;
    private final Map<String, Boolean> inPrice = new HashMap<>();

    private SaleDetailCheck(SaleMessage sale) {
        this.sale = sale;
        this.tellsTaxes = sale.taxes() != null;
        Lists.of(sale.taxes()).forEach(tax -> inPrice.put(tax.taxId(), tax.inPrice()));
    }

    /** Finds the faults of a sale; sums are looked at only when every amount is in range. */
    static List<Fault> faultsOf(SaleMessage sale, boolean amountsAreInRange) {
        SaleDetailCheck check = new SaleDetailCheck(sale);
        check.context();
        check.manualDiscounts(Lists.of(sale.discounts()), "discounts");
        Map<Long, SaleMessage.Line> byNumber = new HashMap<>();
        sale.lines().forEach(line -> byNumber.putIfAbsent(line.number(), line));
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleMessage.Line line = sale.lines().get(i);
            String field = "lines[" + i + "]";
            check.references(line, byNumber, field);
            check.modifiers(line, field);
            check.manualDiscounts(Lists.of(line.manualDiscounts()), field + ".manualDiscounts");
            if (amountsAreInRange) {
                check.takenOff(line, field);
                check.lineTaxes(line, field);
            }
        }
        if (amountsAreInRange) {
            check.taxSums();
            check.cashRounding();
        }
        check.coupons();
        return List.copyOf(check.faults);
    }

    private void context() {
        SaleContextMessage context = sale.context();
        if (context != null) {
            List<SaleContextMessage.Use> used = Lists.of(context.used());
            for (int i = 0; i < used.size(); i++) {
                require(used.get(i).times() >= 0, "context.used[" + i + "].times", "is negative");
            }
        }
    }

    /** Goods that come back ask by the id whether an amount was taken off or a percentage. */
    private void manualDiscounts(List<CartMessage.ManualDiscount> discounts, String field) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < discounts.size(); i++) {
            CartMessage.ManualDiscount discount = discounts.get(i);
            String at = field + "[" + i + "]";
            require(ids.add(discount.discountId()), at + ".discountId", "is there twice");
            require(DISCOUNT_KINDS.contains(discount.kind()), at + ".kind", "is neither PERCENT nor AMOUNT");
            require(discount.value() >= 0, at + ".value", "is negative");
            long most = discount.kind().equals("PERCENT") ? MAX_PPM : SaleCheck.MAX_AMOUNT;
            require(discount.value() <= most, at + ".value", SaleCheck.BEYOND);
        }
    }

    private void references(SaleMessage.Line line, Map<Long, SaleMessage.Line> byNumber, String field) {
        String mode = line.serviceMode();
        require(mode == null || SERVICE_MODES.contains(mode), field + ".serviceMode", "is no known way to serve");
        Long follows = line.follows();
        if (follows != null) {
            require(byNumber.containsKey(follows), field + ".follows", "names no line of this sale");
            require(!follows.equals(line.number()), field + ".follows", "is the line itself");
        }
        SaleMessage.ReturnedLine returned = line.returned();
        if (returned != null) {
            require(line.quantityMilli() < 0, field + ".returned", "belongs to goods that come back");
            require(!returned.transactionId().equals(sale.transactionId()), field + ".returned", "is this sale itself");
            require(
                    returned.line() > 0 && returned.line() <= SaleCheck.MAX_LINE_NUMBER,
                    field + ".returned.line",
                    "is no number of a line");
        }
    }

    private void modifiers(SaleMessage.Line line, String field) {
        List<CartMessage.Modifier> modifiers = Lists.of(line.modifiers());
        for (int i = 0; i < modifiers.size(); i++) {
            long count = modifiers.get(i).count();
            String at = field + ".modifiers[" + i + "].count";
            require(count > 0, at, "is not above zero");
            require(count <= MAX_COUNT, at, SaleCheck.BEYOND);
        }
    }

    private void takenOff(SaleMessage.Line line, String field) {
        long taken = 0; // of a return of promotional goods, a discount may also be given back
        List<SaleMessage.Discount> discounts = line.takenOff();
        for (int i = 0; i < discounts.size(); i++) {
            long amount = discounts.get(i).amountMinor();
            taken += amount;
            require(
                    SOURCES.contains(discounts.get(i).source()),
                    field + ".discounts[" + i + "].source",
                    "is no known source of discounts");
            boolean isOpposite = Long.signum(amount) * Long.signum(line.quantityMilli()) < 0;
            require(
                    !isOpposite || line.returned() != null || SaleCheck.isPostVoid(sale),
                    field + ".discounts[" + i + "].amountMinor",
                    "has another sign than the quantity");
        }
        require(
                line.listedMinor() - taken == line.extendedMinor(),
                field + ".extendedMinor",
                "is " + line.extendedMinor() + ", and the list amount less the discounts is "
                        + (line.listedMinor() - taken));
        Long label = line.labelMinor();
        if (label != null) {
            require(line.listedMinor() == label, field + ".labelMinor", "is not what the line comes to");
        }
    }

    private void lineTaxes(SaleMessage.Line line, String field) {
        List<SaleMessage.LineTax> taxes = line.taxes();
        require((taxes != null) == tellsTaxes, field + ".taxes", "are told for all lines and the sale, or for none");
        if (taxes == null) {
            return;
        }
        shownAmount(line, taxes, field);
        long sum = taxes.stream().mapToLong(SaleMessage.LineTax::amountMinor).sum();
        require(sum == line.taxMinor(), field + ".taxes", "sum to " + sum + ", and the tax is " + line.taxMinor());
    }

    /**
     * What a line shows is its net with those of its taxes that are in the price. Where tax is rounded for the whole, net and
     * taxes are parts of larger sums, each rounded: then they may be some minor units beside what is shown. Goods that come
     * back are parts of what was paid.
     */
    private void shownAmount(SaleMessage.Line line, List<SaleMessage.LineTax> taxes, String field) {
        long price = line.netMinor();
        for (SaleMessage.LineTax tax : taxes) {
            Boolean held = inPrice.get(tax.taxId());
            if (held == null) {
                return; // a tax without its sum is told by taxSums
            }
            price += held ? tax.amountMinor() : 0;
        }
        long slack = SLACK
                + taxes.size()
                + line.takenOff().size()
                + Lists.of(line.modifiers()).size();
        require(
                Math.abs(line.extendedMinor() - price) <= slack
                        || line.returned() != null
                        || SaleCheck.isPostVoid(sale),
                field + ".extendedMinor",
                "is far from the net with the taxes in the price");
    }

    /** What one tax comes to is what it comes to on the lines. */
    private void taxSums() {
        List<SaleMessage.TaxSum> taxes = Lists.of(sale.taxes());
        Map<String, long[]> ofLines = new HashMap<>();
        for (SaleMessage.Line line : sale.lines()) {
            for (SaleMessage.LineTax tax : Lists.of(line.taxes())) {
                long[] sum = ofLines.computeIfAbsent(tax.taxId(), id -> new long[2]);
                sum[0] += tax.baseMinor();
                sum[1] += tax.amountMinor();
            }
        }
        for (int i = 0; i < taxes.size(); i++) {
            SaleMessage.TaxSum tax = taxes.get(i);
            String field = "taxes[" + i + "]";
            long[] sum = ofLines.remove(tax.taxId());
            require(sum != null, field + ".taxId", "is on no line, or there twice");
            require(TAX_KINDS.contains(tax.kind()), field + ".kind", "is no known kind of tax");
            if (sum != null) {
                requireSum(tax.baseMinor(), sum[0], field + ".baseMinor");
                requireSum(tax.amountMinor(), sum[1], field + ".amountMinor");
            }
        }
        String missing = ofLines.keySet().stream().sorted().collect(Collectors.joining(", "));
        require(!tellsTaxes || missing.isEmpty(), "taxes", "has no sum of " + missing);
    }

    private void requireSum(long told, long sum, String field) {
        require(told == sum, field, "is " + told + ", and its lines sum to " + sum);
    }

    /** Only cash is rounded; a due that is rounded to nothing leaves no tender at all. */
    private void cashRounding() {
        boolean cash = sale.tenders().isEmpty()
                || sale.tenders().stream().anyMatch(tender -> tender.type().equals(TenderType.CASH.name()));
        require(sale.roundedByMinor() == 0 || cash, "cashRoundingMinor", "is told, and nothing was paid in cash");
    }

    private void coupons() {
        List<SaleMessage.IssuedCoupon> coupons = Lists.of(sale.coupons());
        for (int i = 0; i < coupons.size(); i++) {
            require(coupons.get(i).count() > 0, "coupons[" + i + "].count", "is not above zero");
        }
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}

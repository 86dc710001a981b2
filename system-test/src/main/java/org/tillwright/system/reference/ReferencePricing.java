package org.tillwright.system.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.PriceList;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** What the lines of a cart come to, worked out in fractions from docs/money.md. Returns with a receipt are not its business. */
public final class ReferencePricing {

    private final Cart cart;
    private final PriceBook book;
    private final long minorOfMajor;

    public ReferencePricing(Cart cart, PriceBook book) {
        this.cart = cart;
        this.book = book;
        long units = 1;
        for (int i = 0; i < book.currency().digits(); i++) {
            units *= 10;
        }
        this.minorOfMajor = units;
    }

    /** What a line comes to: net and the taxes by id. Negative where goods come back. */
    public record Amounts(long shown, long net, Map<String, Long> taxes, Map<String, Long> bases) {}

    /** Returns whether a line's modifiers are all taxed as it is; what others come to, this reference does not say. */
    public boolean isTaxedAlike(Cart.Line line) {
        PriceBook.Entry entry = entry(line);
        List<Tax> own = book.taxes().taxesOf(entry.taxCategory(), line.serviceMode());
        for (ModifierGroup.Choice choice : line.modifiers()) {
            ModifierGroup.Modifier modifier = modifier(choice);
            String category = modifier.taxCategory() == null ? entry.taxCategory() : modifier.taxCategory();
            var mode = modifier.serviceMode() == null ? line.serviceMode() : modifier.serviceMode();
            if (!book.taxes().taxesOf(category, mode).equals(own)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns what the goods of a line cost before anything is taken off, unrounded and without a sign: the item first,
     * then each modifier picked.
     */
    private List<Ratio> exactParts(Cart.Line line) {
        Money label = line.labelTotal();
        if (label != null) {
            return List.of(Ratio.of(label.minor()));
        }
        List<Ratio> parts = new ArrayList<>();
        parts.add(ofQuantity(line, unitPrice(line).micro()));
        for (ModifierGroup.Choice choice : line.modifiers()) {
            parts.add(ofQuantity(line, modifier(choice).unitPrice().micro() * choice.count()));
        }
        return parts;
    }

    private Ratio ofQuantity(Cart.Line line, long micro) {
        return Ratio.of(micro)
                .times(Ratio.of(minorOfMajor, 1_000_000))
                .times(Ratio.of(Math.abs(line.quantity().milli()), 1000));
    }

    /**
     * Returns how much a line is: as wanted, but of measured goods with a label what its label and price come to, half up
     * to the thousandth of a unit and never nothing.
     */
    public BigDecimal quantity(Cart.Line line) {
        Money label = line.labelTotal();
        UnitPrice price = label == null || !entry(line).traits().divisible()
                ? null
                : listed(line, entry(line).unitPrice());
        if (label == null || price == null || price.micro() == 0) {
            return line.quantity().decimal();
        }
        long milli = Ratio.of(label.minor(), minorOfMajor)
                .times(Ratio.of(1_000_000_000L, price.micro()))
                .rounded(RoundingMode.HALF_UP);
        return BigDecimal.valueOf(Math.max(1, milli), 3);
    }

    /** Returns the list amount in minor units without a sign: the item and each modifier, each rounded half up. */
    public long list(Cart.Line line) {
        return exactParts(line).stream()
                .mapToLong(part -> part.rounded(RoundingMode.HALF_UP))
                .sum();
    }

    /** Returns whether nothing of the list amount needs rounding. */
    public boolean isWhole(Cart.Line line) {
        return exactParts(line).stream().allMatch(part -> part.denominator().equals(BigInteger.ONE));
    }

    private UnitPrice unitPrice(Cart.Line line) {
        if (line.override() != null) {
            return line.override().unitPrice();
        }
        UnitPrice base = entry(line).unitPrice();
        UnitPrice price = listed(line, base);
        if (price == null) {
            throw new IllegalArgumentException("line " + line.number() + " has no price");
        }
        return price;
    }

    private @Nullable UnitPrice listed(Cart.Line line, @Nullable UnitPrice base) {
        long milli = line.kind() == Cart.Kind.RETURN ? -line.quantity().milli() : 0;
        for (Cart.Line other : cart.lines()) {
            boolean bought = other.itemId().equals(line.itemId()) && other.kind() == Cart.Kind.SALE;
            milli += bought && line.kind() == Cart.Kind.SALE ? other.quantity().milli() : 0;
        }
        PriceList dayList = null;
        UnitPrice ofDay = base;
        UnitPrice lowest = null;
        for (PriceList list : book.rules().priceLists().lists()) {
            for (PriceList.Price price : list.prices()) {
                if (price.itemId().equals(line.itemId()) && counts(list, price, milli)) {
                    boolean everybody =
                            list.customerGroups().isEmpty() && price.minimum().isZero();
                    if (!everybody) {
                        lowest = lowest == null || price.unitPrice().micro() < lowest.micro()
                                ? price.unitPrice()
                                : lowest;
                    } else if (dayList == null || goesBefore(list, price.unitPrice(), dayList, ofDay)) {
                        dayList = list;
                        ofDay = price.unitPrice();
                    }
                }
            }
        }
        boolean better = lowest != null && (ofDay == null || lowest.micro() < ofDay.micro());
        return better ? lowest : ofDay;
    }

    private boolean counts(PriceList list, PriceList.Price price, long milli) {
        var context = cart.context();
        var day = context.at().toLocalDate();
        return milli >= price.minimum().milli()
                && (list.stores().isEmpty() || list.stores().contains(context.storeId()))
                && (list.customerGroups().isEmpty()
                        || list.customerGroups().stream().anyMatch(context.customerGroups()::contains))
                && (list.from() == null || !list.from().isAfter(day))
                && (list.until() == null || !list.until().isBefore(day));
    }

    /** One that names the store goes first, then the one that began later, then the lower price. */
    private static boolean goesBefore(
            PriceList list, UnitPrice price, PriceList other, @Nullable UnitPrice otherPrice) {
        if (list.stores().isEmpty() != other.stores().isEmpty()) {
            return other.stores().isEmpty();
        }
        var begin = list.from() == null ? java.time.LocalDate.MIN : list.from();
        var otherBegin = other.from() == null ? java.time.LocalDate.MIN : other.from();
        return begin.equals(otherBegin)
                ? otherPrice == null || price.micro() < otherPrice.micro()
                : begin.isAfter(otherBegin);
    }

    /**
     * Returns what is left on each line after discounts by hand, by number.
     *
     * @param left what promotions left of the list amounts, by number, without a sign
     */
    public Map<Integer, Long> discounted(Map<Integer, Long> left) {
        Map<Integer, Long> now = new TreeMap<>(left);
        List<Cart.Line> lines = new ArrayList<>(cart.lines());
        lines.removeIf(line -> line.follows() != null || entry(line).traits().deposit());
        lines.sort(Comparator.comparingInt(Cart.Line::number));
        for (Cart.Line line : lines) {
            line.discounts().forEach(one -> takePercent(now, List.of(line), one));
        }
        List<Cart.Line> sold =
                lines.stream().filter(line -> line.kind() == Cart.Kind.SALE).toList();
        cart.discounts().forEach(one -> takePercent(now, sold, one));
        for (Cart.Line line : lines) {
            line.discounts().forEach(one -> takeAmount(now, List.of(line), one));
        }
        cart.discounts().forEach(one -> takeAmount(now, sold, one));
        return now;
    }

    private static void takePercent(Map<Integer, Long> left, List<Cart.Line> lines, ManualDiscount discount) {
        Rate percent = discount.percent();
        if (percent != null) {
            long taken = Ratio.of(sum(left, lines))
                    .times(Ratio.of(percent.ppm(), 1_000_000))
                    .rounded(RoundingMode.HALF_UP);
            take(left, lines, taken);
        }
    }

    private static void takeAmount(Map<Integer, Long> left, List<Cart.Line> lines, ManualDiscount discount) {
        Money amount = discount.amount();
        if (amount != null) {
            take(left, lines, Math.min(amount.minor(), sum(left, lines)));
        }
    }

    private static void take(Map<Integer, Long> left, List<Cart.Line> lines, long taken) {
        List<Ratio> weights = new ArrayList<>();
        lines.forEach(line -> weights.add(Ratio.of(left.getOrDefault(line.number(), 0L))));
        List<Long> shares = taken == 0 ? List.of() : Shares.spread(taken, weights);
        for (int i = 0; i < shares.size(); i++) {
            left.merge(lines.get(i).number(), -shares.get(i), Long::sum);
        }
    }

    private static long sum(Map<Integer, Long> left, List<Cart.Line> lines) {
        long sum = 0;
        for (Cart.Line line : lines) {
            sum += left.getOrDefault(line.number(), 0L);
        }
        return sum;
    }

    /**
     * Returns net and taxes of a line where each line is rounded by itself.
     *
     * @param size what is left of it after discounts, without a sign
     */
    public Amounts perLine(Cart.Line line, long size) {
        List<Tax> taxes = book.taxes().taxesOf(entry(line).taxCategory(), line.serviceMode());
        TaxPolicy policy = book.taxPolicy();
        long amount = line.kind() == Cart.Kind.RETURN ? -size : size;
        ReferenceTax.Line taxed = ReferenceTax.perLine(amount, quantity(line), taxes, policy.rounding(), minorOfMajor);
        Map<String, Long> amounts = new TreeMap<>();
        Map<String, Long> bases = new TreeMap<>();
        for (int i = 0; i < taxes.size(); i++) {
            amounts.put(taxes.get(i).taxId(), taxed.amounts().get(i));
            bases.put(taxes.get(i).taxId(), taxed.bases().get(i));
        }
        return new Amounts(amount, taxed.net(), amounts, bases);
    }

    private PriceBook.Entry entry(Cart.Line line) {
        PriceBook.Entry entry = book.entries().get(line.itemId());
        if (entry == null) {
            throw new IllegalArgumentException("line " + line.number() + " has an unknown item");
        }
        return entry;
    }

    private ModifierGroup.Modifier modifier(ModifierGroup.Choice choice) {
        ModifierGroup group = book.rules().modifierGroups().get(choice.groupId());
        ModifierGroup.Modifier modifier = group == null ? null : group.find(choice.modifierId());
        if (modifier == null) {
            throw new IllegalArgumentException("there is no modifier " + choice.modifierId());
        }
        return modifier;
    }
}

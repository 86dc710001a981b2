package org.tillwright.core.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.PricingEngine.ExtendedLine;

/** Splits amounts into net and tax by one {@link TaxPolicy}, so that net plus tax is gross at every level. */
final class Taxation {

    private final TaxPolicy policy;
    private final Money zero;

    private Taxation(TaxPolicy policy, Currency currency) {
        this.policy = policy;
        this.zero = Money.zero(currency);
    }

    static Taxation of(PriceBook book) {
        return new Taxation(book.taxPolicy(), book.currency());
    }

    PricedCart tax(List<ExtendedLine> lines) {
        List<PricedCart.Line> taxed =
                policy.level() == TaxPolicy.Level.PER_LINE ? linesTaxedAlone(lines) : linesTaxedTogether(lines);
        List<PricedCart.TaxLine> taxLines = taxLinesOf(taxed);
        Money net = taxLines.stream().map(PricedCart.TaxLine::net).reduce(zero, Money::plus);
        Money tax = taxLines.stream().map(PricedCart.TaxLine::tax).reduce(zero, Money::plus);
        return new PricedCart(taxed, taxLines, net, tax, net.plus(tax));
    }

    private List<PricedCart.Line> linesTaxedAlone(List<ExtendedLine> lines) {
        List<PricedCart.Line> taxed = new ArrayList<>();
        for (ExtendedLine line : lines) {
            taxed.add(withTax(line, taxOn(line.amount(), line.taxRate().rate())));
        }
        return taxed;
    }

    private List<PricedCart.Line> linesTaxedTogether(List<ExtendedLine> lines) {
        Map<TaxRate, List<ExtendedLine>> byRate = new LinkedHashMap<>();
        lines.forEach(line -> byRate.computeIfAbsent(line.taxRate(), rate -> new ArrayList<>())
                .add(line));
        Map<Integer, Money> taxes = new HashMap<>();
        byRate.forEach((rate, group) -> spreadTax(group, rate.rate(), taxes));
        return lines.stream()
                .map(line -> withTax(line, requireNonNull(taxes.get(line.number()))))
                .toList();
    }

    /**
     * Rounds one rate's tax once, for the sum, and gives each line its share of it by largest remainder: every line
     * gets its own exact tax rounded down, and what is then left goes out one minor unit at a time, ties in line order.
     * What is left is never negative and never more than the lines that were rounded down, whatever the rounding.
     *
     * <p>Sales and returns may stand on one receipt. When money goes back on the whole, the shares are those of the
     * mirrored receipt with their signs turned, so that a return gives back on each line what was taken on it.
     */
    private void spreadTax(List<ExtendedLine> group, Rate rate, Map<Integer, Money> taxes) {
        Money sum = group.stream().map(ExtendedLine::amount).reduce(zero, Money::plus);
        boolean mirrored = isBack(sum, group);
        Money left = turned(taxOn(sum, rate), mirrored);
        List<Share> shares = new ArrayList<>();
        for (ExtendedLine line : group) {
            BigInteger[] floor = floorOfExactTax(turned(line.amount(), mirrored), rate);
            Money share = new Money(zero.currency(), floor[0].longValueExact());
            shares.add(new Share(line.number(), share, floor[1]));
            left = left.minus(share);
        }
        shares.sort(Comparator.comparing(Share::remainder).reversed());
        Money unit = new Money(zero.currency(), 1);
        int units = Math.toIntExact(left.minor());
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            Money tax = i < units ? share.tax().plus(unit) : share.tax();
            taxes.put(share.lineNumber(), turned(tax, mirrored));
        }
    }

    /** True if money goes back; where the whole comes to nothing, the first line that costs anything decides. */
    private static boolean isBack(Money sum, List<ExtendedLine> group) {
        Money leading = group.stream()
                .map(ExtendedLine::amount)
                .filter(amount -> sum.isZero() && !amount.isZero())
                .findFirst()
                .orElse(sum);
        return leading.isNegative();
    }

    private static Money turned(Money amount, boolean mirrored) {
        return mirrored ? amount.negated() : amount;
    }

    /** One line's exact tax rounded down, and what that cut off. */
    private record Share(int lineNumber, Money tax, BigInteger remainder) {}

    /** Returns the exact tax on an amount rounded towards minus infinity, and what that cut off. */
    private BigInteger[] floorOfExactTax(Money amount, Rate rate) {
        BigInteger whole = BigInteger.valueOf(1_000_000);
        BigInteger ppm = BigInteger.valueOf(rate.ppm());
        BigInteger divisor = policy.placement() == TaxPolicy.Placement.IN_PRICE ? whole.add(ppm) : whole;
        BigInteger dividend = BigInteger.valueOf(amount.minor()).multiply(ppm);
        BigInteger remainder = dividend.mod(divisor);
        return new BigInteger[] {dividend.subtract(remainder).divide(divisor), remainder};
    }

    private Money taxOn(Money amount, Rate rate) {
        return policy.placement() == TaxPolicy.Placement.IN_PRICE
                ? amount.minus(amount.without(rate, policy.rounding()))
                : amount.times(rate, policy.rounding());
    }

    private PricedCart.Line withTax(ExtendedLine line, Money tax) {
        boolean inPrice = policy.placement() == TaxPolicy.Placement.IN_PRICE;
        return line.taxed(inPrice ? line.amount().minus(tax) : line.amount(), tax);
    }

    private List<PricedCart.TaxLine> taxLinesOf(List<PricedCart.Line> lines) {
        Map<String, PricedCart.TaxLine> byRate = new TreeMap<>();
        for (PricedCart.Line line : lines) {
            byRate.merge(
                    line.taxRate().taxRateId(),
                    new PricedCart.TaxLine(line.taxRate(), line.net(), line.tax(), line.gross()),
                    (sum, more) -> new PricedCart.TaxLine(
                            sum.taxRate(),
                            sum.net().plus(more.net()),
                            sum.tax().plus(more.tax()),
                            sum.gross().plus(more.gross())));
        }
        return List.copyOf(byRate.values());
    }
}

package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;

/** Splits the amounts of lines into net and tax by one policy. The door of this package; pure, and the same everywhere. */
public final class TaxCalculator {

    private final Currency currency;
    private final TaxPolicy policy;

    private TaxCalculator(Currency currency, TaxPolicy policy) {
        this.currency = requireNonNull(currency, "currency");
        this.policy = requireNonNull(policy, "policy");
    }

    /** Returns a calculator of amounts in the minor units of a currency. */
    public static TaxCalculator of(Currency currency, TaxPolicy policy) {
        return new TaxCalculator(currency, policy);
    }

    /**
     * Works out the tax of a whole transaction.
     *
     * @throws ArithmeticException if an amount is beyond a {@code long}
     */
    public Taxed tax(List<Taxable> lines) {
        long[] taxes = new long[lines.size()];
        if (policy.level() == TaxPolicy.Level.PER_LINE) {
            for (int i = 0; i < taxes.length; i++) {
                taxes[i] = taxOn(amount(lines.get(i)), rateOf(lines.get(i)), inPrice(lines.get(i)));
            }
        } else {
            spread(lines, taxes);
        }
        return taxed(lines, taxes);
    }

    /** Works out a transaction of a customer who owes no tax; the policy says what of a price is then paid. */
    public Taxed taxExempt(List<Taxable> lines) {
        List<Taxable> untaxed = new ArrayList<>();
        List<Taxed.Line> taxed = tax(lines).lines();
        for (int i = 0; i < taxed.size(); i++) {
            Taxable line = lines.get(i);
            boolean keepsGross = policy.exemption() == TaxPolicy.Exemption.KEEP_GROSS;
            BigDecimal pays = keepsGross
                    ? line.exactMinor()
                    : BigDecimal.valueOf(taxed.get(i).netMinor());
            untaxed.add(new Taxable(line.number(), pays, line.quantity(), List.of()));
        }
        return tax(untaxed);
    }

    private void spread(List<Taxable> lines, long[] taxes) {
        Map<String, List<Integer>> byTax = new TreeMap<>();
        for (int i = 0; i < taxes.length; i++) {
            if (!lines.get(i).taxes().isEmpty()) {
                byTax.computeIfAbsent(only(lines.get(i)).taxId(), id -> new ArrayList<>())
                        .add(i);
            }
        }
        byTax.values().forEach(group -> spread(lines, group, taxes));
    }

    private void spread(List<Taxable> lines, List<Integer> group, long[] taxes) {
        long sum = 0;
        long leading = 0;
        for (int i : group) {
            long amount = amount(lines.get(i));
            sum = Math.addExact(sum, amount);
            leading = leading == 0 ? amount : leading;
        }
        long sign = (sum == 0 ? leading : sum) < 0 ? -1 : 1;
        Taxable first = lines.get(group.get(0));
        long left = sign * taxOn(sum, rateOf(first), inPrice(first));
        List<BigInteger> remainders = new ArrayList<>();
        for (int i : group) {
            BigInteger[] floor = floorOfTax(sign * amount(lines.get(i)), rateOf(first), inPrice(first));
            taxes[i] = sign * floor[0].longValueExact();
            left -= floor[0].longValueExact();
            remainders.add(floor[1]);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
        for (int i = 0; i < left; i++) {
            taxes[group.get(order.get(i))] += sign;
        }
    }

    private static BigInteger[] floorOfTax(long amount, Rate rate, boolean inPrice) {
        BigInteger ppm = BigInteger.valueOf(rate.ppm());
        BigInteger whole = BigInteger.valueOf(Tax.WHOLE);
        BigInteger divisor = inPrice ? whole.add(ppm) : whole;
        BigInteger dividend = BigInteger.valueOf(amount).multiply(ppm);
        BigInteger remainder = dividend.mod(divisor);
        return new BigInteger[] {dividend.subtract(remainder).divide(divisor), remainder};
    }

    private Taxed taxed(List<Taxable> lines, long[] taxes) {
        List<Taxed.Line> taxed = new ArrayList<>();
        Map<String, Taxed.Total> totals = new TreeMap<>();
        long net = 0;
        long tax = 0;
        for (int i = 0; i < taxes.length; i++) {
            Taxable line = lines.get(i);
            long amount = amount(line);
            long lineNet = inPrice(line) ? Math.subtractExact(amount, taxes[i]) : amount;
            List<Taxed.Part> parts =
                    line.taxes().isEmpty() ? List.of() : List.of(new Taxed.Part(only(line), lineNet, taxes[i]));
            taxed.add(new Taxed.Line(line.number(), lineNet, taxes[i], Math.addExact(lineNet, taxes[i]), parts));
            for (Taxed.Part part : parts) {
                totals.merge(
                        part.tax().taxId(),
                        new Taxed.Total(part.tax(), part.baseMinor(), part.taxMinor()),
                        (sum, more) -> new Taxed.Total(
                                sum.tax(),
                                Math.addExact(sum.baseMinor(), more.baseMinor()),
                                Math.addExact(sum.taxMinor(), more.taxMinor())));
            }
            net = Math.addExact(net, lineNet);
            tax = Math.addExact(tax, taxes[i]);
        }
        return new Taxed(taxed, List.copyOf(totals.values()), net, tax, Math.addExact(net, tax));
    }

    private static long amount(Taxable line) {
        return line.exactMinor().setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static boolean inPrice(Taxable line) {
        return !line.taxes().isEmpty() && only(line).inPrice();
    }

    private static Rate rateOf(Taxable line) {
        return line.taxes().isEmpty() ? Rate.ZERO : new Rate(only(line).value());
    }

    private static Tax only(Taxable line) {
        if (line.taxes().size() > 1 || line.taxes().get(0).kind() != Tax.Kind.PERCENT) {
            throw new UnsupportedOperationException("one percentage a line, until the whole calculator is there");
        }
        return line.taxes().get(0);
    }

    private long taxOn(long amount, Rate rate, boolean inPrice) {
        Money given = new Money(currency, amount);
        return inPrice
                ? amount - given.without(rate, policy.rounding()).minor()
                : given.times(rate, policy.rounding()).minor();
    }
}

package org.tillwright.core.tax;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tillwright.core.money.Currency;

/**
 * Splits the amounts of lines into net and tax by one policy. The door of this package; pure, and the same everywhere.
 *
 * <p>Every method throws {@link ArithmeticException} when a figure is beyond a {@code long} of minor units.
 */
public final class TaxCalculator {

    private final TaxPolicy policy;
    private final FixedTaxes fixedTaxes;

    private TaxCalculator(TaxPolicy policy, Ratio unitsPerMajor) {
        this.policy = requireNonNull(policy, "policy");
        this.fixedTaxes = new FixedTaxes(unitsPerMajor);
    }

    /** Returns a calculator of amounts in the minor units of a currency. */
    public static TaxCalculator of(Currency currency, TaxPolicy policy) {
        return new TaxCalculator(policy, Ratio.of(BigDecimal.ONE.movePointRight(currency.digits())));
    }

    /**
     * Returns a calculator for a currency whose amounts go by steps, such as 0.05; minor units are then such steps.
     *
     * @param step in major units, above zero
     */
    public static TaxCalculator ofSteps(BigDecimal step, TaxPolicy policy) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("amounts cannot go by steps of " + step.toPlainString());
        }
        return new TaxCalculator(policy, Ratio.ONE.dividedBy(Ratio.of(step)));
    }

    /**
     * Works out the tax of a whole transaction.
     *
     * @param lines in the order of their numbers: of equal ones the first gets the odd minor unit
     */
    public Taxed tax(List<Taxable> lines) {
        return taxed(lines, splits(lines));
    }

    /**
     * Works out a transaction of a customer who owes no tax; the policy says what of a price is then paid. Each line still
     * names its taxes, with nothing due, because reports tell such sales apart.
     */
    public Taxed taxExempt(List<Taxable> lines) {
        long[] paid =
                policy.exemption() == TaxPolicy.Exemption.KEEP_GROSS ? wholeAmounts(lines) : strippedAmounts(lines);
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < paid.length; i++) {
            int count = lines.get(i).taxes().size();
            long[] bases = new long[count];
            Arrays.fill(bases, paid[i]);
            splits.add(new Split(paid[i], bases, new long[count]));
        }
        return taxed(lines, splits);
    }

    /** A fixed tax may be more than the price that holds it: without it goods are free, and nobody is paid to take them. */
    private long[] strippedAmounts(List<Taxable> lines) {
        List<Split> splits = splits(lines);
        long[] amounts = new long[splits.size()];
        for (int i = 0; i < amounts.length; i++) {
            long net = splits.get(i).net();
            amounts[i] = Long.signum(net) == lines.get(i).exactMinor().signum() ? net : 0;
        }
        return amounts;
    }

    /**
     * Works out what would be due were there no fixed taxes, on the same nets and with all other taxes on top of them: the
     * part of a transaction that a discount on the whole of it can lower, because a fixed tax is due whatever is paid.
     */
    public Taxed taxWithoutFixed(List<Taxable> lines) {
        List<Taxable> rest = new ArrayList<>();
        for (Taxable line : lines) {
            rest.add(new Taxable(line.number(), line.exactMinor(), line.quantity(), withoutFixed(line.taxes())));
        }
        List<Split> splits = new ArrayList<>();
        if (policy.level() == TaxPolicy.Level.PER_LINE) {
            List<Split> whole = splits(lines);
            PerLine perLine = perLine();
            for (int i = 0; i < whole.size(); i++) {
                splits.add(perLine.splitNet(rest.get(i), whole.get(i).net()));
            }
        } else {
            List<Ratio> nets = lines.stream().map(this::exactNet).toList();
            splits.addAll(PerTotal.splitNets(rest, nets, policy.rounding(), fixedTaxes));
        }
        return taxed(rest, splits);
    }

    /**
     * Returns what a line comes to under other taxes when its net stays what it is, in minor units: an item for eating in
     * that is taken away, or a price list for another country. A price that does not hold all its tax stays itself.
     */
    public long withSameNet(Taxable line, List<Tax> other) {
        if (!line.holdsAllTax()) {
            return line.exactMinor().setScale(0, PerTotal.OF_AMOUNTS).longValueExact();
        }
        TaxChain chain = TaxChain.of(other);
        TaxChain.Solved solved = chain.solveForNet(exactNet(line), fixedTaxes.of(line, other));
        Ratio amount = solved.net();
        for (int i = 0; i < other.size(); i++) {
            amount = other.get(i).inPrice() ? amount.plus(solved.amounts().get(i)) : amount;
        }
        return amount.rounded(policy.rounding());
    }

    private static List<Tax> withoutFixed(List<Tax> taxes) {
        return taxes.stream().filter(tax -> tax.kind() != Tax.Kind.FIXED).toList();
    }

    private Ratio exactNet(Taxable line) {
        return TaxChain.of(line.taxes())
                .solve(Ratio.of(line.exactMinor()), fixedTaxes.of(line, line.taxes()))
                .net();
    }

    private List<Split> splits(List<Taxable> lines) {
        if (policy.level() == TaxPolicy.Level.PER_TOTAL) {
            return OrdinaryTotal.handles(lines)
                    ? OrdinaryTotal.split(lines, policy.rounding())
                    : PerTotal.split(lines, policy.rounding(), fixedTaxes);
        }
        long[] amounts = wholeAmounts(lines);
        PerLine perLine = perLine();
        List<Split> splits = new ArrayList<>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            splits.add(perLine.split(lines.get(i), amounts[i]));
        }
        return splits;
    }

    private PerLine perLine() {
        return new PerLine(policy.rounding(), fixedTaxes, new Chains());
    }

    /** Amounts in whole minor units. Where some are not yet, their sum is rounded, and each gets its share of that. */
    private static long[] wholeAmounts(List<Taxable> lines) {
        long[] amounts = new long[lines.size()];
        for (int i = 0; i < amounts.length; i++) {
            if (!lines.get(i).isWhole()) {
                return sharedAmounts(lines);
            }
            amounts[i] = lines.get(i).exactMinor().longValueExact();
        }
        return amounts;
    }

    private static long[] sharedAmounts(List<Taxable> lines) {
        List<Ratio> exact =
                lines.stream().map(line -> Ratio.of(line.exactMinor())).toList();
        return Shares.of(exact, Shares.sum(exact).rounded(PerTotal.OF_AMOUNTS));
    }

    private static Taxed taxed(List<Taxable> lines, List<Split> splits) {
        List<Taxed.Line> taxed = new ArrayList<>(splits.size());
        Totals totals = new Totals();
        for (int i = 0; i < splits.size(); i++) {
            totals.add(lines.get(i), splits.get(i));
            taxed.add(splits.get(i).line(lines.get(i)));
        }
        return totals.of(taxed);
    }
}

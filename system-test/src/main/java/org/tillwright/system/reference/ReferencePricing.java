package org.tillwright.system.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.core.tax.Tax;
import org.tillwright.core.tax.TaxPolicy;

/** What the lines of a cart come to, worked out in fractions from docs/money.md. Returns with a receipt are not its business. */
public final class ReferencePricing {

    private final Cart cart;
    private final PriceBook book;
    private final long minorOfMajor;
    private final ReferencePrices prices;

    public ReferencePricing(Cart cart, PriceBook book) {
        this.cart = cart;
        this.book = book;
        long units = 1;
        for (int i = 0; i < book.currency().digits(); i++) {
            units *= 10;
        }
        this.minorOfMajor = units;
        this.prices = new ReferencePrices(cart, book);
    }

    /** What a line comes to: net and the taxes by id. Negative where goods come back. */
    public record Amounts(long shown, long net, Map<String, Long> taxes, Map<String, Long> bases) {

        static final Amounts NOTHING = new Amounts(0, 0, Map.of(), Map.of());

        Amounts with(List<Tax> of, long moreNet, long[] amounts, long[] moreBases) {
            Map<String, Long> sums = new TreeMap<>(taxes);
            Map<String, Long> sumsOfBases = new TreeMap<>(bases);
            for (int i = 0; i < amounts.length; i++) {
                sums.merge(of.get(i).taxId(), amounts[i], Long::sum);
                sumsOfBases.merge(of.get(i).taxId(), moreBases[i], Long::sum);
            }
            return new Amounts(shown, net + moreNet, sums, sumsOfBases);
        }

        Amounts shownAsNet() {
            return new Amounts(net, net, taxes, bases);
        }
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
        parts.add(ofQuantity(line, prices.unitPrice(line, entry(line)).micro()));
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
                : prices.listed(line, entry(line).unitPrice());
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

    /** Returns whether the amounts of a line are not rounded before their tax. */
    public boolean isExact(Cart.Line line) {
        return parts(line).stream().allMatch(this::isExact);
    }

    private boolean isExact(Part part) {
        return book.taxPolicy().level() == TaxPolicy.Level.PER_TOTAL
                && !part.taxes.isEmpty()
                && part.taxes.stream().noneMatch(Tax::inPrice);
    }

    /** The item with the modifiers that bear its taxes, and the others by theirs, in the order in which they were picked. */
    private List<Part> parts(Cart.Line line) {
        BigDecimal quantity = quantity(line).abs();
        List<Ratio> costs = exactParts(line);
        Map<List<Tax>, List<Ratio>> byTaxes = new LinkedHashMap<>();
        Map<List<Tax>, BigDecimal> pieces = new LinkedHashMap<>();
        List<Tax> own = taxesOf(line, null, null);
        byTaxes.put(own, new ArrayList<>(List.of(costs.get(0))));
        pieces.put(own, quantity);
        for (int i = 0; i < line.modifiers().size(); i++) {
            ModifierGroup.Choice choice = line.modifiers().get(i);
            ModifierGroup.Modifier modifier = modifier(choice);
            List<Tax> taxes = taxesOf(line, modifier.taxCategory(), modifier.serviceMode());
            byTaxes.computeIfAbsent(taxes, one -> new ArrayList<>()).add(costs.get(i + 1));
            if (!taxes.equals(own)) {
                pieces.merge(taxes, quantity.multiply(BigDecimal.valueOf(choice.count())), BigDecimal::add);
            }
        }
        List<Part> parts = new ArrayList<>();
        byTaxes.forEach((taxes, cost) -> parts.add(new Part(taxes, pieces.getOrDefault(taxes, quantity), cost)));
        return parts;
    }

    private List<Tax> taxesOf(Cart.Line line, @Nullable String category, @Nullable ServiceMode mode) {
        return book.taxes()
                .taxesOf(
                        category == null ? entry(line).taxCategory() : category,
                        mode == null ? line.serviceMode() : mode);
    }

    /**
     * Works out every line that is not given back with its receipt.
     *
     * @param promoted what promotions took off each line one after another, by number, without a sign
     * @return by the number of the line
     */
    public Map<Integer, Amounts> worked(Map<Integer, List<Long>> promoted) {
        return taxed(left(promoted));
    }

    /** Returns what each line costs somebody who owes no tax and pays the prices as they stand; by number. */
    public Map<Integer, Long> prices(Map<Integer, List<Long>> promoted) {
        List<Ratio> exact = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Ratio sum = Ratio.ZERO;
        for (Priced priced : left(promoted)) {
            for (Part part : priced.parts()) {
                exact.add(priced.isReturn() ? part.taxed().negated() : part.taxed());
                numbers.add(priced.line().number());
                sum = sum.plus(exact.get(exact.size() - 1));
            }
        }
        List<Long> shares = Shares.ofRounded(sum.rounded(RoundingMode.HALF_UP), exact);
        Map<Integer, Long> prices = new TreeMap<>();
        for (int i = 0; i < shares.size(); i++) {
            prices.merge(numbers.get(i), shares.get(i), Long::sum);
        }
        return prices;
    }

    private List<Priced> left(Map<Integer, List<Long>> promoted) {
        List<Priced> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            List<Part> parts = parts(line);
            Priced priced = new Priced(line, parts, parts.stream().allMatch(this::isExact));
            if (!priced.isExact()) {
                parts.forEach(part -> part.exact = Ratio.of(part.left));
            }
            lines.add(priced);
        }
        lines.sort(Comparator.comparingInt(priced -> priced.line().number()));
        for (Priced priced : lines) {
            promoted.getOrDefault(priced.line().number(), List.of()).forEach(priced::takeAmount);
        }
        discount(lines);
        return lines;
    }

    private void discount(List<Priced> all) {
        List<Priced> lines = all.stream()
                .filter(one -> one.line().follows() == null
                        && !entry(one.line()).traits().deposit())
                .toList();
        List<Priced> sold = lines.stream().filter(one -> !one.isReturn()).toList();
        lines.forEach(one -> one.line().discounts().forEach(given -> takePercent(List.of(one), given)));
        cart.discounts().forEach(given -> takePercent(sold, given));
        lines.forEach(one -> one.line().discounts().forEach(given -> takeAmount(List.of(one), given)));
        cart.discounts().forEach(given -> takeAmount(sold, given));
    }

    private static void takePercent(List<Priced> lines, ManualDiscount discount) {
        Rate percent = discount.percent();
        if (percent != null) {
            long taken = Ratio.of(left(lines))
                    .times(Ratio.of(percent.ppm(), 1_000_000))
                    .rounded(RoundingMode.HALF_UP);
            List<Long> shares = Shares.spread(taken, weights(lines));
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).takePercent(percent.ppm(), shares.get(i));
            }
        }
    }

    private static void takeAmount(List<Priced> lines, ManualDiscount discount) {
        Money amount = discount.amount();
        if (amount != null) {
            List<Long> shares = Shares.spread(Math.min(amount.minor(), left(lines)), weights(lines));
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).takeAmount(shares.get(i));
            }
        }
    }

    private static List<Ratio> weights(List<Priced> lines) {
        return lines.stream().map(one -> Ratio.of(one.left())).toList();
    }

    private static long left(List<Priced> lines) {
        long left = 0;
        for (Priced one : lines) {
            left += one.left();
        }
        return left;
    }

    /**
     * Returns what each line costs somebody who owes no tax and pays no tax in the price: the net, and nothing where a fixed
     * tax is more than its price; by number.
     */
    public Map<Integer, Long> stripped(Map<Integer, List<Long>> promoted) {
        List<Priced> lines = left(promoted);
        List<ReferenceTotal.Taxed> all = totals(lines);
        boolean perTotal = book.taxPolicy().level() == TaxPolicy.Level.PER_TOTAL;
        Map<Integer, Long> stripped = new TreeMap<>();
        int next = 0;
        for (Priced priced : lines) {
            for (Part part : priced.parts()) {
                ReferenceTotal.Taxed total = all.get(next++);
                long net = perTotal
                        ? total.net
                        : perLine(priced, part, Amounts.NOTHING).net();
                int size = perTotal ? part.taxed().signum() : Long.signum(part.left);
                int way = priced.isReturn() ? -size : size;
                stripped.merge(priced.line().number(), Long.signum(net) == way ? net : 0, Long::sum);
            }
        }
        return stripped;
    }

    private Map<Integer, Amounts> taxed(List<Priced> lines) {
        List<ReferenceTotal.Taxed> all = totals(lines);
        TaxPolicy policy = book.taxPolicy();
        Map<Integer, Amounts> amounts = new TreeMap<>();
        int next = 0;
        for (Priced priced : lines) {
            Amounts sum = new Amounts(priced.isReturn() ? -priced.left() : priced.left(), 0, Map.of(), Map.of());
            for (Part part : priced.parts()) {
                ReferenceTotal.Taxed total = all.get(next++);
                sum = policy.level() == TaxPolicy.Level.PER_TOTAL
                        ? sum.with(part.taxes, total.net, total.amounts, total.bases)
                        : perLine(priced, part, sum);
            }
            amounts.put(priced.line().number(), priced.isExact() ? sum.shownAsNet() : sum);
        }
        return amounts;
    }

    /** Every part of every line in order, worked out where taxes are rounded for the whole. */
    private List<ReferenceTotal.Taxed> totals(List<Priced> lines) {
        List<ReferenceTotal.Taxed> all = new ArrayList<>();
        for (Priced priced : lines) {
            for (Part part : priced.parts()) {
                Ratio amount = priced.isReturn() ? part.taxed().negated() : part.taxed();
                BigDecimal quantity = priced.isReturn() ? part.quantity.negate() : part.quantity;
                all.add(new ReferenceTotal.Taxed(
                        amount, part.taxes, ReferenceTax.exact(amount, quantity, part.taxes, minorOfMajor)));
            }
        }
        if (book.taxPolicy().level() == TaxPolicy.Level.PER_TOTAL) {
            ReferenceTotal.work(all, book.taxPolicy().rounding());
        }
        return all;
    }

    private Amounts perLine(Priced priced, Part part, Amounts sum) {
        long amount = priced.isReturn() ? -part.left : part.left;
        BigDecimal quantity = priced.isReturn() ? part.quantity.negate() : part.quantity;
        ReferenceTax.Line taxed = ReferenceTax.perLine(
                amount, quantity, part.taxes, book.taxPolicy().rounding(), minorOfMajor);
        return sum.with(
                part.taxes,
                taxed.net(),
                taxed.amounts().stream().mapToLong(Long::longValue).toArray(),
                taxed.bases().stream().mapToLong(Long::longValue).toArray());
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

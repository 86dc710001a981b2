package org.tillwright.core.promotion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;

/** What effects take off pieces, by the letter of docs/promotions.md and without any cleverness. */
final class ByTheLetter {

    /** A part of a set: what it selects and how many pieces of it a set has. */
    record Slot(ItemSelection items, int count) {}

    /** Pieces of a line that one promotion counts as one part of its sets. */
    record Share(int line, int slot, long pieces, BigInteger amount, long milli) {}

    final List<PromotionLine> lines;

    ByTheLetter(List<PromotionLine> all) {
        lines = all.stream()
                .filter(line -> line.eligible() && line.quantity().milli() > 0 && line.amountMinor() > 0)
                .sorted(ByTheLetter::dearestFirst)
                .toList();
    }

    static int dearestFirst(PromotionLine one, PromotionLine other) {
        BigInteger left = BigInteger.valueOf(one.amountMinor()).multiply(BigInteger.valueOf(pieces(other)));
        BigInteger right = BigInteger.valueOf(other.amountMinor()).multiply(BigInteger.valueOf(pieces(one)));
        int byPrice = right.compareTo(left);
        return byPrice != 0 ? byPrice : Integer.compare(one.number(), other.number());
    }

    static boolean isBlock(PromotionLine line) {
        return line.divisible() || line.quantity().milli() % 1000 != 0;
    }

    static long pieces(PromotionLine line) {
        return isBlock(line) ? 1 : line.quantity().milli() / 1000;
    }

    static long milli(PromotionLine line, long pieces) {
        return isBlock(line) ? line.quantity().milli() : pieces * 1000;
    }

    /** What lies on {@code count} pieces after the first {@code after}, of {@code of} that cost {@code amount}. */
    static BigInteger lying(BigInteger amount, long of, long after, long count) {
        BigInteger sum = BigInteger.ZERO;
        if (of == 0) {
            return sum;
        }
        BigInteger[] each = amount.divideAndRemainder(BigInteger.valueOf(of));
        for (long piece = after; piece < after + count; piece++) {
            boolean odd = BigInteger.valueOf(piece).compareTo(each[1]) < 0;
            sum = sum.add(each[0]).add(odd ? BigInteger.ONE : BigInteger.ZERO);
        }
        return sum;
    }

    boolean selects(ItemSelection items, int line) {
        return items.selects(lines.get(line).itemId(), lines.get(line).departmentId());
    }

    static ItemSelection spendItems(Effect effect) {
        return effect instanceof Effect.SpendPercent percent ? percent.items() : ((Effect.SpendAmount) effect).items();
    }

    static @Nullable ItemSelection eachItems(Effect effect) {
        if (effect instanceof Effect.PercentOff percent) {
            return percent.items();
        }
        if (effect instanceof Effect.AmountOff amount) {
            return amount.items();
        }
        return effect instanceof Effect.FixedPrice fixed ? fixed.items() : null;
    }

    /** The parts of a set; breaks are one part whose count is not asked. */
    static List<Slot> slots(Effect effect) {
        if (effect instanceof Effect.CheapestOff cheapest) {
            return List.of(new Slot(cheapest.items(), cheapest.every()));
        }
        if (effect instanceof Effect.MixAndMatch mix) {
            return List.of(new Slot(mix.items(), mix.count()));
        }
        if (effect instanceof Effect.BuyGet both && both.buy().equals(both.get())) {
            return List.of(new Slot(both.buy(), both.buyCount() + both.getCount()));
        }
        if (effect instanceof Effect.BuyGet both) {
            return List.of(new Slot(both.buy(), both.buyCount()), new Slot(both.get(), both.getCount()));
        }
        if (effect instanceof Effect.Bundle bundle) {
            return bundle.parts().stream()
                    .map(part -> new Slot(part.items(), part.count()))
                    .toList();
        }
        return effect instanceof Effect.QuantityBreaks breaks ? List.of(new Slot(breaks.items(), 0)) : List.of();
    }

    Share share(int line, int slot, long after, long count) {
        PromotionLine of = lines.get(line);
        BigInteger amount = lying(BigInteger.valueOf(of.amountMinor()), pieces(of), after, count);
        return new Share(line, slot, count, amount, milli(of, count));
    }

    static long left(Promotion promotion) {
        Long perSale = promotion.conditions().perSale();
        return perSale == null ? Long.MAX_VALUE : perSale;
    }

    static BigInteger share(BigInteger amount, Rate off) {
        return new BigDecimal(amount)
                .multiply(off.fraction())
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    static BigInteger price(long minor, long milli) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(milli, 3))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    static BigInteger each(Effect effect, BigInteger amount, long milli) {
        if (effect instanceof Effect.PercentOff percent) {
            return share(amount, percent.off());
        }
        return effect instanceof Effect.AmountOff off
                ? price(off.offMinor(), milli).min(amount)
                : amount.subtract(price(((Effect.FixedPrice) effect).priceMinor(), milli))
                        .max(BigInteger.ZERO);
    }

    static @Nullable BigInteger sum(Iterable<BigInteger> amounts, boolean nothing) {
        BigInteger sum = BigInteger.ZERO;
        boolean any = false;
        for (BigInteger amount : amounts) {
            sum = sum.add(amount);
            any = true;
        }
        return any || nothing ? sum : null;
    }

    /** By line; empty where no break is reached. */
    static Map<Integer, BigInteger> breaks(Effect.QuantityBreaks effect, List<Share> shares) {
        long milli = shares.stream().mapToLong(Share::milli).sum();
        Map<Integer, BigInteger> off = new TreeMap<>();
        for (Effect.QuantityBreaks.Break step : effect.breaks()) {
            if (milli >= step.from().milli()) {
                for (Share share : shares) {
                    Rate rate = step.off();
                    Long price = step.priceMinor();
                    off.put(
                            share.line(),
                            rate != null
                                    ? share(share.amount(), rate)
                                    : share.amount()
                                            .subtract(price(price == null ? 0 : price, share.milli()))
                                            .max(BigInteger.ZERO));
                }
            }
        }
        return off;
    }

    /** What whole sets take off each line; null if the pieces are not whole sets, or too many, or gain nothing. */
    @Nullable
    Map<Integer, BigInteger> sets(Promotion promotion, List<Share> shares) {
        List<Slot> slots = slots(promotion.effect());
        long sets = -1;
        for (int slot = 0; slot < slots.size(); slot++) {
            int wanted = slot;
            long count = shares.stream()
                    .filter(share -> share.slot() == wanted)
                    .mapToLong(Share::pieces)
                    .sum();
            if (count % slots.get(slot).count() != 0
                    || (sets >= 0 && sets != count / slots.get(slot).count())) {
                return null;
            }
            sets = count / slots.get(slot).count();
        }
        if (sets < 1 || sets > left(promotion)) {
            return null;
        }
        Effect effect = promotion.effect();
        if (effect instanceof Effect.MixAndMatch mix) {
            return atAPrice(shares, sets, mix.priceMinor());
        }
        if (effect instanceof Effect.Bundle bundle) {
            return atAPrice(shares, sets, bundle.priceMinor());
        }
        if (effect instanceof Effect.CheapestOff cheapest) {
            return cheapest(shares, cheapest.every(), cheapest.cheapest(), cheapest.off());
        }
        Effect.BuyGet both = (Effect.BuyGet) effect;
        if (slots.size() == 1) {
            return cheapest(shares, both.buyCount() + both.getCount(), both.getCount(), both.off());
        }
        Map<Integer, BigInteger> off = new TreeMap<>();
        shares.forEach(share -> off.merge(
                share.line(),
                share.slot() == 1 ? share(share.amount(), both.off()) : BigInteger.ZERO,
                BigInteger::add));
        return off;
    }

    Map<Integer, BigInteger> cheapest(List<Share> shares, int every, int cheapest, Rate off) {
        Map<Integer, BigInteger> taken = new TreeMap<>();
        long at = 0;
        for (Share share : shares) {
            long lowered = 0;
            for (long piece = 0; piece < share.pieces(); piece++) {
                lowered += (at++ % every) >= every - cheapest ? 1 : 0;
            }
            BigInteger one = lying(share.amount(), share.pieces(), share.pieces() - lowered, lowered);
            taken.merge(share.line(), share(one, off), BigInteger::add);
        }
        return taken;
    }

    @Nullable
    Map<Integer, BigInteger> atAPrice(List<Share> shares, long sets, long price) {
        Map<Integer, BigInteger> weights =
                new TreeMap<>(Comparator.comparingInt(line -> lines.get(line).number()));
        shares.forEach(share -> weights.merge(share.line(), share.amount(), BigInteger::add));
        BigInteger all = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger off = all.subtract(BigInteger.valueOf(price).multiply(BigInteger.valueOf(sets)));
        return off.signum() < 0 ? null : spread(off, weights);
    }

    /** Largest remainder; the map is sorted by line number, and the sort keeps that order among equals. */
    static Map<Integer, BigInteger> spread(BigInteger off, Map<Integer, BigInteger> weights) {
        BigInteger all = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        Map<Integer, BigInteger> shares = new TreeMap<>();
        Map<Integer, BigInteger> remainders = new TreeMap<>();
        BigInteger left = off;
        for (Map.Entry<Integer, BigInteger> weight : weights.entrySet()) {
            BigInteger[] exact = all.signum() == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : off.multiply(weight.getValue()).divideAndRemainder(all);
            shares.put(weight.getKey(), exact[0]);
            remainders.put(weight.getKey(), exact[1]);
            left = left.subtract(exact[0]);
        }
        List<Integer> order = new ArrayList<>(weights.keySet());
        order.sort(Comparator.comparing(remainders::get).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            shares.merge(order.get(i), BigInteger.ONE, BigInteger::add);
        }
        return shares;
    }
}

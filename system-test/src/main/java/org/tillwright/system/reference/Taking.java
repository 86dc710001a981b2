package org.tillwright.system.reference;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect;
import org.tillwright.core.promotion.ItemSelection;

/**
 * What one effect takes off pieces that are already chosen, line by line: the tables of docs/promotions.md, sentence by
 * sentence.
 *
 * @param times how often it was applied
 * @param byLine what it takes off each line that it counts, by place in price order
 */
record Taking(long times, Map<Integer, Long> byLine) {

    long sum() {
        long sum = 0;
        for (long taken : byLine.values()) {
            sum += taken;
        }
        return sum;
    }

    /** True for what counts each piece by itself. */
    static boolean isOnEachPiece(Effect effect) {
        return effect instanceof Effect.PercentOff
                || effect instanceof Effect.AmountOff
                || effect instanceof Effect.FixedPrice;
    }

    /** True for what needs whole sets. */
    static boolean isOfSets(Effect effect) {
        return effect instanceof Effect.BuyGet
                || effect instanceof Effect.CheapestOff
                || effect instanceof Effect.MixAndMatch
                || effect instanceof Effect.Bundle;
    }

    /** Returns how many pieces of each part make a set; for what is not of sets one part. */
    static List<Integer> setOf(Effect effect) {
        if (effect instanceof Effect.BuyGet buyGet) {
            return isOneSelection(buyGet)
                    ? List.of(buyGet.buyCount() + buyGet.getCount())
                    : List.of(buyGet.buyCount(), buyGet.getCount());
        } else if (effect instanceof Effect.CheapestOff cheapest) {
            return List.of(cheapest.every());
        } else if (effect instanceof Effect.MixAndMatch mix) {
            return List.of(mix.count());
        } else if (effect instanceof Effect.Bundle bundle) {
            return bundle.parts().stream().map(Effect.Bundle.Part::count).toList();
        }
        return List.of(1);
    }

    /** Returns what each part selects. */
    static List<ItemSelection> selectionsOf(Effect effect) {
        if (effect instanceof Effect.BuyGet buyGet) {
            return isOneSelection(buyGet) ? List.of(buyGet.buy()) : List.of(buyGet.buy(), buyGet.get());
        } else if (effect instanceof Effect.Bundle bundle) {
            return bundle.parts().stream().map(Effect.Bundle.Part::items).toList();
        } else if (effect instanceof Effect.PercentOff percent) {
            return List.of(percent.items());
        } else if (effect instanceof Effect.AmountOff amount) {
            return List.of(amount.items());
        } else if (effect instanceof Effect.FixedPrice fixed) {
            return List.of(fixed.items());
        } else if (effect instanceof Effect.MixAndMatch mix) {
            return List.of(mix.items());
        } else if (effect instanceof Effect.CheapestOff cheapest) {
            return List.of(cheapest.items());
        } else if (effect instanceof Effect.SpendPercent spend) {
            return List.of(spend.items());
        } else if (effect instanceof Effect.SpendAmount spend) {
            return List.of(spend.items());
        } else if (effect instanceof Effect.QuantityBreaks breaks) {
            return List.of(breaks.items());
        }
        return List.of(((Effect.NextSaleCoupon) effect).items());
    }

    private static boolean isOneSelection(Effect.BuyGet buyGet) {
        return buyGet.buy().equals(buyGet.get());
    }

    /** Returns what the effect takes off these pieces, perhaps nothing, or null if it cannot be applied to them. */
    static @Nullable Taking of(Effect effect, List<Counted> counted) {
        return isOfSets(effect) ? ofSets(effect, counted) : ofOthers(effect, counted);
    }

    private static @Nullable Taking ofOthers(Effect effect, List<Counted> counted) {
        if (isOnEachPiece(effect)) {
            Map<Integer, Long> byLine = new TreeMap<>();
            long pieces = 0;
            for (Counted line : counted) {
                byLine.put(line.line(), onEachPiece(effect, line));
                pieces += line.pieces();
            }
            return new Taking(pieces, byLine);
        }
        if (effect instanceof Effect.SpendPercent spend) {
            return amountOf(counted) < spend.spendMinor() ? null : new Taking(1, shareOfEach(spend.off(), counted));
        } else if (effect instanceof Effect.SpendAmount spend) {
            long all = amountOf(counted);
            return all < spend.spendMinor() ? null : new Taking(1, spread(Math.min(spend.offMinor(), all), counted));
        }
        return effect instanceof Effect.QuantityBreaks breaks ? ofBreaks(breaks, counted) : null;
    }

    /** What an effect on each piece takes off one line. */
    static long onEachPiece(Effect effect, Counted line) {
        if (effect instanceof Effect.PercentOff percent) {
            return share(percent.off(), line.amount());
        } else if (effect instanceof Effect.AmountOff amount) {
            return Math.min(line.amount(), ofQuantity(amount.offMinor(), line));
        }
        return fixed(((Effect.FixedPrice) effect).priceMinor(), line);
    }

    private static long fixed(long priceMinor, Counted line) {
        return Math.max(0, line.amount() - ofQuantity(priceMinor, line));
    }

    private static long ofQuantity(long minorOfUnit, Counted line) {
        return Ratio.of(minorOfUnit).times(Ratio.of(line.milli(), 1000)).rounded(RoundingMode.HALF_UP);
    }

    private static long share(Rate off, long amount) {
        return Ratio.of(amount).times(Ratio.of(off.ppm(), 1_000_000)).rounded(RoundingMode.HALF_UP);
    }

    private static @Nullable Taking ofBreaks(Effect.QuantityBreaks breaks, List<Counted> counted) {
        long milli = 0;
        for (Counted line : counted) {
            milli += line.milli();
        }
        Effect.QuantityBreaks.Break reached = null;
        for (Effect.QuantityBreaks.Break step : breaks.breaks()) {
            if (milli >= step.from().milli()) {
                reached = step;
            }
        }
        if (reached == null) {
            return null;
        }
        Rate off = reached.off();
        Long price = reached.priceMinor();
        Map<Integer, Long> byLine = new TreeMap<>();
        for (Counted line : counted) {
            byLine.put(line.line(), off != null ? share(off, line.amount()) : fixed(price == null ? 0 : price, line));
        }
        return new Taking(1, byLine);
    }

    private static @Nullable Taking ofSets(Effect effect, List<Counted> counted) {
        List<Integer> set = setOf(effect);
        long sets = -1;
        for (int part = 0; part < set.size(); part++) {
            int pieces = 0;
            for (Counted line : counted) {
                pieces += line.part() == part ? line.pieces() : 0;
            }
            long ofPart = pieces / set.get(part);
            if (pieces % set.get(part) != 0 || ofPart == 0 || (sets >= 0 && ofPart != sets)) {
                return null;
            }
            sets = ofPart;
        }
        if (effect instanceof Effect.CheapestOff cheapest) {
            return new Taking(sets, ofCheapest(cheapest.every(), cheapest.cheapest(), cheapest.off(), counted));
        } else if (effect instanceof Effect.BuyGet buyGet && set.size() == 1) {
            return new Taking(sets, ofCheapest(set.get(0), buyGet.getCount(), buyGet.off(), counted));
        } else if (effect instanceof Effect.BuyGet buyGet) {
            Map<Integer, Long> byLine = new TreeMap<>();
            for (Counted line : counted) {
                byLine.merge(line.line(), line.part() == 1 ? share(buyGet.off(), line.amount()) : 0, Long::sum);
            }
            return new Taking(sets, byLine);
        }
        long price =
                effect instanceof Effect.MixAndMatch mix ? mix.priceMinor() : ((Effect.Bundle) effect).priceMinor();
        long taken = amountOf(counted) - sets * price;
        return taken < 0 ? null : new Taking(sets, spread(taken, counted));
    }

    /** Cuts the pieces into sets from the dearest on; the last of each set have the share off. */
    private static Map<Integer, Long> ofCheapest(int every, int cheapest, Rate off, List<Counted> counted) {
        Map<Integer, Long> byLine = new TreeMap<>();
        int place = 0;
        for (Counted line : inLineOrder(counted)) {
            int lowered = 0;
            for (int i = 0; i < line.pieces(); i++, place++) {
                lowered += place % every >= every - cheapest ? 1 : 0;
            }
            byLine.put(line.line(), share(off, line.amountOfLast(lowered)));
        }
        return byLine;
    }

    private static List<Counted> inLineOrder(List<Counted> counted) {
        List<Counted> ordered = new ArrayList<>(counted);
        ordered.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return ordered;
    }

    private static Map<Integer, Long> shareOfEach(Rate off, List<Counted> counted) {
        Map<Integer, Long> byLine = new TreeMap<>();
        counted.forEach(line -> byLine.put(line.line(), share(off, line.amount())));
        return byLine;
    }

    /** In proportion to amounts; of equal remainders the smaller line number first. */
    private static Map<Integer, Long> spread(long taken, List<Counted> counted) {
        Map<Integer, Long> amounts = new TreeMap<>(); // by line number
        Map<Integer, Integer> places = new TreeMap<>();
        for (Counted line : counted) {
            amounts.merge(line.goods().number(), line.amount(), Long::sum);
            places.put(line.goods().number(), line.line());
        }
        List<Long> shares =
                Shares.spread(taken, amounts.values().stream().map(Ratio::of).toList());
        Map<Integer, Long> byLine = new TreeMap<>();
        int i = 0;
        for (int place : places.values()) {
            byLine.put(place, shares.get(i++));
        }
        return byLine;
    }

    private static long amountOf(List<Counted> counted) {
        long amount = 0;
        for (Counted line : counted) {
            amount += line.amount();
        }
        return amount;
    }
}

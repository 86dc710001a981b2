package org.tillwright.core.returns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.core.returns.Refunds.NotReturnableException;

/**
 * Goods that come back together or not at all: what one promotion of that policy counted. The pieces of a line are alike,
 * so promotions that share a line are held together.
 *
 * @param promotionId the first of them
 * @param milli how much of each line, by line number
 */
record Together(String promotionId, Map<Integer, Long> milli) {

    /**
     * Sees to it that what stays with the customer holds all of such goods, or none of them. What else is on their lines
     * comes back as it likes.
     */
    static void require(SoldSale sale, Map<Integer, Quantity> back) throws NotReturnableException {
        for (Together goods : of(sale)) {
            boolean isTouched = goods.milli.keySet().stream().anyMatch(back::containsKey);
            if (isTouched && !goods.areHeld(sale, back)) {
                throw new NotReturnableException(goods.promotionId);
            }
        }
    }

    private boolean areHeld(SoldSale sale, Map<Integer, Quantity> back) {
        boolean allStay = true;
        boolean noneStay = true;
        for (Map.Entry<Integer, Long> bound : milli.entrySet()) {
            SoldLine line = requireNonNull(sale.lines().get(bound.getKey()));
            long sold = line.quantity().milli();
            long counted = Math.min(bound.getValue(), sold);
            Quantity more = back.getOrDefault(bound.getKey(), new Quantity(0));
            long stays = line.left().milli() - more.milli();
            allStay &= stays >= counted;
            noneStay &= stays <= sold - counted;
        }
        return allStay || noneStay;
    }

    private static List<Together> of(SoldSale sale) {
        List<Together> all = new ArrayList<>();
        for (SoldSale.Group group : sale.groups()) {
            if (group.policy() == ReturnPolicy.ALL_OR_NOTHING) {
                Together joined = new Together(group.promotionId(), new TreeMap<>());
                group.counted().forEach((line, counted) -> joined.milli.put(line, counted.milli()));
                for (Together other : List.copyOf(all)) {
                    if (other.milli.keySet().stream().anyMatch(joined.milli::containsKey)) {
                        other.milli.forEach((line, milli) -> joined.milli.merge(line, milli, Math::addExact));
                        all.remove(other);
                    }
                }
                all.add(joined);
            }
        }
        return all;
    }
}

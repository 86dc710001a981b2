package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All promotions of a shop, sorted and indexed once, so that a cart asks only those that touch it. Never changes; made with
 * each price book.
 */
public final class PromotionIndex {

    /** A shop without promotions. */
    public static final PromotionIndex EMPTY = new PromotionIndex(List.of());

    private static final int[] NOBODY = {};

    private final List<Promotion> promotions;
    private final Rule[] rules;
    /** Places of the rules that may select an item, by what they name: the item, its department, everything. */
    private final Map<String, int[]> byItem = new HashMap<>();

    private final Map<String, int[]> byDepartment = new HashMap<>();
    private int[] everywhere = NOBODY;
    private final Map<String, int[]> byCoupon = new HashMap<>();

    private PromotionIndex(List<Promotion> promotions) {
        this.promotions = promotions;
        this.rules = promotions.stream().map(Rule::of).toArray(Rule[]::new);
        for (int place = 0; place < rules.length; place++) {
            index(place);
        }
    }

    private void index(int place) {
        for (ItemSelection slot : rules[place].slots) {
            slot.items().forEach(item -> byItem.merge(item, new int[] {place}, PromotionIndex::joined));
            slot.departments().forEach(id -> byDepartment.merge(id, new int[] {place}, PromotionIndex::joined));
            everywhere = slot.all() ? joined(everywhere, new int[] {place}) : everywhere;
        }
        String coupon = rules[place].promotion.conditions().couponCode();
        if (coupon != null) {
            byCoupon.merge(coupon, new int[] {place}, PromotionIndex::joined);
        }
    }

    /** Appends a place, unless it is there already. */
    private static int[] joined(int[] places, int[] more) {
        if (places.length > 0 && places[places.length - 1] == more[0]) {
            return places;
        }
        int[] joined = Arrays.copyOf(places, places.length + 1);
        joined[places.length] = more[0];
        return joined;
    }

    /** Builds the index; two promotions of one id are refused. */
    public static PromotionIndex of(List<Promotion> promotions) {
        List<Promotion> sorted = new ArrayList<>(promotions);
        sorted.sort(Comparator.comparingInt(Promotion::priority).thenComparing(Promotion::promotionId));
        Set<String> ids = new HashSet<>();
        for (Promotion promotion : sorted) {
            if (!ids.add(promotion.promotionId())) {
                throw new IllegalArgumentException("promotion " + promotion.promotionId() + " is there twice");
            }
        }
        return new PromotionIndex(List.copyOf(sorted));
    }

    /** Returns all promotions in the order in which they are applied: by priority, then id. */
    public List<Promotion> promotions() {
        return promotions;
    }

    /** Returns the rules that are near: that select a line, or whose coupon was given; by priority, then id. */
    List<Touched> near(List<PromotionLine> lines, Goods goods, Situation situation) {
        Touched[] near = new Touched[rules.length];
        for (int line = 0; line < goods.size; line++) {
            touch(near, goods.lines[line], line);
        }
        for (PromotionLine line : lines) {
            if (!line.takesPart()) {
                touch(near, line, -1);
            }
        }
        for (String code : situation.couponCodes()) {
            for (int place : byCoupon.getOrDefault(code, NOBODY)) {
                near[place] = near[place] == null ? new Touched(rules[place]) : near[place];
            }
        }
        List<Touched> found = new ArrayList<>();
        for (Touched touched : near) {
            if (touched != null) {
                touched.judge(situation);
                found.add(touched);
            }
        }
        return found;
    }

    private void touch(Touched[] near, PromotionLine line, int goodsLine) {
        touch(near, byItem.getOrDefault(line.itemId(), NOBODY), line, goodsLine);
        touch(near, byDepartment.getOrDefault(line.departmentId(), NOBODY), line, goodsLine);
        touch(near, everywhere, line, goodsLine);
    }

    private void touch(Touched[] near, int[] places, PromotionLine line, int goodsLine) {
        for (int place : places) {
            int mask = rules[place].mask(line);
            if (mask != 0) {
                Touched touched = near[place];
                if (touched == null) {
                    touched = new Touched(rules[place]);
                    near[place] = touched;
                }
                touched.add(goodsLine, mask);
            }
        }
    }
}

package org.tillwright.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.promotion.Effect.AmountOff;
import org.tillwright.core.promotion.Effect.Bundle;
import org.tillwright.core.promotion.Effect.BuyGet;
import org.tillwright.core.promotion.Effect.CheapestOff;
import org.tillwright.core.promotion.Effect.FixedPrice;
import org.tillwright.core.promotion.Effect.MixAndMatch;
import org.tillwright.core.promotion.Effect.NextSaleCoupon;
import org.tillwright.core.promotion.Effect.PercentOff;
import org.tillwright.core.promotion.Effect.QuantityBreaks;
import org.tillwright.core.promotion.Effect.QuantityBreaks.Break;
import org.tillwright.core.promotion.Effect.SpendAmount;
import org.tillwright.core.promotion.Promotion.Combining;
import org.tillwright.core.promotion.PromotionResult.NotApplied;
import org.tillwright.core.promotion.PromotionResult.Reduction;

/** Promotions as a shop would tell them, each with the cents that a person worked out. */
class PromotionEngineTest {

    private static final Situation NOON = Situation.of(LocalDateTime.of(2026, 3, 14, 12, 0), "S1");
    private static final Rate FREE = Rate.percent("100");
    private static final Rate TEN = Rate.percent("10");
    private static final ItemSelection TEA = ItemSelection.ofItems("tea");
    private static final ItemSelection DRINKS = ItemSelection.ofDepartments("drinks");

    @Test
    void buyTwoGetOneGivesTheCheapestOfEachThree() {
        Promotion promotion = exclusive("B2G1", new BuyGet(DRINKS, 2, DRINKS, 1, FREE));

        assertThat(taken(List.of(promotion), tea(1, 2, 800))).isZero();
        assertThat(taken(List.of(promotion), tea(1, 3, 1200))).isEqualTo(400);
        assertThat(taken(List.of(promotion), tea(1, 7, 700))).isEqualTo(200);
        assertThat(taken(List.of(promotion), tea(1, 1, 500), coffee(2, 1, 300), tea(3, 1, 400), tea(4, 2, 200)))
                .as("5.00, 4.00 and 3.00 are one set")
                .isEqualTo(300);
    }

    @Test
    void threeForTenIsSpreadToTheCent() {
        Promotion promotion = exclusive("3FOR10", new MixAndMatch(DRINKS, 3, 1000));
        PromotionResult result = apply(List.of(promotion), NOON, tea(1, 1, 400), coffee(2, 1, 400), tea(3, 1, 400));

        assertThat(reductions(result, "3FOR10"))
                .containsExactly(new Reduction(1, 1, 67), new Reduction(2, 1, 67), new Reduction(3, 1, 66));
        assertThat(taken(List.of(promotion), tea(1, 3, 1050))).isEqualTo(50);
        assertThat(taken(List.of(promotion), tea(1, 3, 1000))).isZero();
        assertThat(taken(List.of(promotion), tea(1, 3, 900))).as("never dearer").isZero();
    }

    @Test
    void secondAtHalfPrice() {
        Promotion promotion = exclusive("2ND", new CheapestOff(DRINKS, 2, 1, Rate.percent("50")));

        assertThat(taken(List.of(promotion), tea(1, 1, 400), tea(2, 1, 300), tea(3, 1, 200), tea(4, 1, 100)))
                .isEqualTo(200);
        assertThat(taken(List.of(promotion), tea(1, 1, 99), tea(2, 1, 99))).isEqualTo(50);
    }

    @Test
    void aMealDealTakesThePartsThatSaveMost() {
        ItemSelection mains = ItemSelection.ofDepartments("mains");
        ItemSelection snacks = ItemSelection.ofDepartments("snacks");
        Promotion deal = exclusive(
                "MEAL",
                new Bundle(
                        List.of(new Bundle.Part(mains, 1), new Bundle.Part(DRINKS, 1), new Bundle.Part(snacks, 1)),
                        800));
        List<PromotionLine> lines = List.of(
                line(1, "pie", "mains", 1, 650), tea(2, 1, 200), coffee(3, 1, 250), line(4, "nuts", "snacks", 1, 150));

        PromotionResult result = PromotionEngine.apply(PromotionIndex.of(List.of(deal)), lines, NOON);

        assertThat(result.takenMinor()).isEqualTo(650 + 250 + 150 - 800);
        assertThat(reductions(result, "MEAL")).extracting(Reduction::lineNumber).containsExactly(1, 3, 4);
    }

    @Test
    void aPercentageOfAHundredCheapScrewsIsNotLostInRounding() {
        assertThat(taken(List.of(exclusive("TEN", new PercentOff(TEA, Rate.percent("10")))), tea(1, 100, 400)))
                .isEqualTo(40);
    }

    @Test
    void anAmountOffTheKilogramGoesByWeight() {
        PromotionLine cheese = new PromotionLine(1, "tea", "drinks", new Quantity(345), true, 345, true);

        assertThat(taken(List.of(exclusive("KILO", new AmountOff(TEA, 100))), cheese))
                .isEqualTo(35);
        assertThat(taken(List.of(exclusive("KILO", new FixedPrice(TEA, 800))), cheese))
                .isEqualTo(345 - 276);
    }

    @Test
    void fiveAtThreeEachAgainstBuyTwoGetOne() {
        Promotion five =
                exclusive("FIVE", new QuantityBreaks(TEA, List.of(QuantityBreaks.Break.price(Quantity.of(5), 300))));
        Promotion free = exclusive("FREE", new BuyGet(TEA, 2, TEA, 1, FREE));

        assertThat(taken(List.of(five), tea(1, 4, 2000))).isZero();
        assertThat(taken(List.of(five), tea(1, 5, 2500))).isEqualTo(1000);
        assertThat(taken(List.of(five, free), tea(1, 3, 1500))).isEqualTo(500);
        assertThat(taken(List.of(five, free), tea(1, 5, 2500))).isEqualTo(1000);
        assertThat(taken(List.of(five, free), tea(1, 8, 4000)))
                .as("five at 3.00 and three for the price of two take 15.00, eight at 3.00 take 16.00")
                .isEqualTo(1600);
        Promotion dearer =
                exclusive("FIVE", new QuantityBreaks(TEA, List.of(QuantityBreaks.Break.price(Quantity.of(5), 350))));
        assertThat(taken(List.of(dearer, free), tea(1, 8, 4000)))
                .as("five at 3.50 take 7.50, and the other three 5.00 more")
                .isEqualTo(1250);
    }

    @Test
    void spendingFiftySavesFive() {
        Promotion spend = stacking("SPEND", 1, new SpendAmount(ItemSelection.ALL, 5000, 500));

        PromotionResult short1 = apply(List.of(spend), NOON, tea(1, 1, 4999));
        assertThat(short1.notApplied()).containsExactly(new NotApplied("SPEND", Reason.THRESHOLD_NOT_REACHED, 1));
        PromotionResult enough = apply(List.of(spend), NOON, tea(1, 1, 3000), coffee(2, 1, 2000));
        assertThat(reductions(enough, "SPEND")).containsExactly(new Reduction(1, 1, 300), new Reduction(2, 1, 200));
    }

    @Test
    void aThresholdIsMeasuredOnWhatEarlierPromotionsLeft() {
        Promotion percent = stacking("A", 1, new PercentOff(ItemSelection.ALL, Rate.percent("3")));
        Promotion spendLater = stacking("B", 2, new SpendAmount(ItemSelection.ALL, 5000, 500));
        Promotion spendFirst = stacking("B", 0, new SpendAmount(ItemSelection.ALL, 5000, 500));

        assertThat(taken(List.of(percent, spendLater), tea(1, 1, 5200))).isEqualTo(156 + 500);
        assertThat(taken(List.of(percent, spendFirst), tea(1, 1, 5100))).isEqualTo(500 + 138);
        PromotionResult missed = apply(List.of(percent, spendLater), NOON, tea(1, 1, 5100));
        assertThat(missed.takenMinor()).isEqualTo(153);
        assertThat(missed.notApplied()).containsExactly(new NotApplied("B", Reason.THRESHOLD_NOT_REACHED, 53));
    }

    @Test
    void greedWouldTakeTheExclusiveAndMissTheThreshold() {
        Promotion exclusive = exclusive("TEA5", new PercentOff(TEA, Rate.percent("5")));
        Promotion spend = stacking("SPEND", 1, new SpendAmount(ItemSelection.ALL, 5000, 500));

        PromotionResult result = apply(List.of(exclusive, spend), NOON, tea(1, 1, 4000), coffee(2, 1, 1500));

        assertThat(result.takenMinor()).isEqualTo(500);
        assertThat(result.boundMinor()).isZero();
        assertThat(result.notApplied()).containsExactly(new NotApplied("TEA5", Reason.ANOTHER_TAKES_MORE, 0));
    }

    @Test
    void greedWouldSpendTheSharedPieceOnTheWrongSet() {
        Promotion pair = exclusive("PAIR", new MixAndMatch(ItemSelection.ofItems("tea", "coffee"), 2, 600));
        Promotion tea = exclusive("TEA", new AmountOff(TEA, 250));

        // The pair takes 300 and so more than 250 off the tea alone; but with two coffees both can be had.
        assertThat(taken(List.of(pair, tea), tea(1, 1, 500), coffee(2, 1, 400))).isEqualTo(300);
        assertThat(taken(List.of(pair, tea), tea(1, 1, 500), coffee(2, 2, 800))).isEqualTo(250 + 200);
    }

    @Test
    void aSetIsNotBoughtAboveItsPriceToKeepPiecesFromAWorseBreak() {
        Promotion bundle = exclusive("SET", new Bundle(List.of(new Bundle.Part(TEA, 3)), 500));
        Promotion breaks = stacking(
                "BREAK",
                1,
                new QuantityBreaks(
                        TEA,
                        List.of(
                                QuantityBreaks.Break.off(Quantity.of(2), Rate.percent("33")),
                                QuantityBreaks.Break.price(Quantity.of(4), 210))));

        assertThat(taken(List.of(bundle, breaks), tea(1, 5, 745))).isZero();
    }

    @Test
    void aSetThatTakesNothingMayKeepPiecesFromABreakThatIsWorse() {
        List<Promotion> promotions = List.of(
                exclusive(
                        "TEAS",
                        new QuantityBreaks(
                                TEA, List.of(Break.off(Quantity.of(1), TEN), Break.price(Quantity.of(3), 609)))),
                exclusive("NOTHING", new BuyGet(TEA, 1, TEA, 1, Rate.percent("0"))),
                stacking(
                        "DRINKS",
                        1,
                        new QuantityBreaks(
                                DRINKS, List.of(Break.off(Quantity.of(1), TEN), Break.price(Quantity.of(3), 1416)))));
        PromotionResult result = apply(promotions, NOON, coffee(1, 1, 149), tea(2, 3, 300), coffee(3, 1, 1000));

        assertThat(reductions(result, "TEAS")).containsExactly(new Reduction(2, 1, 10));
        assertThat(reductions(result, "DRINKS")).containsExactly(new Reduction(1, 1, 15), new Reduction(3, 1, 100));
        assertThat(result.applied()).as("what takes nothing is not told").hasSize(2);
    }

    @Test
    void whatOneRuleTakesOffTheDearPieceLeavesMoreToTheOther() {
        List<Promotion> promotions = List.of(
                exclusive("TEAS", new BuyGet(TEA, 2, ItemSelection.ALL, 1, Rate.percent("5"))),
                stacking("PAIR", 1, new Bundle(List.of(new Bundle.Part(DRINKS, 1), new Bundle.Part(DRINKS, 1)), 332)),
                stacking("REST", 2, new AmountOff(ItemSelection.ofItems("coffee"), 1252)));

        assertThat(taken(promotions, tea(1, 4, 401), coffee(2, 1, 1000)))
                .as("0.05 off a tea, 7.68 off a pair, and the 3.02 that is left of the coffee")
                .isEqualTo(5 + 768 + 302);
    }

    @Test
    void whatHelpedToReachABreakIsToldWithTheRest() {
        Promotion breaks = stacking(
                "BREAKS",
                1,
                new QuantityBreaks(
                        DRINKS, List.of(Break.price(Quantity.of(5), 450), Break.price(Quantity.of(10), 250))));
        PromotionResult result = apply(List.of(breaks), NOON, tea(1, 6, 2400), coffee(2, 4, 800));

        assertThat(reductions(result, "BREAKS")).containsExactly(new Reduction(1, 6, 900), new Reduction(2, 4, 0));
        assertThat(result.applied().get(0).whyNotMore()).isNull();
    }

    @Test
    void aLimitGoesToLinesThatAreOpen() {
        Conditions three = Conditions.NONE.limited(3L, null);
        List<Promotion> promotions = List.of(
                exclusive("TEAS", new AmountOff(TEA, 54)),
                stacking("HALF", 1, new PercentOff(ItemSelection.ofItems("milk"), Rate.percent("50"))),
                Promotion.of("THREE", 2, Combining.STACKING, three, new AmountOff(ItemSelection.ALL, 711)));

        assertThat(taken(promotions, line(1, "milk", "dairy", 3, 301), tea(2, 2, 200), coffee(3, 1, 100)))
                .as("1.08 off teas, 1.51 off milk, then the coffee and two of the milk are free")
                .isEqualTo(108 + 151 + 200);
    }

    @Test
    void aCouponCountsOnceGivenAndOnlyToItsLimit() {
        Promotion coupon = Promotion.of(
                "COUPON",
                1,
                Combining.EXCLUSIVE,
                Conditions.NONE.withCoupon("SAVE1").limited(2L, 5L),
                new AmountOff(TEA, 100));

        PromotionResult without = apply(List.of(coupon), NOON, tea(1, 3, 1500));
        assertThat(without.notApplied()).containsExactly(new NotApplied("COUPON", Reason.COUPON_MISSING, 0));
        Situation given = NOON.withCoupons("SAVE1");
        PromotionResult twice = apply(List.of(coupon), given, tea(1, 3, 1500));
        assertThat(twice.takenMinor()).isEqualTo(200);
        assertThat(twice.applied().get(0).whyNotMore()).isEqualTo(new NotApplied("COUPON", Reason.LIMIT_USED_UP, 0));
        assertThat(apply(List.of(coupon), given.withUsed(Map.of("COUPON", 4L)), tea(1, 3, 1500))
                        .takenMinor())
                .isEqualTo(100);
        assertThat(apply(List.of(coupon), given.withUsed(Map.of("COUPON", 5L)), tea(1, 3, 1500))
                        .notApplied())
                .containsExactly(new NotApplied("COUPON", Reason.LIMIT_USED_UP, 0));
        assertThat(apply(List.of(coupon), given, coffee(1, 1, 500)).notApplied())
                .containsExactly(new NotApplied("COUPON", Reason.NO_ITEM_IN_CART, 0));
    }

    @Test
    void aTenderBoundPromotionWaitsForItsTender() {
        Promotion card = Promotion.of(
                "CARD", 1, Combining.STACKING, Conditions.NONE.paidBy("CARD"), new PercentOff(TEA, Rate.percent("2")));

        assertThat(apply(List.of(card), NOON, tea(1, 1, 1000)).notApplied())
                .containsExactly(new NotApplied("CARD", Reason.NEEDS_OTHER_TENDER, 0));
        assertThat(apply(List.of(card), NOON.withTender("CARD"), tea(1, 1, 1000))
                        .takenMinor())
                .isEqualTo(20);
    }

    @Test
    void aCouponForTheNextSaleIsEarnedByWhatIsPaid() {
        Promotion next = stacking("NEXT", 9, new NextSaleCoupon(ItemSelection.ALL, 2000, "AGAIN"));
        Promotion half = exclusive("HALF", new PercentOff(TEA, Rate.percent("50")));

        assertThat(apply(List.of(next), NOON, tea(1, 1, 2000)).coupons())
                .containsExactly(new PromotionResult.IssuedCoupon("NEXT", "AGAIN"));
        assertThat(apply(List.of(next, half), NOON, tea(1, 1, 2000)).notApplied())
                .containsExactly(new NotApplied("NEXT", Reason.THRESHOLD_NOT_REACHED, 1000));
    }

    @Test
    void whatIsShortOfASetIsSaid() {
        Promotion promotion = exclusive("3FOR2", new CheapestOff(TEA, 3, 1, FREE));

        assertThat(apply(List.of(promotion), NOON, tea(1, 2, 800)).notApplied())
                .containsExactly(new NotApplied("3FOR2", Reason.TOO_FEW_PIECES, 1000));
        assertThat(apply(List.of(promotion), NOON, tea(1, 4, 1600))
                        .applied()
                        .get(0)
                        .whyNotMore())
                .isEqualTo(new NotApplied("3FOR2", Reason.TOO_FEW_PIECES, 2000));
    }

    @Test
    void linesThatAreNotEligibleAreLeftAlone() {
        Promotion promotion = exclusive("TEN", new PercentOff(TEA, Rate.percent("10")));
        PromotionLine byHand = new PromotionLine(1, "tea", "drinks", Quantity.of(1), false, 500, false);
        PromotionLine back = new PromotionLine(2, "tea", "drinks", Quantity.of(-1), false, -500, true);

        PromotionResult result = apply(List.of(promotion), NOON, byHand, back);

        assertThat(result.takenMinor()).isZero();
        assertThat(result.notApplied()).containsExactly(new NotApplied("TEN", Reason.ITEM_NOT_ELIGIBLE, 0));
    }

    @Test
    void aPriceThatIsLowerAlreadyStays() {
        PromotionResult result = apply(List.of(exclusive("FIX", new FixedPrice(TEA, 500))), NOON, tea(1, 1, 450));

        assertThat(result.notApplied()).containsExactly(new NotApplied("FIX", Reason.PRICE_ALREADY_LOWER, 0));
    }

    @Test
    void keptGoodsArePricedAnewForAClawback() {
        PromotionIndex index = PromotionIndex.of(List.of(
                exclusive("FIVE", new QuantityBreaks(TEA, List.of(QuantityBreaks.Break.price(Quantity.of(5), 300))))));
        long paid = 2500
                - PromotionEngine.apply(index, List.of(tea(1, 5, 2500)), NOON).takenMinor();
        long kept = 2000
                - PromotionEngine.apply(index, List.of(tea(1, 4, 2000)), NOON).takenMinor();

        assertThat(paid).isEqualTo(1500);
        assertThat(Math.max(0, paid - kept)).isZero();
        assertThat(PromotionEngine.apply(index, List.of(), NOON).takenMinor()).isZero();
    }

    @Test
    void aHugeCartEndsAndSaysHowFarFromTheBestItMayBe() {
        List<PromotionLine> lines = new ArrayList<>();
        for (int number = 1; number <= 2000; number++) {
            lines.add(line(number, "item-" + number % 40, "drinks", 1 + number % 7, 100L + number * 13L % 900));
        }
        List<Promotion> promotions = List.of(
                exclusive("A", new MixAndMatch(DRINKS, 7, 2000)),
                exclusive("B", new BuyGet(DRINKS, 3, DRINKS, 2, FREE)),
                exclusive("C", new CheapestOff(ItemSelection.ALL, 11, 3, FREE)),
                stacking("D", 1, new MixAndMatch(DRINKS, 5, 1500)),
                stacking("E", 2, new SpendAmount(ItemSelection.ALL, 100_000, 5000)));

        PromotionResult result = PromotionEngine.apply(PromotionIndex.of(promotions), lines, NOON);

        assertThat(result.takenMinor()).isPositive();
        assertThat(result.boundMinor()).isPositive();
    }

    @Test
    void whatDoesNotFitIntoALongThrows() {
        PromotionIndex index = PromotionIndex.of(List.of(exclusive("TEN", new PercentOff(TEA, Rate.percent("10")))));
        long most = Long.MAX_VALUE;

        assertThat(PromotionEngine.apply(index, List.of(tea(1, 3, most)), NOON).takenMinor())
                .isEqualTo(922337203685477581L);
        assertThatThrownBy(() -> PromotionEngine.apply(index, List.of(tea(1, 1, most), tea(2, 1, 1)), NOON))
                .isInstanceOf(ArithmeticException.class);
    }

    private static PromotionResult apply(List<Promotion> promotions, Situation situation, PromotionLine... lines) {
        return PromotionEngine.apply(PromotionIndex.of(promotions), List.of(lines), situation);
    }

    private static long taken(List<Promotion> promotions, PromotionLine... lines) {
        return apply(promotions, NOON, lines).takenMinor();
    }

    private static List<Reduction> reductions(PromotionResult result, String promotionId) {
        return result.applied().stream()
                .filter(applied -> applied.promotion().promotionId().equals(promotionId))
                .flatMap(applied -> applied.reductions().stream())
                .toList();
    }

    private static Promotion exclusive(String id, Effect effect) {
        return Promotion.of(id, 1, Combining.EXCLUSIVE, Conditions.NONE, effect);
    }

    private static Promotion stacking(String id, int priority, Effect effect) {
        return Promotion.of(id, priority, Combining.STACKING, Conditions.NONE, effect);
    }

    private static PromotionLine tea(int number, long pieces, long amountMinor) {
        return line(number, "tea", "drinks", pieces, amountMinor);
    }

    private static PromotionLine coffee(int number, long pieces, long amountMinor) {
        return line(number, "coffee", "drinks", pieces, amountMinor);
    }

    private static PromotionLine line(int number, String item, String department, long pieces, long amountMinor) {
        return new PromotionLine(number, item, department, Quantity.of(pieces), false, amountMinor, true);
    }
}

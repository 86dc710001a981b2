package org.tillwright.register.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestRegister.price;
import static org.tillwright.register.testing.TestRules.withCheckDigit;
import static org.tillwright.register.testing.TestStore.CASHIER;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.MILK_CODE;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.PricingEngine;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.CouponTaken;
import org.tillwright.register.sale.SaleOutcome.NeedsLabel;
import org.tillwright.register.sale.SaleOutcome.NeedsPrice;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Rung;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.sale.PricedSale;
import org.tillwright.wire.sale.SaleCart;
import org.tillwright.wire.sale.SaleMoment;

/** What the pricing rules do by themselves while somebody sells. */
class RulesAtTheTillTest {

    private static final SaleMessage.Card CARD = new SaleMessage.Card("girocard", "1234", "A1", "T1", "77");

    @TempDir
    Path directory;

    private TestRegister register;
    private SaleSession sale;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        register.catalogues.put(TestRules.catalogue());
        sale = register.sale;
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    // ---------------------------------------------------------------- promotions

    @Test
    void aPromotionAppliesWhileItsItemsAreScanned() {
        sale.add("SOAP");
        sale.add("SOAP");
        assertThat(sale.total()).isEqualTo(euro(598));
        sale.add("SOAP");
        assertThat(sale.total()).isEqualTo(euro(598));
        assertThat(sale.savings()).isEqualTo(euro(299));
        assertThat(sale.lines().get(0).discounts()).singleElement().satisfies(off -> {
            assertThat(off.name()).isEqualTo("3 soaps for 2");
            assertThat(off.amount()).isEqualTo(euro(299));
        });
        sale.signedOn(MANAGER, Texts.of("da"));
        assertThat(sale.lines().get(0).discounts().get(0).name()).isEqualTo("3 sæber for 2");
        SaleMessage.Line told = payInCash().lines().get(0);
        assertThat(told.listMinor()).isEqualTo(897);
        assertThat(told.discounts()).containsExactly(new SaleMessage.Discount("PROMOTION", "SOAP3", 299L));
    }

    @Test
    void aCouponCountsOnceItIsScanned() {
        assertThat(said(sale.add("THANKS-7"))).isEqualTo("sale.coupon-before-goods");
        sale.ring(new RingUp("milk", Quantity.of(10), null), MANAGER);
        assertThat(sale.add("THANKS-7")).isInstanceOfSatisfying(CouponTaken.class, taken -> {
            assertThat(taken.code()).isEqualTo("THANKS-7");
            assertThat(taken.gained()).singleElement().satisfies(off -> assertThat(off.amount())
                    .isEqualTo(euro(200)));
        });
        assertThat(sale.total()).isEqualTo(euro(1090));
        assertThat(said(sale.add("THANKS-7"))).isEqualTo("sale.coupon-again");
        assertThat(payInCash().context().couponCodes()).containsExactly("THANKS-7");
    }

    @Test
    void aCouponThatTakesNothingOffYetSaysSo() {
        sale.add(MILK_CODE);
        assertThat(sale.add("THANKS-7")).isEqualTo(new CouponTaken("THANKS-7", List.of()));
        assertThat(sale.ring(new RingUp("milk", Quantity.of(9), null), MANAGER))
                .isInstanceOfSatisfying(Rung.class, rung -> assertThat(rung.gained())
                        .extracting(SaleLine.TakenOff::amount)
                        .containsExactly(euro(200)));
    }

    @Test
    void aScanSaysWhichPromotionItBroughtAbout() {
        sale.add("SOAP");
        assertThat(sale.add("SOAP")).isEqualTo(new Rung(1));
        assertThat(sale.add("SOAP")).isInstanceOfSatisfying(Rung.class, rung -> assertThat(rung.gained())
                .containsExactly(new SaleLine.TakenOff(Discount.Source.PROMOTION, "3 soaps for 2", euro(299))));
        assertThat(sale.add("SOAP")).isEqualTo(new Rung(1));
    }

    @Test
    void aCouponForTheNextSaleIsToldWithThisOne() {
        sale.ring(new RingUp("milk", Quantity.of(40), null), MANAGER);
        assertThat(payInCash().coupons()).containsExactly(new SaleMessage.IssuedCoupon("BIG", "NEXT-500", 1L));
    }

    @Test
    void aPromotionForOneWayOfPayingCountsForThatWayOnly() {
        sale.ring(new RingUp("milk", Quantity.of(10), null), MANAGER);
        assertThat(sale.due()).isEqualTo(euro(1290));
        assertThat(sale.cashDue()).isEqualTo(euro(1290));
        assertThat(sale.cardDue()).isEqualTo(euro(1161));
        sale.payCard(euro(1161), CARD);
        assertThat(sale.canFinish()).isTrue();
        sale.removePayment(0);
        assertThat(sale.due()).isEqualTo(euro(1290));
        sale.payCard(euro(161), CARD);
        assertThat(sale.due()).isEqualTo(euro(1000)); // by card; together with cash the promotion is gone
        assertThat(sale.cashDue()).isEqualTo(euro(1130));
        sale.payCash(euro(1130));
        assertThat(sale.finish()).isInstanceOf(SaleOutcome.Finished.class);
    }

    // ---------------------------------------------------------------- deposits

    @Test
    void aDepositFollowsItsItemAndLeavesWithIt() {
        sale.add("COLA");
        sale.add(MILK_CODE);
        assertThat(sale.lines()).extracting(SaleLine::itemId).containsExactly("cola", "bottle", "milk");
        sale.changeQuantity(1, Quantity.of(6));
        assertThat(sale.lines().get(1).quantity()).isEqualTo(Quantity.of(6));
        assertThat(sale.total()).isEqualTo(euro(6 * 99 + 6 * 25 + 129));
        assertThat(said(sale.changeQuantity(2, Quantity.ONE))).isEqualTo("sale.follows");
        assertThat(said(sale.overridePrice(2, price(1), "GOODWILL", MANAGER))).isEqualTo("sale.follows");
        assertThat(said(sale.voidLine(2))).isEqualTo("sale.follows");
        sale.voidLine(1);
        assertThat(sale.lines()).extracting(SaleLine::itemId).containsExactly("milk");
    }

    @Test
    void theSameBottleAgainMakesItsLineOneMoreThoughItsDepositCameBetween() {
        sale.add("COLA");
        assertThat(sale.add("COLA")).isEqualTo(new Rung(1));
        assertThat(sale.lines()).extracting(SaleLine::quantity).containsExactly(Quantity.of(2), Quantity.of(2));
        SaleMessage told = payInCash();
        assertThat(told.lines()).extracting(SaleMessage.Line::number).containsExactly(1L, 2L);
        assertThat(told.lines().get(1).follows()).isEqualTo(1);
    }

    @Test
    void aReturnedBottleBringsItsDepositBack() {
        sale.returnCode("COLA", MANAGER);
        assertThat(sale.due()).isEqualTo(euro(-124));
    }

    // ---------------------------------------------------------------- labels and codes

    @Test
    void aLineComesToExactlyWhatItsLabelSays() {
        sale.add(withCheckDigit("211234500456"));
        SaleLine line = sale.lines().get(0);
        assertThat(line.amount()).isEqualTo(euro(456));
        assertThat(line.quantity()).isEqualTo(new Quantity(353)); // 4.56 / 12.90 is 0.35348
        sale.add(withCheckDigit("211234500456"));
        assertThat(sale.lines()).hasSize(2);
        assertThat(said(sale.changeQuantity(1, Quantity.ONE))).isEqualTo("sale.label-fixed");
        assertThat(said(sale.overridePrice(1, price(1), "GOODWILL", MANAGER))).isEqualTo("sale.label-fixed");
        SaleMessage.Line told = payInCash().lines().get(0);
        assertThat(told.labelMinor()).isEqualTo(456);
        assertThat(told.quantityMilli()).isEqualTo(353);
    }

    @Test
    void labelledGoodsComeBackAtWhatTheirLabelSays() {
        sale.returnCode(withCheckDigit("211234500456"), MANAGER);
        assertThat(sale.lines().get(0).quantity()).isEqualTo(new Quantity(-353));
        assertThat(sale.due()).isEqualTo(euro(-456));
        sale.returnCode(withCheckDigit("231234500485"), MANAGER);
        assertThat(sale.due()).isEqualTo(euro(-456 - 626));
        SaleMessage.Line told = payInCash().lines().get(0);
        assertThat(told.labelMinor()).isEqualTo(-456);
        assertThat(told.quantityMilli()).isEqualTo(-353);
    }

    @Test
    void aDiscountOnALabelIsToldAndTakesNothingOff() {
        sale.add(MILK_CODE);
        assertThat(said(sale.add("]C1" + "255" + withCheckDigit("950600013435") + "394025")))
                .startsWith("sale.label");
        assertThat(sale.total()).isEqualTo(euro(129));
    }

    @Test
    void aLabelOfAWeightIsPricedByIt() {
        sale.add(withCheckDigit("231234500485"));
        assertThat(sale.lines().get(0).quantity()).isEqualTo(new Quantity(485));
        assertThat(sale.total()).isEqualTo(euro(626));
    }

    @Test
    void aLabelOfZerosAsksForWhatItLeavesOpen() {
        assertThat(sale.add(TestRules.HAM_BY_WEIGHT)).isInstanceOf(NeedsQuantity.class);
        assertThat(sale.add(TestRules.HAM_BY_PRICE)).isInstanceOf(NeedsLabel.class);
        sale.ring(new RingUp("ham", Quantity.ONE, null, euro(789)), CASHIER);
        assertThat(sale.lines().get(0).amount()).isEqualTo(euro(789));
        assertThat(sale.lines().get(0).quantity()).isEqualTo(new Quantity(612));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]C101%s3103000485",
                "(01)%s(3103)000485",
                "https://id.gs1.org/01/%s?3103=000485",
                "]e001%s392210\u001d3103000485"
            })
    void aGs1LabelFindsTheItemByItsNumber(String form) {
        String gtin = "0" + TestRules.CHEESE_GTIN;
        assertThat(sale.add(form.replace("%s", gtin).replace("392210\u001d", "")))
                .isEqualTo(new Rung(1));
        assertThat(sale.lines().get(0).itemId()).isEqualTo("brie");
        assertThat(sale.lines().get(0).quantity()).isEqualTo(new Quantity(485));
        assertThat(sale.total()).isEqualTo(euro(970));
    }

    @Test
    void aGs1LabelsPriceIsTheLines() {
        sale.add("]C1010" + TestRules.CHEESE_GTIN + "3103000485" + "3922777");
        assertThat(sale.total()).isEqualTo(euro(777));
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentence() {
        assertThat(said(sale.add("2112345004561"))).isEqualTo("sale.wrong-check-digit");
        assertThat(said(sale.add("]C101" + "0" + TestRules.CHEESE_GTIN + "3103A")))
                .isEqualTo("sale.label-unsound");
        assertThat(said(sale.add("]C100095060001343521" + withCheckDigit("0")))).startsWith("sale.label");
        assertThat(sale.isEmpty()).isTrue();
    }

    @Test
    void anOpenPriceIsAskedForAndNeedsNoApproval() {
        sale.signedOn(CASHIER, Texts.of("en"));
        assertThat(sale.add("FLOWERS")).isInstanceOf(NeedsPrice.class);
        sale.ring(new RingUp("flowers", Quantity.ONE, new RingUp.HandPrice(price(750), "NO_PRICE")), CASHIER);
        assertThat(sale.total()).isEqualTo(euro(750));
        assertThat(payInCash().lines().get(0).override().reason()).isEqualTo("OPEN_PRICE");
    }

    // ---------------------------------------------------------------- cash rounding

    @Test
    void cashIsRoundedToTheSmallestCoin() {
        sale.add("SOAP"); // 2.99
        sale.add(MILK_CODE); // 1.29
        assertThat(sale.cashDue()).isEqualTo(euro(430));
        sale.payCash(euro(430));
        SaleMessage told = finished();
        assertThat(told.cashRoundingMinor()).isEqualTo(2);
        assertThat(told.totalMinor()).isEqualTo(428);
    }

    @Test
    void changeIsRoundedToo() {
        sale.add("SOAP");
        sale.add(MILK_CODE);
        sale.payCash(euro(1000));
        SaleMessage told = finished();
        assertThat(register.sale.last().orElseThrow().change()).isEqualTo(euro(570)); // 5.72
        assertThat(told.cashRoundingMinor()).isEqualTo(2);
    }

    @Test
    void aCardPaysExactlyAndOnlyTheCashOfASplitTenderIsRounded() {
        sale.add("SOAP");
        sale.payCard(euro(299), CARD);
        assertThat(finished().cashRoundingMinor()).isNull();
        sale.add("SOAP");
        sale.payCard(euro(150), CARD);
        assertThat(sale.due()).isEqualTo(euro(149));
        assertThat(sale.cashDue()).isEqualTo(euro(150));
        sale.payCash(sale.cashDue());
        assertThat(finished().cashRoundingMinor()).isEqualTo(1);
        sale.add("SOAP");
        sale.payCash(euro(100));
        sale.payCard(euro(199), CARD);
        assertThat(finished().cashRoundingMinor()).isNull();
    }

    @Test
    void aRestThatNoCoinPaysIsWaived() {
        sale.add("SOAP");
        sale.payCard(euro(298), CARD);
        assertThat(sale.canFinish()).isFalse();
        assertThat(sale.cashDue()).isEqualTo(euro(0));
        sale.payCash(euro(0));
        assertThat(finished().cashRoundingMinor()).isEqualTo(-1);
    }

    @Test
    void aRefundIsRoundedAsItsSale() {
        sale.returnCode(MILK_CODE, MANAGER);
        assertThat(sale.cashDue()).isEqualTo(euro(-130));
        assertThat(said(sale.payCash(euro(-131)))).isEqualTo("sale.refund-too-much");
        sale.payCash(euro(-130));
        assertThat(finished().cashRoundingMinor()).isEqualTo(-1);
    }

    // ---------------------------------------------------------------- taxes and drafts

    @Test
    void severalTaxesOnALineAreToldOneByOne() {
        sale.add("COFFEE");
        SaleMessage told = payInCash();
        assertThat(told.taxes()).extracting(SaleMessage.TaxSum::taxId).containsExactly("CUP", "VAT");
        assertThat(told.totalMinor()).isEqualTo(200);
    }

    @Test
    void aCrashLosesNeitherLabelsNorCouponsNorDeposits() throws Exception {
        sale.ring(new RingUp("milk", Quantity.of(10), null), MANAGER);
        sale.add("COLA");
        sale.add(withCheckDigit("211234500456"));
        sale.add("THANKS-7");
        List<SaleLine> lines = sale.lines();
        Money total = sale.total();
        register.close();
        register = new TestRegister(directory);
        register.catalogues.put(TestRules.catalogue());
        assertThat(register.sale.recover()).isTrue();
        assertThat(register.sale.lines()).isEqualTo(lines);
        assertThat(register.sale.total()).isEqualTo(total);
    }

    private static String said(SaleOutcome outcome) {
        return ((Said) outcome).notice().key();
    }

    private SaleMessage payInCash() {
        sale.payCash(sale.cashDue());
        return finished();
    }

    private SaleMessage finished() {
        assertThat(sale.finish()).isInstanceOf(SaleOutcome.Finished.class);
        SaleMessage told = sale.last().orElseThrow().sale();
        assertThat(told.faults()).isEmpty();
        requireTheServerAgrees(told);
        return told;
    }

    /** What is told is what the server works out anew of the message, the same rules and the same moment. */
    private static void requireTheServerAgrees(SaleMessage told) {
        Catalogue catalogue = TestRules.catalogue();
        LocalDateTime at = SaleMoment.of(told.begunAt(), catalogue.store().timeZone());
        Cart cart = SaleCart.of(told, at, Map.of());
        Map<Integer, String> names = new HashMap<>();
        told.lines().forEach(line -> names.put(Math.toIntExact(line.number()), line.description()));
        try {
            PricedCart priced = PricingEngine.price(cart, catalogue.priceBook(at.toLocalDate()));
            PricedSale own = PricedSale.of(cart, priced, line -> names.getOrDefault(line.number(), ""), Map.of());
            assertThat(own.lines()).isEqualTo(told.lines());
            assertThat(own.taxLines()).isEqualTo(told.taxLines());
            assertThat(own.taxes()).isEqualTo(told.taxes());
            assertThat(own.context()).isEqualTo(told.context());
            assertThat(own.coupons()).isEqualTo(told.coupons());
            assertThat(priced.total().minor()).isEqualTo(told.totalMinor());
        } catch (PricingEngine.UnpricedItemException e) {
            throw new AssertionError(e);
        }
    }
}

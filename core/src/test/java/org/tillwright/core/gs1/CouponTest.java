package org.tillwright.core.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponTest {

    /** Company 0614141, offer 654321, 2.50 off one piece of family 120. */
    private static final String SIMPLE = "1061414165432132501101203140131";

    @Test
    void aNorthAmericanCouponSaysWhatMustBeBought() {
        Coupon coupon = read("8110", SIMPLE);

        assertThat(coupon.kind()).isEqualTo(Coupon.Kind.NORTH_AMERICAN);
        assertThat(coupon.issuer()).isEqualTo("0614141");
        assertThat(coupon.offer()).isEqualTo("654321");
        assertThat(coupon.savingHundredths()).isEqualTo(250);
        assertThat(coupon.purchases()).containsExactly(new Coupon.Purchase("1", '0', "120", "0614141"));
        assertThat(coupon.lastDay()).isEqualTo("140131");
        assertThat(coupon.firstDay()).isNull();
        assertThat(coupon.mayBeMultiplied()).isTrue();
    }

    @Test
    void aLaterPurchaseMayBeOfTheSameCompany() {
        Coupon coupon = read("8110", "106141411234562751106501013085093140131");

        assertThat(coupon.savingHundredths()).isEqualTo(75);
        assertThat(coupon.purchases())
                .containsExactly(
                        new Coupon.Purchase("1", '0', "650", "0614141"),
                        new Coupon.Purchase("3", '0', "850", "0614141"));
    }

    @Test
    void aSavingThatIsNoAmountIsNotTakenForOne() {
        Coupon free = read("8110", "106141410012471011076011110850921108609310123191000");

        assertThat(free.savingCode()).isEqualTo('1');
        assertThat(free.savingHundredths()).isNull();
    }

    @ParameterizedTest(name = "from {1} to {0}: {2}")
    @CsvSource({
        "281231, 280101, true",
        "280101, 280101, true",
        "280101, 280102, false",
        "270101, 281231, false",
        "000131, 991201, true",
        "991201, 000131, false"
    })
    void aCouponEndsAfterItBegins(String lastDay, String firstDay, boolean isRight) {
        String code = "0123456123456111101233" + lastDay + "4" + firstDay;

        assertThat(Gs1.check("couponcode", code)).isEqualTo(isRight ? null : Gs1Problem.COUPON_EXPIRATION_BEFORE_START);
    }

    @Test
    void everyCutOffCouponIsRefusedAndNoneThrows() {
        String whole = "1061414102222231001102221111012310234567211045610456789325123142501015012345661234567891201";
        for (int length = 0; length <= whole.length(); length++) {
            Gs1.check("couponcode", whole.substring(0, length));
            Gs1.check("couponposoffer", whole.substring(0, length));
        }
        assertThat(Gs1.check("couponcode", "")).isEqualTo(Gs1Problem.COUPON_MISSING_GCP_VLI);
        assertThat(Gs1.check("couponcode", SIMPLE + "0")).isEqualTo(Gs1Problem.COUPON_EXCESS_DATA);
    }

    @Test
    void aPositiveOfferIsANumberInAFile() {
        Coupon coupon = read("8112", "001234561234560123456");

        assertThat(coupon.kind()).isEqualTo(Coupon.Kind.POSITIVE_OFFER);
        assertThat(coupon.issuer()).isEqualTo("123456");
        assertThat(coupon.offer()).isEqualTo("123456");
        assertThat(coupon.serial()).isEqualTo("123456");
        assertThat(coupon.savingHundredths()).isNull();
    }

    @Test
    void aGlobalCouponNumberHasACheckDigitAndMaybeASerial() {
        Coupon coupon = read("255", "95066666666623456");

        assertThat(coupon.kind()).isEqualTo(Coupon.Kind.GLOBAL_COUPON_NUMBER);
        assertThat(coupon.issuer()).isEqualTo("950666666666");
        assertThat(coupon.serial()).isEqualTo("3456");
        assertThat(Gs1.of(List.of(new Element("255", "9506666666668")), Gs1Rules.LENIENT))
                .isEqualTo(new Gs1Fault(Gs1Problem.INCORRECT_CHECK_DIGIT, "255"));
    }

    @ParameterizedTest(name = "{0} saves {1} or {2}")
    @CsvSource({
        "(3902)0150, 150,",
        "(3900)3, 300,",
        "(3903)1500, 150,",
        "(3903)1505, ,",
        "(3940)0015, , 150000",
        "(3941)0125, , 125000",
        "(8111)0200, ,"
    })
    void whatAGlobalCouponSavesStandsBesideIt(String beside, Long hundredths, Long ppm) {
        ElementString label = Gs1Test.sound(Gs1.parseBracketed("(255)9506666666662" + beside, Gs1Rules.COMPLETE));
        Coupon coupon = Gs1.coupon(label);

        assertThat(coupon).isNotNull();
        assertThat(coupon.savingHundredths()).isEqualTo(hundredths);
        assertThat(coupon.ratePpm()).isEqualTo(ppm);
    }

    private static Coupon read(String ai, String value) {
        Coupon coupon = Gs1.coupon(Gs1Test.sound(Gs1.of(List.of(new Element(ai, value)), Gs1Rules.LENIENT)));
        assertThat(coupon).isNotNull();
        return java.util.Objects.requireNonNull(coupon);
    }
}

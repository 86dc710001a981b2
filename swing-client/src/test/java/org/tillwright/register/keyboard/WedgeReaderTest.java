package org.tillwright.register.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.keyboard.WedgeReader.Reading;
import org.tillwright.register.keyboard.WedgeReader.Reading.Kind;

class WedgeReaderTest {

    private final WedgeReader reader = new WedgeReader(List.of("9106", "200000000004", "333931")::contains);
    private long now = 10_000;

    @Test
    void aBurstThatEndsInEnterIsAScan() {
        type("4006381333931", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "4006381333931"));
        assertThat(reader.isHolding()).isFalse();
    }

    @Test
    void whatAPersonTypesIsGivenBack() {
        reader.typed('4', now);
        now += 180;
        assertThat(reader.isOver(now)).isTrue();
        assertThat(reader.end().kind()).isEqualTo(Kind.TYPING);
    }

    @Test
    void aFewSignsAndEnterAreTyping() {
        type("123", 20);
        assertThat(enter().kind()).isEqualTo(Kind.TYPING);
    }

    @Test
    void aCodeTornByABusyMachineIsNeverAcceptedEvenIfItLooksValid() {
        // 0012345678905 whose first figure came long before the rest: 012345678905 has a valid check digit too.
        reader.typed('0', now);
        now += 60;
        assertThat(reader.isOver(now)).isTrue();
        assertThat(reader.end().kind()).isEqualTo(Kind.TYPING);
        type("012345678905", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.BROKEN, "012345678905"));
    }

    @Test
    void aPauseInsideAScanUpToTheLimitDoesNotTearIt() {
        type("400638", 3);
        now += 90;
        assertThat(reader.isOver(now)).isFalse();
        type("1333931", 3);
        assertThat(enter().kind()).isEqualTo(Kind.SCAN);
    }

    @Test
    void aWrongCheckDigitAndAShortenedNumberAreRefused() {
        type("4006381333932", 3);
        assertThat(enter().kind()).isEqualTo(Kind.BROKEN);
        now += 1_000;
        type("40063813339", 3);
        assertThat(enter().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aScanWithoutItsEnterIsBroken() {
        type("4006381333931", 3);
        now += 200;
        assertThat(reader.isOver(now)).isTrue();
        assertThat(reader.end().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void anInStoreCodeOfLettersIsTakenAndWhatTheScannerSaysOfASymbolToo() {
        type("SHELF-A17", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "SHELF-A17"));
        now += 1_000;
        type("]E04006381333931", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "]E04006381333931"));
    }

    @Test
    void aGs1LabelOfFiguresIsAScan() {
        type("]C101040063813339313103000485", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "]C101040063813339313103000485"));
        now += 1_000;
        type("01040063813339313103000485", 3);
        assertThat(enter().kind()).isEqualTo(Kind.SCAN);
        now += 1_000;
        type("01040063813339323103000485", 3);
        assertThat(enter().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void figuresOnlyAreAScanWhenAnItemHasExactlyThisCode() {
        type("9106", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "9106"));
        now += 1_000;
        type("200000000004", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "200000000004"));
        now += 1_000;
        type("200000000012", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.BROKEN, "200000000012"));
    }

    @Test
    void theSameFiguresByHandAreTyping() {
        type("9106", 120);
        assertThat(enter().kind()).isEqualTo(Kind.TYPING);
    }

    @Test
    void theRestOfABrokenScanIsNeverAcceptedEvenIfAnItemHasThatCode() {
        type("4006381", 3);
        now += 150;
        assertThat(reader.isOver(now)).isTrue();
        assertThat(reader.end().kind()).isEqualTo(Kind.BROKEN);
        type("333931", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.BROKEN, "333931"));
        type("9106", 3);
        assertThat(enter()).isEqualTo(new Reading(Kind.BROKEN, "9106"));
        assertThat(reader.isRightBehindBroken(now)).isTrue();
    }

    @Test
    void aFastTypistLosesNothing() {
        reader.typed('m', now);
        now += 25;
        reader.typed('i', now);
        for (char sign : "lk 1 litre".toCharArray()) {
            now += 60;
            assertThat(reader.isOver(now)).isFalse();
            reader.typed(sign, now);
        }
        assertThat(reader.end().kind()).isEqualTo(Kind.TYPING);
    }

    @Test
    void aBadgeIsOneBeforeItIsGoodsAndOnlyWhereItCameWholeAndFast() {
        WedgeReader reads = new WedgeReader(code -> true, "0006543210"::equals, text -> true);
        type(reads, "0006543210", 3);
        assertThat(reads.enter(now)).isEqualTo(new Reading(Kind.BADGE, "0006543210"));
        type(reads, "0006543210", 120);
        assertThat(reads.enter(now).kind()).isEqualTo(Kind.TYPING);
        now += 50;
        type(reads, "0006543210", 3);
        assertThat(reads.enter(now)).as("right behind typing").isEqualTo(new Reading(Kind.BROKEN, "0006543210"));
    }

    @Test
    void whatNobodyWantsIsTypingAndBreaksNothingBehindIt() {
        WedgeReader reads = new WedgeReader(code -> true, "0006543210"::equals, text -> false);
        type(reads, "4006381333931", 3);
        assertThat(reads.enter(now).kind()).isEqualTo(Kind.TYPING);
        type(reads, "271828", 3);
        assertThat(reads.end().kind()).isEqualTo(Kind.TYPING);
        assertThat(reads.isRightBehindBroken(now)).isFalse();
        now += 1_000;
        type(reads, "0006543210", 3);
        assertThat(reads.enter(now).kind()).isEqualTo(Kind.BADGE);
    }

    private void type(String text, int gap) {
        type(reader, text, gap);
    }

    private void type(WedgeReader to, String text, int gap) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            to.typed(sign, now);
            now += gap;
        }
    }

    private Reading enter() {
        return reader.enter(now);
    }

    @Test
    void twoScansInThirtyMillisecondsAreTwoScans() {
        type("4006381333931", 1);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "4006381333931"));
        now += 2;
        type("4012345678901", 1);
        assertThat(enter()).isEqualTo(new Reading(Kind.SCAN, "4012345678901"));
        assertThat(now).isLessThanOrEqualTo(10_030);
    }
}

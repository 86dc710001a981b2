package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.testing.TestCafe;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;

/** What is asked of goods, how they are wanted, and where they are eaten. */
class GoodsAtTheTillTest extends CafeTill {

    // ---- choices

    @Test
    void whatMustBeChosenIsAskedBeforeTheLineIsIn() {
        model.scanned("LATTE");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(choices().title()).isEqualTo("Choices for Latte");
        assertThat(choices().detail()).isEqualTo("Milk: choose 1 more.");
        pick("Oat");
        assertThat(choices().marked()).as("Enter goes on").isEqualTo("ready");
        pick("Shot");
        assertThat(choices().marked()).as("Enter takes another one").isEmpty();
        pick("Ready");
        assertThat(below(0)).containsExactly("+ Oat", "+ Shot");
        assertThat(state.cart().total()).isEqualTo("4.30");
        model.scanned("LATTE");
        assertThat(choices()).as("the next one may be wanted otherwise").isNotNull();
        model.cancelled();
        assertThat(state.cart().rows()).as("Escape sells nothing").hasSize(1);
    }

    @Test
    void aFullGroupTakesAnotherInItsPlaceAndNeverTooMany() {
        model.scanned("LATTE");
        pick("Oat");
        pick("Cow");
        pick("Shot");
        pick("Shot");
        pick("Syrup");
        assertThat(choices().rows()).extracting(Choices.Row::title).contains("✓ Cow", "✓ Shot", "✓ Syrup", "Oat");
        pick("Syrup");
        pick("Ready");
        assertThat(below(0)).containsExactly("+ Cow", "+ Shot");
    }

    @Test
    void choicesAreChangedLaterByTheirKey() {
        latte();
        model.function(FunctionId.MODIFIERS.name(), "");
        assertThat(choices().rows()).extracting(Choices.Row::title).contains("✓ Cow");
        pick("Oat");
        pick("Ready");
        assertThat(state.cart().total()).isEqualTo("3.50");
        model.scanned(TestStore.MILK_CODE);
        model.function(FunctionId.MODIFIERS.name(), "");
        assertThat(state.notice().text()).isEqualTo("Milk 1 l has no choices.");
    }

    @Test
    void typingNarrowsTheChoicesAndSaysSoWhenNothingFits() {
        model.scanned("LATTE");
        model.typing("oa");
        assertThat(choices().rows()).extracting(Choices.Row::title).containsExactly("Oat");
        model.typing("xyz");
        assertThat(choices().rows()).isEmpty();
        assertThat(choices().nothing()).isNotBlank();
    }

    // ---- ages and warnings

    @Test
    void anAgeIsAskedOnceASaleWithTheDateAndItIsWrittenDownWhoSaidYes() throws Exception {
        model.scanned("WINE");
        assertThat(state.question().text()).isEqualTo("Customer born on or before 02/03/2010?");
        assertThat(register.sale.isEmpty()).isTrue();
        model.answered("sell");
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("2");
        model.scanned("GIN");
        assertThat(state.question().text()).as("a higher age").contains("2008");
        model.answered("sell");
        assertThat(state.cart().rows()).hasSize(2);
        assertThat(register.events()).containsExactly("AGE_CONFIRMED", "AGE_CONFIRMED");
        payAndBeginAnew();
        model.scanned("WINE");
        assertThat(state.question()).as("the next customer").isNotNull();
    }

    @Test
    void anAgeThatWasConfirmedCountsForALowerOneToo() {
        model.scanned("GIN");
        model.answered("sell");
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows()).hasSize(2);
    }

    @Test
    void whoIsTooYoungGetsNothingAndThatIsWrittenDown() throws Exception {
        model.scanned("WINE");
        model.answered("leave");
        assertThat(register.sale.isEmpty()).isTrue();
        assertThat(state.notice()).isEqualTo(Announcement.information("Wine was not added."));
        assertThat(register.events()).containsExactly("AGE_REFUSED");
    }

    @Test
    void aWarningNeedsOneKeyAndIsShownOnceASale() {
        model.scanned("NUTS");
        assertThat(state.question().text()).isEqualTo("Contains peanuts.");
        model.answered("sell");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("NUTS");
        assertThat(state.question()).isNull();
        assertThat(state.cart().rows()).hasSize(3);
    }

    @Test
    void goodsThatComeBackAskForNoAge() {
        model.returnGoods();
        model.scanned("WINE");
        assertThat(state.question()).isNull();
        assertThat(state.cart().total()).isEqualTo("−9.00");
    }

    // ---- instruction

    @Test
    void anInstructionStandsUnderItsLineAndInTheRecord() {
        latte();
        model.function(FunctionId.INSTRUCTION.name(), "");
        assertThat(choices().rows()).extracting(Choices.Row::title).containsExactly("no sugar");
        model.typing("extra hot");
        pick("extra hot");
        assertThat(below(0)).containsExactly("+ Cow", "» extra hot");
        SaleMessage sold = payAndBeginAnew();
        assertThat(sold.lines().get(0).particulars()).isEqualTo(new LineParticulars("extra hot", null, null));
    }

    @Test
    void aQuickWordIsOneKeyAndAnInstructionIsTakenOffAgain() {
        latte();
        model.function(FunctionId.INSTRUCTION.name(), "");
        pick("no sugar");
        assertThat(below(0)).contains("» no sugar");
        model.function(FunctionId.INSTRUCTION.name(), "");
        pick("Take the instruction off");
        assertThat(below(0)).containsExactly("+ Cow");
        model.function(FunctionId.INSTRUCTION.name(), "x".repeat(200));
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        assertThat(below(0)).containsExactly("+ Cow");
    }

    // ---- here or to go

    @Test
    void toGoChangesTheTaxOfTheWholeSaleAndOfWhatComesYet() throws Exception {
        model.scanned("BAGEL");
        assertThat(tax()).isEqualTo(64); // 19 % in 4.00
        serve("sale TAKE_AWAY");
        assertThat(tax()).isEqualTo(26); // 7 % in 4.00
        assertThat(below(0)).containsExactly("To go");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("BAGEL");
        assertThat(below(2)).containsExactly("To go");
    }

    @Test
    void oneLineIsServedOtherwiseThanTheSale() throws Exception {
        model.scanned("BAGEL");
        model.scanned(TestStore.MILK_CODE);
        model.scanned("BAGEL");
        serve("line TAKE_AWAY");
        assertThat(below(0)).isEmpty();
        assertThat(below(2)).containsExactly("To go");
        assertThat(tax()).isEqualTo(64 + 8 + 26);
    }

    @Test
    void aShopThatEatsHereMarksOnlyWhatGoesOut() {
        register.catalogues.put(TestCafe.catalogue("EAT_IN", null));
        serve("sale TAKE_AWAY");
        model.scanned("BAGEL");
        assertThat(below(0)).containsExactly("To go");
        serve("sale EAT_IN");
        assertThat(below(0)).isEmpty();
        assertThat(register.sale.cart().lines().get(0).serviceMode()).isNotNull();
    }
}

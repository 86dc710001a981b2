package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;

class SellingModelTest {

    @TempDir
    Path directory;

    private final List<String> ways = new ArrayList<>();
    private final Functions functions = new Functions();
    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = TestRegister.open(directory);
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Ways(), functions, next -> state = next);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void aKnownCodeIsRungUpAndTheCashKeySaysHowMuch() {
        model.entered(TestStore.MILK_CODE);
        assertThat(state.cart().rows()).extracting(CartRow::description).containsExactly("Milk 1 l");
        assertThat(state.cart().total()).isEqualTo("1.29");
        assertThat(state.cashLabel()).isEqualTo("Cash 1.29");
        assertThat(state.canPay()).isTrue();
        assertThat(state.notice()).isEqualTo(Announcement.done("1 Milk 1 l: 1.29"));
    }

    @Test
    void anUnknownCodeAndAMisreadOneLeaveTheSaleAloneAndSaySo() {
        model.entered(TestStore.MILK_CODE);
        model.entered("4012345678901");
        assertThat(state.notice().text()).contains("4012345678901");
        model.scanned("4006381333932");
        assertThat(state.notice().text()).contains("misread");
        assertThat(state.cart().rows()).hasSize(1);
    }

    @Test
    void aWeighedItemAsksForItsWeightInPlace() {
        model.scanned("2100");
        Prompt prompt = state.prompt();
        assertThat(prompt).isNotNull();
        assertThat(prompt.title()).contains("Cheese");
        assertThat(state.canPay()).isFalse();
        model.entered("0.485");
        assertThat(state.prompt()).isNull();
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("0.485 kg");
        assertThat(state.cart().total()).isEqualTo("6.26");
    }

    @Test
    void whatAPromotionTookOffStandsBelowItsLineAndIsSaidAsSavings() {
        register.catalogues.put(TestRules.catalogue());
        model.entered("SOAP");
        model.quantity("3");
        assertThat(state.cart().rows().get(0).below()).containsExactly(new CartRow.Below("3 soaps for 2", "−2.99"));
        assertThat(state.cart().rows().get(0).amount()).isEqualTo("8.97"); // rows and what is taken off add up
        assertThat(state.cart().total()).isEqualTo("5.98");
        assertThat(state.notice()).isEqualTo(Announcement.done("3 Soap: 8.97 · 3 soaps for 2: −2.99"));
        assertThat(state.cart().note()).isEqualTo("Saved 2.99 · in cash 6.00");
        assertThat(state.cashLabel()).isEqualTo("Cash 6.00");
        model.speak(Texts.of("da"));
        register.sale.signedOn(TestStore.MANAGER, Texts.of("da"));
        model.show();
        assertThat(state.cart().rows().get(0).below().get(0).text()).isEqualTo("3 sæber for 2");
    }

    @Test
    void aCouponSaysWhatItTakesOffOrThatItTakesNothingYet() {
        register.catalogues.put(TestRules.catalogue());
        model.entered(TestStore.MILK_CODE);
        model.scanned("THANKS-7");
        assertThat(state.notice().text())
                .isEqualTo("Coupon THANKS-7 is kept for this sale, but takes nothing off yet.");
        model.quantity("10");
        assertThat(state.notice().text()).endsWith(" · 2.00 off from 10.00: −2.00");
    }

    @Test
    void aLabelOfZerosAsksWhatItSays() {
        register.catalogues.put(TestRules.catalogue());
        model.scanned(TestRules.HAM_BY_PRICE);
        assertThat(state.prompt().title()).isEqualTo("What does the label on Ham say?");
        model.entered("7.89");
        assertThat(state.cart().total()).isEqualTo("7.89");
        assertThat(state.cart().rows().get(0).detail()).isEqualTo("As labelled, 12.90 per kg");
    }

    @Test
    void keysActOnTheGoodsAndNotOnTheirDeposit() {
        register.catalogues.put(TestRules.catalogue());
        model.entered(TestStore.MILK_CODE);
        model.entered("COLA");
        model.voidLine();
        model.entered("COLA");
        model.lineChosen(99);
        model.quantity("2");
        assertThat(state.cart().rows())
                .extracting(CartRow::description, CartRow::quantity)
                .containsExactly(tuple("Milk 1 l", "1"), tuple("Cola", "2"), tuple("Bottle deposit", "2"));
        assertThat(state.cart().rows().get(2).detail()).isEqualTo("Deposit, 0.25 each");
        model.entered("THANKS-7");
        assertThat(state.notice().text()).contains("THANKS-7");
    }

    @Test
    void anItemWithoutAPriceAsksForOne() {
        model.entered("GIFT");
        assertThat(state.prompt().title()).contains("Gift wrap");
        model.entered("x");
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        model.entered("2.5");
        assertThat(state.cart().total()).isEqualTo("2.50");
        assertThat(state.cart().rows().get(0).detail()).isEqualTo("2.50 each, price keyed");
    }

    @Test
    void aNumberBeforeTheQuantityKeyCountsForTheChosenLine() {
        model.entered(TestStore.MILK_CODE);
        model.entered("SOAP");
        model.lineChosen(1);
        model.quantity("3");
        assertThat(state.cart().rows().get(0).quantity()).isEqualTo("3");
        assertThat(state.cart().rows().get(0).detail()).isEqualTo("1.29 each");
        assertThat(state.cart().chosen()).isEqualTo(1);
    }

    @Test
    void anotherPriceNeedsAReasonAndTheSafeAnswerKeepsThePrice() {
        model.entered("SOAP");
        model.price("2");
        assertThat(state.question().answers().get(0).isDanger()).isFalse();
        model.answered("keep");
        assertThat(state.cart().total()).isEqualTo("2.99");
        model.price("2");
        model.answered("DAMAGED");
        assertThat(state.cart().total()).isEqualTo("2.00");
        assertThat(state.cart().rows().get(0).detail()).isEqualTo("2.00 each, instead of 2.99");
    }

    @Test
    void aCashierNeedsSomeoneWithThePermissionForAnotherPrice() {
        register.sale.signedOn(TestStore.CASHIER, Texts.of("en"));
        model.entered("SOAP");
        model.price("2");
        model.answered("DAMAGED");
        assertThat(state.prompt().isSecret()).isFalse();
        model.entered("1");
        assertThat(state.prompt().isSecret()).isTrue();
        assertThat(model.takesScans()).isFalse();
        model.entered("000000");
        assertThat(state.notice().text()).contains("do not belong together");
        assertThat(state.cart().total()).isEqualTo("2.99");
        model.entered("1");
        model.entered(TestStore.PIN);
        assertThat(state.cart().total()).isEqualTo("2.00");
    }

    @Test
    void goodsComeBackOnALineOfTheirOwn() {
        model.returnGoods();
        assertThat(state.entryHint()).isEqualTo("Scan what comes back");
        model.scanned(TestStore.MILK_CODE);
        assertThat(state.cart().total()).isEqualTo("−1.29");
        assertThat(state.cart().rows().get(0).isReturn()).isTrue();
        assertThat(state.cashLabel()).isEqualTo("Pay out 1.29");
        model.scanned(TestStore.MILK_CODE);
        assertThat(state.cart().total()).isEqualTo("0.00");
    }

    @Test
    void voidingTheSaleAsksFirstAndTheFirstAnswerIsSafe() {
        model.entered(TestStore.MILK_CODE);
        model.voidSale();
        Question question = state.question();
        assertThat(question.detail()).startsWith("1 line, 1.29");
        assertThat(state.entryHint()).isEqualTo("Choose an answer");
        assertThat(question.answers()).extracting(Question.Answer::isDanger).containsExactly(false, true);
        model.cancelled();
        assertThat(state.cart().rows()).hasSize(1);
        model.voidSale();
        model.answered("void");
        assertThat(state.cart().rows()).isEmpty();
        assertThat(state.notice().text()).contains("1.29").contains("voided");
    }

    @Test
    void aVoidedLineIsNamed() {
        model.entered(TestStore.MILK_CODE);
        model.voidLine();
        assertThat(state.cart().rows()).isEmpty();
        assertThat(state.notice().text()).startsWith("Milk 1 l");
        model.voidLine();
        assertThat(state.notice().text()).isEqualTo("Scan an item first.");
    }

    @Test
    void theChangeStaysUntilTheNextScan() {
        model.entered(TestStore.MILK_CODE);
        register.sale.payCash(TestRegister.euro(500));
        register.sale.finish();
        model.finished(register.sale.last().orElseThrow());
        assertThat(state.cart().isChange()).isTrue();
        assertThat(state.cart().total()).isEqualTo("3.71");
        assertThat(state.cart().emptyText()).isEqualTo("1.29 paid with 5.00. The next scan starts a new sale.");
        model.entered("no such code");
        assertThat(state.cart().isChange()).isTrue();
        model.scanned(TestStore.MILK_CODE);
        assertThat(state.cart().isChange()).isFalse();
        assertThat(state.cart().total()).isEqualTo("1.29");
    }

    @Test
    void aKeyThatMeansNothingNowSaysWhatComesFirst() {
        model.payCash();
        model.payCard();
        assertThat(ways).isEmpty();
        assertThat(state.notice().text()).isEqualTo("Scan an item first.");
        model.entered(TestStore.MILK_CODE);
        model.voidSale();
        model.payCash();
        model.quantity("3");
        assertThat(ways).isEmpty();
        assertThat(state.question()).isNotNull();
        assertThat(state.notice().text()).isEqualTo("First finish what is asked for, or press Esc.");
    }

    @Test
    void lettersSearchTheTilesAndEnterTakesTheFirst() {
        model.typing("so");
        assertThat(state.tiles()).extracting(tile -> tile.name()).containsExactly("Soap");
        model.entered("so");
        assertThat(state.cart().rows()).extracting(CartRow::description).containsExactly("Soap");
        assertThat(state.tiles()).hasSize(2);
    }

    @Test
    void theTillIsNotLeftInTheMiddleOfASale() {
        model.entered(TestStore.MILK_CODE);
        model.function("CLOSE_TILL", "");
        model.function("SIGN_OFF", "");
        assertThat(ways).isEmpty();
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        model.voidLine();
        model.function("CLOSE_TILL", "");
        model.function("SIGN_OFF", "");
        assertThat(ways).containsExactly("till", "off");
    }

    @Test
    void aFunctionTalksInPlaceOfTheTilesAndEscapeLeavesIt() {
        List<String> heard = new ArrayList<>();
        Conversation talk = model.conversation();
        functions.put(
                FunctionId.PRICE_CHECK,
                keyed -> talk.keyOrScan(texts -> new Prompt("Which item?", keyed, "Code", false), heard::add));
        model.function("PRICE_CHECK", "12");
        assertThat(state.prompt()).isEqualTo(new Prompt("Which item?", "12", "Code", false));
        assertThat(state.canPay()).isFalse();
        model.scanned(TestStore.MILK_CODE);
        model.entered("7");
        assertThat(heard).containsExactly(TestStore.MILK_CODE, "7");
        model.cancelled();
        assertThat(state.prompt()).isNull();
        assertThat(state.cart().rows()).isEmpty();
    }

    @Test
    void aListIsNarrowedByTypingAndAnsweredByARow() {
        List<String> heard = new ArrayList<>();
        Conversation talk = model.conversation();
        functions.put(
                FunctionId.RESUME,
                keyed -> talk.choose(
                        texts -> new Choices(
                                "Which?", "", "Type", List.of(new Choices.Row("a", "Anna", "", "1.00")), "None"),
                        new Choosing() {
                            @Override
                            public void chosen(String id) {
                                heard.add("chosen " + id);
                                talk.leave();
                            }

                            @Override
                            public void typed(String text) {
                                heard.add("typed " + text);
                            }
                        }));
        model.function("RESUME", "");
        assertThat(state.choices()).isNotNull();
        model.typing("an");
        model.scanned(TestStore.MILK_CODE);
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        model.choiceMade("a");
        assertThat(heard).containsExactly("typed an", "chosen a");
        assertThat(state.choices()).isNull();
        assertThat(state.cart().rows()).isEmpty();
    }

    @Test
    void aCommandBarcodeDoesWhatItsKeyDoes() {
        model.entered(TestStore.MILK_CODE);
        model.scanned("TW*VOID_SALE");
        assertThat(state.question()).isNotNull();
        model.answered("void");
        assertThat(state.cart().rows()).isEmpty();
        model.scanned("TW*LAYAWAY");
        assertThat(state.notice().text()).contains("LAYAWAY");
    }

    @Test
    void theFirstScreenHasAtMostTwelveFunctionKeysAndTheRestIsBehindMore() {
        for (FunctionId id : FunctionId.values()) {
            functions.put(id, keyed -> {});
        }
        model.show();
        int others = 5; // quantity, price, void line, card, cash
        assertThat(state.functions().size() + others).isLessThanOrEqualTo(12);
        assertThat(state.more()).isEmpty();
        model.function("MORE", "");
        assertThat(state.more()).isNotEmpty().doesNotContainAnyElementsOf(state.functions());
        model.cancelled();
        assertThat(state.more()).isEmpty();
    }

    @Test
    void noTwoFunctionsHaveOneKey() {
        assertThat(Arrays.stream(FunctionId.values())
                        .map(id -> id.key(Texts.of("en")).keyStroke()))
                .doesNotHaveDuplicates()
                .allMatch(key -> KeyStroke.getKeyStroke(key) != null);
    }

    private final class Ways implements SellingExits {

        @Override
        public void toCash() {
            ways.add("cash");
        }

        @Override
        public void toCard() {
            ways.add("card");
        }

        @Override
        public void toTillClosing() {
            ways.add("till");
        }

        @Override
        public void signOff() {
            ways.add("off");
        }
    }
}

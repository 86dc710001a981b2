package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.Functions;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;

/** Bad input while goods are rung up: each gives a sentence and keeps the sale. */
class BadInputTest {

    @TempDir
    Path directory;

    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        model = new SellingModel(
                register.sale,
                register.approvals,
                Texts.of("en"),
                new CafeTill.NoWays(),
                new Functions(),
                next -> state = next);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void twoScansOneRightBehindTheOtherAreTwoPieces() {
        model.scanned(TestStore.MILK_CODE);
        model.scanned(TestStore.MILK_CODE);
        model.scanned("SOAP");
        assertThat(state.cart().rows()).extracting(CartRow::quantity).containsExactly("2", "1");
        assertThat(state.cart().total()).isEqualTo("5.57");
    }

    @Test
    void aScanWhileSomethingIsAskedIsSaidToBeUnusedAndTheQuestionStays() {
        model.scanned(TestStore.MILK_CODE);
        model.voidSale();
        Question asked = state.question();
        model.scanned("SOAP");
        assertThat(state.notice().text())
                .isEqualTo("That scan was not used. First key what is asked for, or press Esc.");
        assertThat(state.question()).isEqualTo(asked);
        assertThat(register.sale.lines()).hasSize(1);
        model.answered("keep");
        model.quantity("");
        model.scanned("SOAP");
        assertThat(state.notice().text()).startsWith("That scan was not used.");
        assertThat(state.prompt()).isNotNull();
        model.entered("3");
        assertThat(state.cart().total()).isEqualTo("3.87");
    }

    @Test
    void lettersAndTwoHundredDigitsAreNoQuantityAndNoPriceAndTheSaleStays() {
        model.entered(TestStore.MILK_CODE);
        for (String wrong : List.of("twelve", "9".repeat(200), "-3", "1.2.3")) {
            model.quantity(wrong);
            assertThat(state.notice().text()).as("quantity " + wrong).contains(wrong);
            model.cancelled();
            model.price(wrong);
            assertThat(state.notice().text()).as("price " + wrong).contains(wrong);
            model.cancelled();
        }
        assertThat(state.cart().rows()).singleElement().satisfies(row -> {
            assertThat(row.quantity()).isEqualTo("1");
            assertThat(row.amount()).isEqualTo("1.29");
        });
    }

    @Test
    void twoHundredDigitsInTheItemFieldAreNoItemAndTheSaleStays() {
        model.entered(TestStore.MILK_CODE);
        model.entered("9".repeat(200));
        assertThat(state.notice().text()).isNotEmpty();
        assertThat(state.notice().isTrouble()).isTrue();
        assertThat(state.cart().rows()).hasSize(1);
    }
}

package org.tillwright.register.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Texts;

class MissingReceiptTest {

    @TempDir
    Path directory;

    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        start();
    }

    @AfterEach
    void closeShop() throws JournalException {
        register.close();
    }

    @Test
    void aReceiptThatNobodySawPrintedIsOfferedAfterAStartAndPrintedAsACopy() throws JournalException {
        register.sellMilkForCash();
        startAgain();
        offer();
        assertThat(state.question().text()).contains("1.29");
        assertThat(state.question().answers()).extracting(Question.Answer::id).containsExactly("leave", "print");
        model.answered("print");
        assertThat(register.devices).contains("copy EUR 1.29");
        assertThat(state.question()).isNull();
    }

    @Test
    void aReceiptThatThePrinterReportedIsNotOffered() throws JournalException {
        FinishedSale sale = register.sellMilkForCash();
        new PrintedReceipts(register.journal).settled(sale);
        startAgain();
        offer();
        assertThat(state.question()).isNull();
    }

    @Test
    void whoSaysThatItIsPrintedIsNotAskedAgain() throws JournalException {
        register.sellMilkForCash();
        startAgain();
        offer();
        model.answered("leave");
        assertThat(register.devices).isEmpty();
        startAgain();
        offer();
        assertThat(state.question()).isNull();
    }

    @Test
    void aRegisterThatNeverSoldOffersNothing() {
        offer();
        assertThat(state.question()).isNull();
    }

    private void offer() {
        assertThat(new MissingReceipt(new PrintedReceipts(register.journal), model).offer())
                .isEmpty();
    }

    private void startAgain() throws JournalException {
        register.close();
        start();
    }

    private void start() throws JournalException {
        register = TestRegister.open(directory);
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new NoWays(), new Functions(), next -> state = next);
        model.show();
    }

    private record NoWays() implements SellingExits {
        @Override
        public void toCash() {}

        @Override
        public void toCard() {}

        @Override
        public void toTillClosing() {}

        @Override
        public void signOff() {}
    }
}

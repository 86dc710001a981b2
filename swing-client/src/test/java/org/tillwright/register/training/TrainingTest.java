package org.tillwright.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.TenderType;

class TrainingTest {

    private static final Texts ENGLISH = Texts.of("en");

    @TempDir
    Path directory;

    private final Functions functions = new Functions();
    private TestRegister register;
    private SellingModel selling;
    private Training training;
    private SellingState state = SellingState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = TestRegister.open(directory);
        selling = new SellingModel(
                register.sale, register.approvals, ENGLISH, new NoWays(), functions, next -> state = next);
        training = new Training(register.sale, selling.conversation());
        functions.put(FunctionId.TRAINING, keyed -> training.ask());
        selling.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void aPractisedSaleIsKeptAndCountsForNothing() throws Exception {
        practise("free");
        register.sale.add(TestStore.MILK_CODE);
        register.sale.payCash(TestRegister.euro(200));
        FinishedSale practised = ((SaleOutcome.Finished) register.sale.finish()).sale();
        assertThat(practised.isTraining()).isTrue();
        assertThat(register.journal.newest(RecordKind.TRAINING_SALE)).isPresent();
        assertThat(register.journal.newest(RecordKind.SALE)).isEmpty();
        assertThat(register.till.transactionCount()).isZero();
        assertThat(register.till.expected().get(TenderType.CASH)).isEqualTo(TestRegister.euro(5_000));
        assertThat(register.events()).contains("TRAINING_BEGUN");
    }

    @Test
    void afterPractisingEverySaleCounts() throws Exception {
        practise("free");
        practise("end");
        assertThat(training.banner(ENGLISH)).isEmpty();
        assertThat(register.sellMilkForCash().isTraining()).isFalse();
        assertThat(register.till.transactionCount()).isEqualTo(1);
        assertThat(register.events()).contains("TRAINING_ENDED");
    }

    @Test
    void whoLeavesTheQuestionPractisesOn() {
        practise("guided");
        selling.function("TRAINING", "");
        selling.answered(state.question().answers().get(0).id());
        assertThat(register.sale.isTraining()).isTrue();
        assertThat(banner(false)).startsWith("TRAINING 1/6");
    }

    @Test
    void nobodyBeginsToPractiseInTheMiddleOfASale() {
        register.sale.add(TestStore.MILK_CODE);
        selling.function("TRAINING", "");
        assertThat(state.question()).isNull();
        assertThat(state.notice().isTrouble()).isTrue();
        assertThat(register.sale.isTraining()).isFalse();
    }

    @Test
    void aPowerCutForgetsAPractisedSaleAndThePractising() throws Exception {
        practise("free");
        register.sale.add(TestStore.MILK_CODE);
        register.journal.close();
        register = TestRegister.open(directory);
        assertThat(register.sale.recover()).isFalse();
        assertThat(register.sale.isTraining()).isFalse();
    }

    @Test
    void whatMovesTheTillCannotBePractised() {
        functions.put(FunctionId.NO_SALE, keyed -> {
            throw new AssertionError("the drawer was opened");
        });
        practise("free");
        selling.function("NO_SALE", "");
        assertThat(state.notice().isTrouble()).isTrue();
    }

    @Test
    void theGuideLeadsThroughAWholeSale() {
        practise("guided");
        assertThat(banner(false)).startsWith("TRAINING 1/6");
        register.sale.add(TestStore.MILK_CODE);
        assertThat(banner(false)).startsWith("TRAINING 2/6");
        register.sale.changeQuantity(1, new Quantity(2_000));
        assertThat(banner(false)).startsWith("TRAINING 3/6");
        register.sale.add("SOAP");
        assertThat(banner(false)).startsWith("TRAINING 4/6");
        register.sale.voidLine(2);
        assertThat(banner(false)).startsWith("TRAINING 5/6");
        assertThat(banner(true)).startsWith("TRAINING 6/6");
        register.sale.payCash(TestRegister.euro(300));
        register.sale.finish();
        assertThat(banner(false)).contains("Well done");
    }

    private String banner(boolean isPaying) {
        training.look(isPaying);
        return training.banner(ENGLISH);
    }

    private void practise(String answer) {
        selling.function("TRAINING", "");
        selling.answered(answer);
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

package org.tillwright.register.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Currency;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.testing.NoPaper;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.ResultRow;
import org.tillwright.wire.SnapshotMessage;

class TillModelsTest {

    @TempDir
    Path directory;

    private final NoPaper paper = new NoPaper();
    private SnapshotMessage.Operator operator = TestStore.MANAGER;
    private final List<String> ways = new ArrayList<>();
    private TestRegister register;
    private TillOpeningModel opening;
    private TillClosingModel closing;
    private TillOpeningState openingState = TillOpeningState.EMPTY;
    private TillClosingState closingState = TillClosingState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = new TestRegister(directory);
        register.sale.signedOn(TestStore.MANAGER, Texts.of("en"));
        opening = new TillOpeningModel(
                register.till,
                () -> TestStore.MANAGER,
                () -> Currency.of("EUR"),
                Texts.of("en"),
                new Opened(),
                next -> openingState = next);
        closing = new TillClosingModel(
                register.till,
                new TillClosingModel.Surroundings(() -> operator, () -> register.sale.catalogue(), this::check, paper),
                Texts.of("en"),
                new Closed(),
                next -> closingState = next);
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void aTillOpensWithTheFloatThatWasKeyed() {
        opening.begin();
        assertThat(openingState.floatHint()).isEqualTo("Cash in the drawer, EUR");
        opening.open("");
        assertThat(register.till.isOpen()).isFalse();
        assertThat(openingState.notice().tone()).isEqualTo(Announcement.Tone.WARNING);
        opening.open("12,345");
        assertThat(register.till.isOpen()).isFalse();
        opening.open("150");
        assertThat(register.till.isOpen()).isTrue();
        assertThat(ways).containsExactly("The till is open with 150.00. Scan the first item.");
    }

    @Test
    void aLanguageThatWasChosenBeforeTheTillWasOpenedIsSpokenWhenItIsCounted() {
        closing.speak(Texts.of("uk"));
        opening.open("50");
        closing.begin();
        assertThat(closingState.title()).isEqualTo("Підрахунок каси");
    }

    @Test
    void theCountIsBlindUntilItIsDone() {
        opening.open("50");
        register.sellMilkForCash();
        closing.begin();
        assertThat(closingState.results()).isEmpty();
        closing.compare();
        assertThat(closingState.question()).isNull();
        closing.counted("CASH", "51");
        closing.compare();
        assertThat(closingState.question().answers().get(0).isDanger()).isFalse();
        closing.answered("count");
        assertThat(register.till.isOpen()).isTrue();
        closing.compare();
        closing.answered("close");
        assertThat(register.till.isOpen()).isFalse();
        assertThat(closingState.results())
                .containsExactly(
                        new ResultRow("Cash", "51.29", "51.00", "0.29 short", false),
                        new ResultRow("Card", "0.00", "0.00", "right", true));
        assertThat(closingState.mainLabel()).isEqualTo("Sign off");
        assertThat(closingState.canTurn()).isFalse();
        closing.compare();
        assertThat(ways).last().isEqualTo("closed");
    }

    @Test
    void whatIsCarriedOverIsToldAtTheEnd() {
        register.till.suspendedSales(() -> List.of(new TillSession.Suspended("S-17 Anna", 1234)));
        opening.open("0");
        closing.begin();
        closing.counted("CASH", "0");
        closing.compare();
        closing.answered("close");
        assertThat(closingState.aside())
                .startsWith("Carried over to the next till:")
                .contains("Parked sales: 1", "Records not sent yet: ");
    }

    @Test
    void coinsAndNotesAddUp() {
        opening.open("0");
        closing.begin();
        closing.byDenomination();
        closing.counted("d1000", "5");
        closing.counted("d5", "3");
        assertThat(closingState.total()).isEqualTo("50.15");
        closing.counted("d5", "1.5");
        closing.compare();
        assertThat(closingState.notice().text()).contains("1.5");
        assertThat(closingState.question()).isNull();
    }

    @Test
    void coinsThatWereCountedAreTheSumToo() {
        opening.open("0");
        closing.begin();
        closing.byDenomination();
        closing.counted("d1000", "5");
        closing.counted("d5", "3");
        closing.byDenomination();
        assertThat(closingState.total()).as("as a sum").isEqualTo("50.15");
        closing.byDenomination();
        assertThat(closingState.total()).as("and as coins again").isEqualTo("50.15");
    }

    @Test
    void aCountIsNotDroppedByEscapeAlone() {
        opening.open("0");
        closing.begin();
        closing.counted("CASH", "50");
        ways.clear();
        closing.back();
        assertThat(closingState.question().text()).isEqualTo("Stop counting?");
        closing.answered("count");
        assertThat(closingState.total()).isEqualTo("50.00");
        assertThat(ways).isEmpty();
        closing.back();
        closing.answered("leave");
        assertThat(ways).containsExactly("back");
    }

    @Test
    void whereNothingWasCountedEscapeLeavesAtOnce() {
        opening.open("0");
        closing.begin();
        ways.clear();
        closing.back();
        assertThat(ways).containsExactly("back");
    }

    /** Maja says yes with her PIN, and nobody else. */
    private void check(String number, String pin, TillApprovals.What what, Consumer<TillClosingModel.Answer> then) {
        ways.add(what.permission() + " " + what.amount());
        then.accept(
                number.equals("1") && pin.equals(TestStore.PIN)
                        ? new TillClosingModel.Answer(new TillCount.Yes("op-1", null), Announcement.NONE)
                        : new TillClosingModel.Answer(null, Announcement.warning("no")));
    }

    @Test
    void aLargeDifferenceAsksWhyAndWhoAllowsIt() {
        register.catalogues.put(TestTillRules.catalogue());
        operator = TestStore.CASHIER;
        opening.open("50");
        closing.begin();
        closing.counted("CASH", "20");
        closing.compare();
        closing.answered("close");
        assertThat(closingState.question().answers())
                .extracting(Question.Answer::label)
                .containsExactly("Count again", "Change given wrongly", "Not known");
        closing.answered("reason:UNKNOWN");
        assertThat(register.till.isOpen()).isTrue();
        assertThat(closingState.counts())
                .extracting(TillClosingState.CountRow::isSecret)
                .containsExactly(false, true);
        closing.compare();
        assertThat(closingState.notice().text()).isEqualTo("Key the number and the PIN of who allows it.");
        closing.counted("approver-number", "1");
        closing.counted("approver-pin", "000000");
        closing.compare();
        assertThat(register.till.isOpen()).isTrue();
        closing.counted("approver-number", "1");
        closing.counted("approver-pin", TestStore.PIN);
        closing.compare();
        assertThat(register.till.isOpen()).isFalse();
        assertThat(ways).contains("till.over-short EUR -30.00");
        assertThat(paper.wanted).containsExactly("drawer", "Z 1");
    }

    @Test
    void aSmallDifferenceNeedsNobodyElse() {
        register.catalogues.put(TestTillRules.catalogue());
        operator = TestStore.CASHIER;
        opening.open("50");
        closing.begin();
        closing.counted("CASH", "49.50");
        closing.compare();
        closing.answered("close");
        closing.answered("reason:CHANGE");
        assertThat(register.till.isOpen()).isFalse();
    }

    @Test
    void whoGoesBackFromTheApprovalCountsAgain() {
        register.catalogues.put(TestTillRules.catalogue());
        operator = TestStore.CASHIER;
        opening.open("50");
        closing.begin();
        closing.counted("CASH", "20");
        closing.compare();
        closing.answered("close");
        closing.answered("reason:UNKNOWN");
        closing.back();
        assertThat(closingState.counts().get(0).keyed()).isEqualTo("20");
        assertThat(ways).doesNotContain("back");
    }

    private final class Opened implements TillOpeningModel.Exits {

        @Override
        public void opened(Announcement said) {
            ways.add(said.text());
        }

        @Override
        public void signOff() {
            ways.add("off");
        }
    }

    private final class Closed implements TillClosingModel.Exits {

        @Override
        public void back() {
            ways.add("back");
        }

        @Override
        public void closed() {
            ways.add("closed");
        }
    }
}

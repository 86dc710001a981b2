package org.tillwright.register.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Currency;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.ResultRow;

class TillModelsTest {

    @TempDir
    Path directory;

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
                register.till, () -> TestStore.MANAGER, Texts.of("en"), new Closed(), next -> closingState = next);
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
        closing.compare();
        assertThat(ways).last().isEqualTo("closed");
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

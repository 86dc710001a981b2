package org.tillwright.register.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;

class SignOnTest {

    @TempDir
    Path directory;

    private TestRegister register;
    private SignOn signOn;
    private final List<SignOnOutcome> heard = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        register = new TestRegister(directory);
        signOn = new SignOn(register.catalogues, register.journal, register.clock, Runnable::run, Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    private SignOnOutcome attempt(String number, String pin) {
        signOn.signOn(number, pin, heard::add);
        return heard.get(heard.size() - 1);
    }

    @Test
    void theRightPinSignsOnAndIsWrittenDown() throws Exception {
        assertThat(attempt(" 1 ", TestStore.PIN)).isEqualTo(new SignOnOutcome.SignedOn(TestStore.MANAGER));
        assertThat(register.events()).containsExactly("SIGNED_ON");
    }

    @Test
    void fiveWrongPinsLockTheNumberEvenOverARestart() throws Exception {
        for (int left = 4; left >= 1; left--) {
            assertThat(attempt("1", "000000")).isEqualTo(new SignOnOutcome.Wrong(left));
        }
        var until = TestClock.NOON.plus(SignOn.LOCK);
        assertThat(attempt("1", "000000")).isEqualTo(new SignOnOutcome.Locked(until));
        assertThat(attempt("1", TestStore.PIN)).as("the right one too").isEqualTo(new SignOnOutcome.Locked(until));
        assertThat(attempt("3", TestStore.PIN)).as("others may").isInstanceOf(SignOnOutcome.SignedOn.class);
        assertThat(register.events()).contains("SIGN_ON_LOCKED");

        register.close();
        open();
        register.clock.pass(SignOn.LOCK.minus(Duration.ofSeconds(1)));
        assertThat(attempt("1", TestStore.PIN)).isInstanceOf(SignOnOutcome.Locked.class);
        register.clock.pass(Duration.ofSeconds(1));
        assertThat(attempt("1", TestStore.PIN)).isInstanceOf(SignOnOutcome.SignedOn.class);
    }

    @Test
    void theRightPinForgetsTheWrongOnes() {
        attempt("1", "000000");
        attempt("1", TestStore.PIN);
        assertThat(attempt("1", "000000")).isEqualTo(new SignOnOutcome.Wrong(4));
    }

    @Test
    void anUnknownNumberAndAPersonWithoutAPinGetNowhere() throws Exception {
        assertThat(attempt("99", TestStore.PIN)).isInstanceOf(SignOnOutcome.Wrong.class);
        assertThat(attempt("4", "")).isInstanceOf(SignOnOutcome.Wrong.class);
        assertThat(register.events()).doesNotContain("SIGNED_ON");
    }

    @Test
    void whoeverStaysBesideIsIdentifiedAndNotSignedOn() throws Exception {
        signOn.identify("3", TestStore.PIN, heard::add);
        assertThat(heard).last().isEqualTo(new SignOnOutcome.SignedOn(TestStore.CASHIER));
        assertThat(register.events()).isEmpty();
        signOn.identify("3", "000000", heard::add);
        assertThat(heard).last().isEqualTo(new SignOnOutcome.Wrong(4));
    }

    @Test
    void withoutACatalogueNobodyIsKnown() {
        signOn = new SignOn(new Catalogues(), register.journal, register.clock, Runnable::run, Runnable::run);
        assertThat(attempt("1", TestStore.PIN)).isEqualTo(new SignOnOutcome.Said(Notice.of("sign-on.no-catalogue")));
    }

    @Test
    void theAnswerComesThroughTheHandedInExecutorOnly() {
        List<Runnable> waiting = new ArrayList<>();
        signOn = new SignOn(register.catalogues, register.journal, register.clock, Runnable::run, waiting::add);
        signOn.signOn("1", TestStore.PIN, heard::add);
        assertThat(heard).isEmpty();
        waiting.get(0).run();
        assertThat(heard).hasSize(1);
    }
}

package org.tillwright.system.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.DefaultKeyboardFocusManager;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A short run of {@code ./pos faults devices}, and the bugs it must find. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DeviceFaultsTest {

    @TempDir
    Path directory;

    @Test
    void nothingIsLostWhileDevicesBreak() throws Exception {
        var tally = new FaultTally();
        List<FaultKind> rounds = DeviceFaultRun.shuffled(18, new Random(20_261_123));
        new DeviceFaultRun(directory.resolve("till"), directory.resolve("lines"), tally, null, round -> {})
                .play(rounds, 20_261_123);
        assertThat(tally.violations()).isEmpty();
        assertThat(tally.of("sales")).isGreaterThanOrEqualTo(36);
        assertThat(tally.of(FaultKind.PULL_CABLE)).isEqualTo(3);
        assertThat(tally.of(FaultKind.DEAF_PEER)).isEqualTo(3);
        assertThat(tally.of(FaultKind.CUT_TERMINAL)).isPositive();
        assertThat(tally.of(FaultKind.KILL_HOST) + tally.of(FaultKind.STOP_HOST))
                .isPositive();
    }

    @Test
    void nothingFreezesInTheRealWindowEither() throws Exception {
        assumeThat(GraphicsEnvironment.isHeadless()).as("a screen (DISPLAY)").isFalse();
        var tally = new FaultTally();
        List<FaultKind> rounds = DeviceFaultRun.shuffled(6, new Random(7));
        // Registers of other tests may still be open in this program, and would take what is typed for a scanner's.
        KeyboardFocusManager others = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        KeyboardFocusManager.setCurrentKeyboardFocusManager(new DefaultKeyboardFocusManager());
        try {
            new DeviceFaultRun(directory.resolve("till"), directory.resolve("lines"), tally, null, round -> {})
                    .inWindow()
                    .play(rounds, 7);
        } finally {
            KeyboardFocusManager.setCurrentKeyboardFocusManager(others);
        }
        assertThat(tally.violations()).isEmpty();
        assertThat(tally.of("sales")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "REPEATED_CARD, CUT_TERMINAL, on cards",
        "LOST_RECEIPT, CUT_TERMINAL, receipts are missing",
        "FROZEN_TILL, PULL_CABLE, event thread was blocked",
        "HELD_JOURNAL, PULL_CABLE, of a lane that waits for the disk",
        "SECOND_ORIGINAL, PULL_CABLE, are no copies"
    })
    void aPlantedBugIsFound(Plant plant, FaultKind kind, String told) throws Exception {
        var tally = new FaultTally();
        List<FaultKind> rounds = Collections.nCopies(plant == Plant.LOST_RECEIPT ? 1 : 4, kind);
        new DeviceFaultRun(directory.resolve("till"), directory.resolve("lines"), tally, plant, round -> {})
                .play(rounds, 5);
        assertThat(tally.violations())
                .anySatisfy(violation -> assertThat(violation).contains(told));
    }

    @Test
    void aRunThatMakesNoSenseIsRefused() {
        var err = new StringWriter();
        int code = new CommandLine(new FaultsCommand())
                .setErr(new PrintWriter(err, true))
                .execute("devices", "--rounds", "0");
        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Give one round at least");
    }
}

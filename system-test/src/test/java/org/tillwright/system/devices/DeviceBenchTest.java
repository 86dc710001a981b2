package org.tillwright.system.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** That {@code ./pos bench devices} measures all it says it does, and ends; not what it measures. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeviceBenchTest {

    private static final Pattern MEASURED = Pattern.compile("\"count\":[1-9]");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return new CommandLine(new DeviceBench(directory))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void aShortRunMeasuresEveryFigureAndEndsByItself() {
        int code = run("--rounds", "3", "--restarts", "1", "--json");
        assertThat(code).as(err.toString()).isZero();
        assertThat(MEASURED.matcher(out.toString()).results()).hasSize(8);
        assertThat(out.toString())
                .contains("tender to first receipt byte, 40 lines")
                .contains("device host killed, until a receipt's first byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--restarts"})
    void aRunThatWouldMeasureNothingIsRefused(String option) {
        assertThat(run(option, "0")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(option + "=0; use a number from 1 to");
    }
}

package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.GatewaySimulator;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.simulator.ScriptCommand;
import org.tillwright.simulator.Scriptable;
import org.tillwright.simulator.TerminalSimulator;
import picocli.CommandLine;

/** Simulators that a script drives, as somebody would start them, and what they say of scripts that make no sense. */
@Timeout(60)
class SimulateCommandTest {

    private static final long RETRY_NANOS = 20_000_000;

    @TempDir
    Path directory;

    private final StringWriter told = new StringWriter();
    private final StringWriter answered = new StringWriter();

    @Test
    void aScriptSeesTheReceiptAndTheDrawerAndSwitchesThePrinterOff() throws Exception {
        int port = freePort();
        Path script = script("await \"drawer opened\" 30", "await \"Bread  2,50\" 30", "say seen", "end");
        var devices = Devices.open(
                DeviceUris.NONE
                        .with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + port)
                        .with(DeviceKind.DRAWER, "via:printer"),
                failure -> {});
        var register = new Thread(() -> sell(devices));
        register.start();
        try (devices) {
            assertThat(simulate("printer", "--line", "tcp:" + port, "--script", script.toString()))
                    .as(told.toString())
                    .isZero();
        } finally {
            register.interrupt();
            register.join();
        }
        assertThat(told.toString()).contains("drawer opened (1)").endsWith("seen\n");
        assertThat(answered.toString()).contains("Bread  2,50");
    }

    /** Until the printer is there, the register is told that it is not; then drawer and receipt come. */
    private static void sell(Devices devices) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                devices.drawer()
                        .orElseThrow()
                        .ask(drawer -> {
                            drawer.open();
                            return true;
                        })
                        .get();
                devices.printer()
                        .orElseThrow()
                        .use(printer -> printer.print(new Receipt(List.of(Text.of("Bread  2,50"), new Cut()))));
                return;
            } catch (ExecutionException e) {
                LockSupport.parkNanos(RETRY_NANOS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Test
    void aScriptThatMakesNoSenseIsToldAndNothingIsDone() throws Exception {
        Path script = script("paper out", "paper away", "cover");
        assertThat(simulate("printer", "--line", "tcp:0", "--script", script.toString()))
                .isEqualTo(1);
        assertThat(told.toString()).contains("script.txt, line 3: write it as: cover open|shut.");
    }

    @Test
    void aValueThatMakesNoSenseEndsTheSimulatorAtItsLine() throws Exception {
        Path script = script("put 485", "put much");
        assertThat(simulate("scale", "--line", "tcp:0", "--script", script.toString()))
                .isEqualTo(1);
        assertThat(told.toString()).contains("script.txt, line 2: \"much\" is no whole number from -999999 to 999999.");
    }

    /** A scale takes bare figures, so a word with a typing mistake could pass for one until its line is reached. */
    @Test
    void aTypingMistakeIsFoundBeforeAnythingIsDoneThoughBareFiguresAreTaken() throws Exception {
        Path script = script("485", "~300", "say done", "waite 3");
        assertThat(simulate("scale", "--line", "tcp:0", "--script", script.toString()))
                .isEqualTo(1);
        assertThat(told.toString())
                .contains("script.txt, line 4: \"waite\" is no command of this device; it knows put, move,")
                .doesNotContain("done");
    }

    /** As people see it: on a terminal of 80 columns no line of the help is broken in the middle of its words. */
    @Test
    void theHelpOnScriptsFitsOnATerminal() {
        assertThat(ScriptWords.HELP.lines().toList()).isNotEmpty().allMatch(line -> line.length() < 80);
    }

    @Test
    void aScriptThatIsNotThereIsNamed() {
        assertThat(simulate("scale", "--line", "tcp:0", "--script", "/nowhere/at-all.txt"))
                .isEqualTo(1);
        assertThat(told.toString()).contains("The script /nowhere/at-all.txt cannot be read; is it there?");
    }

    /** Whoever adds a word to a device tells it in the help, or nobody will find it. */
    @ParameterizedTest
    @MethodSource("devices")
    void theHelpNamesEveryWordOfEveryDevice(Opener opener) throws IOException {
        String help = RegisterCommands.commandLine()
                .getSubcommands()
                .get("simulate")
                .getUsageMessage(CommandLine.Help.Ansi.OFF);
        try (Scriptable device = opener.open()) {
            assertThat(device.commands()).isNotEmpty();
            for (ScriptCommand command : device.commands()) {
                assertThat(help).contains(command.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHelpNamesEveryDevice(SimulateCommand.DeviceName device) {
        assertThat(RegisterCommands.commandLine()
                        .getSubcommands()
                        .get("simulate")
                        .getUsageMessage(CommandLine.Help.Ansi.OFF))
                .contains(device.toString());
    }

    static Stream<Opener> devices() {
        return Stream.of(
                () -> PrinterSimulator.open("tcp:0", null, 42, (PrintedReceipt receipt) -> {}),
                () -> DisplaySimulator.open("tcp:0", null, (top, bottom) -> {}),
                () -> ScannerSimulator.open("tcp:0", null),
                () -> ScaleSimulator.open("tcp:0", null),
                () -> TerminalSimulator.open("tcp:0", null, Mode.APPROVE, text -> {}),
                () -> GatewaySimulator.open(GatewaySimulator.Account.SAMPLE, Mode.APPROVE, text -> {}));
    }

    private Path script(String... lines) throws IOException {
        return Files.write(directory.resolve("script.txt"), List.of(lines));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int simulate(String... words) {
        String[] all = Stream.concat(Stream.of("simulate"), Stream.of(words)).toArray(String[]::new);
        return RegisterCommands.commandLine()
                .setErr(new PrintWriter(told, true))
                .setOut(new PrintWriter(answered, true))
                .execute(all);
    }

    /** Puts a device on a line. */
    @FunctionalInterface
    interface Opener {
        Scriptable open() throws IOException;
    }
}

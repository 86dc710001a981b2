package org.tillwright.register.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.simulator.SimulatorWindows;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.WalletSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a simulated device at the end of a line, until it is stopped or its window closed. */
@Command(
        name = "simulate",
        description =
                "A simulated device at the end of a line: printer, drawer, scanner, display, terminal, wallet, scale or badge.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DEVICE", description = "${COMPLETION-CANDIDATES}")
    DeviceName device;

    @Option(
            names = "--line",
            required = true,
            paramLabel = "PATH|tcp:PORT",
            description = "The device's end of the line: a serial port, or a TCP port on this machine.")
    String line;

    @Option(names = "--window", description = "Show the device in a window.")
    boolean window;

    @Option(names = "--at", paramLabel = "X,Y", split = ",", arity = "1", description = "Where the window stands.")
    List<Integer> at = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where each printed receipt is kept, as text and picture.")
    @Nullable
    Path out;

    @Option(names = "--columns", defaultValue = "42", description = "Letters on a line of paper (${DEFAULT-VALUE}).")
    int columns;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "What a card terminal or a wallet gateway does: ${COMPLETION-CANDIDATES}; ASK needs a window.")
    PaymentSimulator.@Nullable Mode mode;

    @Option(names = "--codes", split = ",", paramLabel = "CODE", description = "Barcodes that get a key in the window.")
    List<String> codes = List.of();

    private int receipts;

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (window) {
                return inWindow();
            }
            return withoutWindow();
        } catch (IOException | UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return FAILED;
        }
    }

    private int inWindow() throws IOException, InterruptedException {
        if (!SimulatorWindows.isPossible()) {
            throw new IOException("There is no screen to show a window on; leave out --window.");
        }
        if (!at.isEmpty() && at.size() != 2) {
            throw new IOException("--at takes two numbers, such as --at 1040,0");
        }
        try (var windows = new SimulatorWindows(at.isEmpty() ? 0 : at.get(0), at.isEmpty() ? 0 : at.get(1))) {
            switch (device) {
                case PRINTER -> windows.printer(line, null, columns, paper());
                case DRAWER -> windows.drawer(line, null, paper());
                case SCANNER -> windows.scanner(line, null, codes);
                case BADGE -> windows.badges(line, null, codes);
                case DISPLAY -> windows.display(line, null, this::showLines);
                case SCALE -> windows.scale(line, null);
                case TERMINAL -> windows.terminal(line, null, modeOr(PaymentSimulator.Mode.ASK), this::say);
                case WALLET -> windows.wallet(line, null, modeOr(PaymentSimulator.Mode.ASK), this::say);
            }
            windows.awaitEnd();
        }
        return 0;
    }

    private int withoutWindow() throws IOException, InterruptedException {
        switch (device) {
            case PRINTER, DRAWER -> untilStopped(PrinterSimulator.open(line, null, columns, paper()));
            case SCANNER -> readTypedCodes("scanned ");
            case BADGE -> readTypedCodes("shown a badge of ");
            case SCALE -> weighTypedGrams();
            case DISPLAY -> untilStopped(DisplaySimulator.open(line, null, this::showLines));
            case TERMINAL ->
                untilStopped(TerminalSimulator.open(line, null, modeOr(PaymentSimulator.Mode.APPROVE), this::say));
            case WALLET ->
                untilStopped(WalletSimulator.open(line, null, modeOr(PaymentSimulator.Mode.APPROVE), this::say));
        }
        return 0;
    }

    private PaymentSimulator.Mode modeOr(PaymentSimulator.Mode usual) {
        return mode == null ? usual : mode;
    }

    private void untilStopped(AutoCloseable simulator) throws InterruptedException {
        say(device + " on " + line + ", until Ctrl-C");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(simulator), "end of simulator"));
        new CountDownLatch(1).await();
    }

    private static void closeQuietly(AutoCloseable simulator) {
        if (simulator instanceof PrinterSimulator printer) {
            printer.close();
        } else if (simulator instanceof DisplaySimulator display) {
            display.close();
        } else if (simulator instanceof TerminalSimulator terminal) {
            terminal.close();
        } else if (simulator instanceof WalletSimulator wallet) {
            wallet.close();
        }
    }

    /** Each line of standard input is a code; of a badge only its length is told, because whoever knows it has the badge. */
    private void readTypedCodes(String told) throws IOException {
        try (var scanner = ScannerSimulator.open(line, null);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String code = input.readLine();
            while (code != null) {
                if (!code.isBlank()) {
                    scanner.scan(code.strip());
                    say(told + (device == DeviceName.BADGE ? code.strip().length() + " characters" : code.strip()));
                }
                code = input.readLine();
            }
        }
    }

    /** Each line of standard input is what lies on the plate from then on, in grams; with a ~ before it, not still. */
    private void weighTypedGrams() throws IOException {
        try (var scale = ScaleSimulator.open(line, null);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String typed = input.readLine();
            while (typed != null) {
                String grams = typed.strip().replaceFirst("^~", "");
                if (!grams.matches("-?[0-9]{1,6}")) {
                    say("Write grams as a whole number, such as 485, or ~485 for a plate that moves.");
                } else if (typed.strip().startsWith("~")) {
                    scale.move(Long.parseLong(grams));
                    say(grams + " g are moving");
                } else {
                    scale.put(Long.parseLong(grams));
                    say(grams + " g lie still");
                }
                typed = input.readLine();
            }
        }
    }

    private PrinterSimulator.Listener paper() {
        return new PrinterSimulator.Listener() {
            @Override
            public void cut(PrintedReceipt receipt) {
                printed(receipt);
            }

            @Override
            public void drawerOpened(int times) {
                say("drawer opened (" + times + ")");
            }
        };
    }

    /** The paper is the answer of this command, so it goes to standard output. */
    private void printed(PrintedReceipt receipt) {
        PrintWriter answer = spec.commandLine().getOut();
        answer.println(receipt.text());
        answer.flush();
        receipts++;
        if (out != null) {
            try {
                receipt.save(out, String.format(Locale.ROOT, "receipt-%04d", receipts));
            } catch (IOException e) {
                say("The receipt cannot be kept in " + out + ": " + e.getMessage());
            }
        }
    }

    private void showLines(String top, String bottom) {
        PrintWriter answer = spec.commandLine().getOut();
        answer.println("|" + top + "|\n|" + bottom + "|");
        answer.flush();
    }

    private void say(String text) {
        PrintWriter messages = spec.commandLine().getErr();
        messages.println(text);
        messages.flush();
    }

    /** What can be simulated. */
    enum DeviceName {
        PRINTER,
        DRAWER,
        SCANNER,
        DISPLAY,
        TERMINAL,
        WALLET,
        SCALE,
        BADGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package org.tillwright.register.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tillwright.simulator.DisplaySimulator;
import org.tillwright.simulator.FiscalSimulator;
import org.tillwright.simulator.GatewaySimulator;
import org.tillwright.simulator.LabelSimulator;
import org.tillwright.simulator.PaymentSimulator;
import org.tillwright.simulator.PrintedLabel;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.ScaleSimulator;
import org.tillwright.simulator.ScannerSimulator;
import org.tillwright.simulator.ScriptEvents;
import org.tillwright.simulator.Scriptable;
import org.tillwright.simulator.SimulatorScript;
import org.tillwright.simulator.SimulatorWindows;
import org.tillwright.simulator.TerminalSimulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a simulated device at the end of a line, until it is stopped, its window closed, or its script has said so. */
@Command(
        name = "simulate",
        description =
                "A simulated device at the end of a line: printer, drawer, label, scanner, display, terminal, gateway (of wallets), scale, badge or fiscal (signing device).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nScripts%n",
        footer = ScriptWords.HELP)
public final class SimulateCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final String TYPED = "-";

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

    @Option(
            names = "--script",
            paramLabel = "FILE|-",
            description = "What happens at the device, line by line; - for what is typed. Scanner, badge and scale "
                    + "without a window follow what is typed unless told otherwise.")
    @Nullable
    String script;

    @Option(names = "--at", paramLabel = "X,Y", split = ",", arity = "1", description = "Where the window stands.")
    List<Integer> at = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where each receipt is kept, as text and picture, or each label, as a picture.")
    @Nullable
    Path out;

    @Option(names = "--columns", defaultValue = "42", description = "Letters on a line of paper (${DEFAULT-VALUE}).")
    int columns;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "What a card terminal or a wallet gateway does: ${COMPLETION-CANDIDATES}; ASK needs a window or a script.")
    PaymentSimulator.@Nullable Mode mode;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            defaultValue = "plain",
            description = "How a scale talks: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    ScaleSimulator.Kind.Name protocol;

    @Option(
            names = "--polynomial",
            paramLabel = "HEX",
            description = "Makes a dialog06 scale ask for check numbers: four hexadecimal digits.")
    @Nullable
    String polynomial;

    @Option(names = "--checks", defaultValue = "1", description = "How many pairs it asks for (${DEFAULT-VALUE}).")
    int checks;

    @Option(
            names = "--language",
            defaultValue = "zpl",
            paramLabel = "zpl|tspl",
            description = "What a label printer speaks.")
    LabelSimulator.Language language = LabelSimulator.Language.ZPL;

    @Option(
            names = "--dpi",
            defaultValue = "203",
            description = "Dots on an inch of a label printer (${DEFAULT-VALUE}).")
    int dpi = LabelSimulator.DEFAULT_DPI;

    @Option(names = "--codes", split = ",", paramLabel = "CODE", description = "Barcodes that get a key in the window.")
    List<String> codes = List.of();

    @Option(
            names = "--books",
            paramLabel = "FILE",
            description =
                    "Where a card terminal keeps what it moved, or a fiscal device what it signed, so that it still knows it when it is started again.")
    @Nullable
    Path books;

    @Mixin
    SimulatedAccount account;

    private final ScriptEvents events = new ScriptEvents();
    private int receipts;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return window ? inWindow() : withoutWindow();
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
            Scriptable shown = windowOf(windows);
            if (script == null) {
                windows.awaitEnd();
                return 0;
            }
            return besideWindow(windows, new SimulatorScript(shown, events, this::say));
        }
    }

    /** A person may close the window while its script waits for something, so the script has a thread of its own. */
    private int besideWindow(SimulatorWindows windows, SimulatorScript told) throws InterruptedException {
        var outcome = new CompletableFuture<Integer>();
        var reader = new Thread(
                () -> {
                    int code = codeOf(told);
                    outcome.complete(code);
                    if (told.hasEnded() || code == FAILED) {
                        windows.close();
                    }
                },
                "script of " + device);
        reader.setDaemon(true);
        reader.start();
        windows.awaitEnd();
        return outcome.getNow(0);
    }

    private int codeOf(SimulatorScript told) {
        try {
            return follow(told) ? 0 : FAILED;
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private Scriptable windowOf(SimulatorWindows windows) throws IOException {
        return switch (device) {
            case PRINTER -> windows.printer(line, null, columns, paper());
            case DRAWER -> windows.drawer(line, null, paper());
            case LABEL -> windows.label(line, null, language, dpi, labels());
            case SCANNER -> windows.scanner(line, null, codes);
            case BADGE -> windows.badges(line, null, codes);
            case DISPLAY -> windows.display(line, null, this::showLines);
            case SCALE -> windows.scale(scaleKind(), line, null);
            case TERMINAL -> windows.terminal(line, null, books, modeOr(PaymentSimulator.Mode.ASK), this::happened);
            case FISCAL -> throw new IOException("A fiscal device has nothing to show; leave out --window.");
            case GATEWAY -> windows.gateway(account.on(line), modeOr(PaymentSimulator.Mode.ASK), this::happened);
        };
    }

    private int withoutWindow() throws IOException, InterruptedException {
        Scriptable opened = open();
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "end of simulator"));
        try (opened) {
            say(device + " on " + line + ", until Ctrl-C");
            var told = new SimulatorScript(opened, events, this::say);
            boolean follows = script != null || opened.usualCommand().isPresent();
            if (follows && !follow(told)) {
                return FAILED;
            }
            boolean hasNothingLeft = script == null && (device == DeviceName.SCANNER || device == DeviceName.BADGE);
            if (!told.hasEnded() && !hasNothingLeft) {
                new CountDownLatch(1).await();
            }
            return 0;
        }
    }

    private Scriptable open() throws IOException {
        return switch (device) {
            case PRINTER, DRAWER -> PrinterSimulator.open(line, null, columns, paper());
            case LABEL -> LabelSimulator.open(line, null, language, dpi, labels());
            case SCANNER, BADGE -> ScannerSimulator.open(line, null);
            case SCALE -> ScaleSimulator.open(scaleKind(), line, null);
            case DISPLAY -> DisplaySimulator.open(line, null, this::showLines);
            case TERMINAL ->
                TerminalSimulator.open(line, null, books, modeOr(PaymentSimulator.Mode.APPROVE), this::happened);
            case FISCAL -> FiscalSimulator.open(line, null, books, this::happened);
            case GATEWAY ->
                GatewaySimulator.open(account.on(line), modeOr(PaymentSimulator.Mode.APPROVE), this::happened);
        };
    }

    private boolean follow(SimulatorScript told) throws IOException, InterruptedException {
        if (script == null || script.equals(TYPED)) {
            told.follow(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            return true;
        }
        Path file = Path.of(script);
        if (!Files.isReadable(file)) {
            throw new IOException("The script " + file + " cannot be read; is it there?");
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return told.run(String.valueOf(file.getFileName()), lines);
        }
    }

    private PaymentSimulator.Mode modeOr(PaymentSimulator.Mode usual) {
        return mode == null ? usual : mode;
    }

    private ScaleSimulator.Kind scaleKind() throws IOException {
        String digits = polynomial;
        if (digits == null) {
            return new ScaleSimulator.Kind(protocol, null, 0);
        }
        if (!digits.matches("[0-9A-Fa-f]{4}") || checks < 1 || checks > 5) {
            throw new IOException("--polynomial takes four hexadecimal digits, such as 8BB7, and --checks 1 to 5");
        }
        return ScaleSimulator.Kind.distrustful(Integer.parseInt(digits, 16), checks);
    }

    private PrinterSimulator.Listener paper() {
        return new PrinterSimulator.Listener() {
            @Override
            public void cut(PrintedReceipt receipt) {
                printed(receipt);
            }

            @Override
            public void drawerOpened(int times) {
                happened("drawer opened (" + times + ")");
            }
        };
    }

    private LabelSimulator.Listener labels() {
        return new LabelSimulator.Listener() {
            @Override
            public void printed(PrintedLabel label) {
                receipts++;
                PrintWriter answer = spec.commandLine().getOut();
                answer.println("label " + receipts + ": " + label.picture().getWidth() + " x "
                        + label.picture().getHeight() + " dots, " + label.copies() + " of it");
                answer.flush();
                events.happened("label printed (" + receipts + ")");
                keep(directory -> label.save(directory, String.format(Locale.ROOT, "label-%04d", receipts)));
            }

            @Override
            public void unknown(String what) {
                happened("UNKNOWN: " + what);
            }
        };
    }

    /** The paper is the answer of this command, so it goes to standard output. */
    private void printed(PrintedReceipt receipt) {
        PrintWriter answer = spec.commandLine().getOut();
        answer.println(receipt.text());
        answer.flush();
        receipts++;
        keep(directory -> receipt.save(directory, String.format(Locale.ROOT, "receipt-%04d", receipts)));
        events.happened("receipt printed (" + receipts + ")\n" + receipt.text());
    }

    private void keep(Keeping keeping) {
        if (out != null) {
            try {
                keeping.into(out);
            } catch (IOException e) {
                say("The paper cannot be kept in " + out + ": " + e.getMessage());
            }
        }
    }

    /** Writes what was printed into a directory. */
    @FunctionalInterface
    private interface Keeping {
        void into(Path directory) throws IOException;
    }

    private void showLines(String top, String bottom) {
        PrintWriter answer = spec.commandLine().getOut();
        answer.println("|" + top + "|\n|" + bottom + "|");
        answer.flush();
        events.happened(top + "\n" + bottom);
    }

    /** Something happened at the device. */
    private void happened(String text) {
        say(text);
        events.happened(text);
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
        LABEL,
        SCANNER,
        DISPLAY,
        TERMINAL,
        GATEWAY,
        SCALE,
        BADGE,
        FISCAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

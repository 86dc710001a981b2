package org.tillwright.system;

import java.awt.event.KeyEvent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.tillwright.register.RegisterMain;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.command.CloseBench;
import org.tillwright.register.command.ProgramLogs;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.simulator.ScannerSimulator;

/** A register as a person starts it, which measures itself and writes one line a result. */
final class RegisterProbe {

    private static final int LINES_A_SALE = 20;
    private static final long PATIENCE_SECONDS = 10;
    private static final int WARM_UP = 60;
    private static final int KEY_WARM_UP = 10;
    private static final int KEY_ROUNDS = 50;

    /** Between a key going down and up, and before the next: a quick typist. */
    private static final int PERSON_MILLIS = 90;

    /** What people type, from nothing but a letter to a name with a size and a part of a code. */
    private static final List<String> SEARCHES = List.of(
            "a",
            "co",
            "coff",
            "coffee",
            "bran",
            "brand12",
            "milk brand12",
            "walnut 250",
            "250g",
            "ørr",
            "органі",
            "zzzz",
            "4000",
            "24000012",
            "0000199",
            "chest dark 100",
            "e",
            "smoked herring");

    private final RegisterMain register;
    private final SaleSession sale;
    private final int rounds;
    private final PrintStream out;
    private final PaintWatch watch;

    private RegisterProbe(RegisterMain register, int rounds, PrintStream out) {
        this.register = register;
        this.rounds = rounds;
        this.out = out;
        this.sale = register.parts().sale();
        this.watch = new PaintWatch(() -> sale.lines().size());
    }

    public static void main(String[] arguments) throws Exception {
        ProgramLogs.begin();
        RegisterHome home = new RegisterHome(Path.of(arguments[0]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int items = Integer.parseInt(arguments[3]);
        try (RegisterMain register = RegisterMain.open(home, RegisterSettings.read(home.settings()));
                ScannerSimulator scanner = ScannerSimulator.open(arguments[1], null)) {
            RegisterProbe probe = new RegisterProbe(register, Integer.parseInt(arguments[4]), out);
            probe.begin(arguments[2]);
            probe.scans(scanner, items);
            probe.keystrokes();
            probe.searches();
            probe.tenders(items);
            probe.close(home, Integer.parseInt(arguments[5]));
            probe.heap();
        }
        System.exit(0); // the window's own thread would go on
    }

    private void begin(String pin) throws Exception {
        SwingUtilities.invokeLater(() -> RepaintManager.setCurrentManager(watch));
        register.show();
        register.connect();
        BenchSignOn.signOn(sale, pin);
    }

    private void scans(ScannerSimulator scanner, int items) throws Exception {
        Random random = new Random(42);
        Timings timings = new Timings();
        for (int i = 0; i < WARM_UP + rounds; i++) {
            beginSale(i);
            String code = BenchShop.barcode(random.nextInt(items / 2) * 2 + i % 2, items);
            long begun = System.nanoTime();
            scanner.scan(code);
            note(timings, i, watch.await(i % LINES_A_SALE + 1, PATIENCE_SECONDS) - begun);
        }
        say(RegisterFigure.of("scan to painted line", timings));
    }

    /** From the key Enter behind a searched name, which comes from the screen like any other key. */
    private void keystrokes() throws Exception {
        Timings timings = new Timings();
        try (BenchKeyboard keyboard = BenchKeyboard.open()) {
            for (int i = 0; i < KEY_WARM_UP + Math.min(rounds, KEY_ROUNDS); i++) {
                beginSale(0);
                for (char letter : "COFFEE".toCharArray()) {
                    press(keyboard, letter);
                }
                TimeUnit.MILLISECONDS.sleep(PERSON_MILLIS * 3L);
                watch.forget();
                long begun = System.nanoTime();
                keyboard.down(KeyEvent.VK_ENTER);
                long painted = watch.await(1, PATIENCE_SECONDS);
                TimeUnit.MILLISECONDS.sleep(PERSON_MILLIS);
                keyboard.up(KeyEvent.VK_ENTER);
                if (i >= KEY_WARM_UP) {
                    timings.add(Duration.ofNanos(painted - begun));
                }
            }
        }
        say(RegisterFigure.of("keystroke to painted line", timings));
    }

    /** As a quick typist does: what comes faster is a scanner's, and is read as such. */
    private static void press(BenchKeyboard keyboard, int key) throws InterruptedException {
        keyboard.down(key);
        TimeUnit.MILLISECONDS.sleep(PERSON_MILLIS);
        keyboard.up(key);
        TimeUnit.MILLISECONDS.sleep(PERSON_MILLIS);
    }

    private void searches() throws Exception {
        Catalogue catalogue = sale.catalogue();
        for (String language : List.of("en", "da", "uk")) {
            Timings timings = new Timings();
            for (int i = 0; i < WARM_UP + rounds * 4; i++) {
                String wanted = SEARCHES.get(i % SEARCHES.size());
                long begun = System.nanoTime();
                catalogue.search(wanted, language, 64);
                note(timings, i, System.nanoTime() - begun);
            }
            say(RegisterFigure.of("search in " + language, timings));
        }
    }

    /** From the key that pays exactly to the last byte at the printer, the sale on disk between. */
    private void tenders(int items) throws Exception {
        Timings onDisk = new Timings();
        Timings printed = new Timings();
        Random random = new Random(3);
        int wanted = Math.min(rounds, 200);
        for (int i = 0; i < WARM_UP / 3 + wanted; i++) {
            int place = i;
            beginSale(0);
            for (int line = 0; line < 5; line++) {
                String code = BenchShop.barcode(random.nextInt(items), items);
                SwingUtilities.invokeAndWait(() -> sale.add(code));
            }
            long begun = System.nanoTime();
            SwingUtilities.invokeAndWait(() -> {
                sale.payCash(sale.cashDue());
                sale.finish();
            });
            long finished = System.nanoTime();
            FinishedSale last = sale.last().orElseThrow();
            // The lane has one thread: what is asked now is answered behind the receipt.
            register.parts()
                    .devices()
                    .printer()
                    .orElseThrow()
                    .ask(printer -> printer.columns())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (last.total().isNegative()) {
                throw new DemoFailedException("a sale paid money out");
            }
            if (place >= WARM_UP / 3) {
                onDisk.add(Duration.ofNanos(finished - begun));
                printed.add(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        say(RegisterFigure.of("tender to sale on disk", onDisk));
        say(RegisterFigure.of("tender to receipt at the printer", printed));
    }

    private void close(RegisterHome home, int sales) throws IOException, JournalException {
        Path directory = Files.createTempDirectory(home.directory(), "close");
        CloseBench.Result result = CloseBench.run(directory, sales, sale.catalogue(), System::nanoTime);
        Timings timings = new Timings();
        timings.add(result.close());
        say(RegisterFigure.of("close of a till with " + result.sales() + " sales", timings));
        Timings starts = new Timings();
        starts.add(result.start());
        say(RegisterFigure.of("start with that till open", starts));
    }

    /** What lives, not what waits to be collected. */
    private void heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        say(RegisterFigure.ofBytes("heap allowed", machine.maxMemory()));
        say(RegisterFigure.ofBytes(RegisterFigure.HEAP, machine.totalMemory() - machine.freeMemory()));
    }

    private void beginSale(int i) throws Exception {
        if (i % LINES_A_SALE == 0) {
            SwingUtilities.invokeAndWait(() -> {
                if (!sale.isEmpty()) {
                    sale.voidSale(sale.operator().orElseThrow());
                }
            });
        }
    }

    private static void note(Timings timings, int i, long nanos) {
        if (i >= WARM_UP) {
            timings.add(Duration.ofNanos(nanos));
        }
    }

    private void say(RegisterFigure figure) {
        out.println(figure.line());
    }
}

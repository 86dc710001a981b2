package org.tillwright.system.devices;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.system.FaultShop;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** One counter from opening to closing: a register on its own disk, its devices, and so many rounds of faults. */
final class DeviceFaultRun {

    private static final int ITEMS = 1_000;
    private static final RegisterSettings.WindowSize WINDOW = new RegisterSettings.WindowSize(1024, 768);

    private final Path directory;
    private final Path lines;
    private final FaultTally tally;
    private final @Nullable Plant plant;
    private final IntConsumer progress;
    private boolean isInWindow;

    /**
     * @param directory the register's home, made anew
     * @param lines where the serial ports get their names
     * @param progress told of each round that is done, by its number
     */
    DeviceFaultRun(Path directory, Path lines, FaultTally tally, @Nullable Plant plant, IntConsumer progress) {
        this.directory = directory;
        this.lines = lines;
        this.tally = tally;
        this.plant = plant;
        this.progress = progress;
    }

    /** Has it played at a register with its real window; there is one screen, so only one of them at a time. */
    DeviceFaultRun inWindow() {
        isInWindow = true;
        return this;
    }

    /** Every kind as often as every other, in an order that nobody expects. */
    static List<FaultKind> shuffled(int rounds, Random random) {
        List<FaultKind> each = List.of(FaultKind.values());
        List<FaultKind> kinds = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            kinds.add(each.get(i % each.size()));
        }
        Collections.shuffle(kinds, random);
        return kinds;
    }

    /** Plays these rounds; what went wrong is in the tally. */
    void play(List<FaultKind> rounds, long seed) throws IOException, JournalException, InterruptedException {
        var random = new Random(seed);
        List<FinishedSale> sold;
        Path journal;
        try (FaultCounter counter = new FaultCounter(lines)) {
            RegisterSettings settings = RegisterSettings.DEFAULT
                    .withServer(URI.create("http://127.0.0.1:9"))
                    .withDevices(counter.uris());
            if (isInWindow) {
                settings = settings.withWindow(WINDOW);
            }
            FaultShop shop = FaultShop.make(directory, ITEMS, settings);
            journal = shop.home().journal();
            var failures = new ToldFailures();
            try (Till till = isInWindow
                    ? Till.withWindow(shop, settings, failures)
                    : Till.withoutWindow(shop, settings, failures)) {
                var selling = new Selling(till, counter, shop::barcode, tally, random, plant);
                var shift = new FaultShift(till.parts(), counter, failures, selling, tally, random);
                try (EventThreadWatch watch =
                        new EventThreadWatch(till.eventThread(), RunQueue.ofThread(till.threadName()))) {
                    rounds(rounds, shift, counter, watch);
                }
                sold = shift.sales();
                afterwards(counter, sold);
            }
        }
        onDisk(journal, sold);
    }

    private void rounds(List<FaultKind> rounds, FaultShift shift, FaultCounter counter, EventThreadWatch watch)
            throws IOException, InterruptedException {
        for (int i = 0; i < rounds.size(); i++) {
            counter.serial().get(0).tap().swallow(plant == Plant.LOST_RECEIPT);
            shift.round(i + 1, rounds.get(i));
            if (plant == Plant.SECOND_ORIGINAL && !shift.sales().isEmpty()) {
                shift.printSecondOriginal(shift.sales().get(shift.sales().size() - 1));
            }
            progress.accept(i + 1);
        }
        watch.blocked().forEach(blocked -> tally.violated("the event thread was blocked for " + blocked));
        tally.blocked(watch.longest());
        tally.diskTook(watch.longestDisk());
        tally.count("times the machine was slow for everybody", watch.timesMachineWasSlow());
        tally.count("times the disk took long to keep a sale", watch.timesDiskWasSlow());
    }

    /** Papers of earlier rounds may have come late: in the end no sale has two originals. */
    private void afterwards(FaultCounter counter, List<FinishedSale> sold) {
        for (FinishedSale sale : sold) {
            if (counter.paper().originals(sale) > 1) {
                tally.violated("in the end " + counter.paper().originals(sale) + " receipts of one sale are no copies");
            }
        }
        tally.count("payments asked of the terminals", counter.book().requests());
    }

    /** Reads the register's disk as it is after the end: every sale is there once, and no other. */
    private void onDisk(Path file, List<FinishedSale> sold) throws JournalException {
        Set<UUID> ids = new HashSet<>();
        int records = 0;
        try (Journal journal = Journal.open(file, Clock.systemUTC())) {
            for (var record : journal.since(0, RecordKind.SALE)) {
                ids.add(WireJson.read(record.body(), JournalRecord.class)
                        .message(SaleMessage.class)
                        .transactionId());
                records++;
            }
        }
        long lost = sold.stream()
                .filter(sale -> !ids.contains(sale.transactionId()))
                .count();
        if (lost > 0 || records != sold.size()) {
            tally.violated(lost + " sales are not on disk; " + records + " are, and " + sold.size() + " were made");
        }
    }

    /** A run leaves nothing behind but what it told. */
    static void tidy(Path directory) throws IOException {
        if (Files.exists(directory)) {
            org.tillwright.system.ProjectPlace.deleteTree(directory);
        }
    }
}

package org.tillwright.system.devices;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.receipt.ReceiptLayout;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.text.Texts;

/** One counter's cashier: sells on and on while devices break, and after each round counts money and paper. */
final class FaultShift {

    /** What a lane may take to give everything up that hangs, on a busy machine. */
    private static final long QUIET_PATIENCE_SECONDS = 90;

    /** A port's name may still be taken for a moment by another program that had a port of this name. */
    private static final int MOST_ATTEMPTS = 3;

    private static final long PRINT_PATIENCE_MILLIS = 3_000;

    private final RegisterParts register;
    private final FaultCounter counter;
    private final ToldFailures failures;
    private final Selling selling;
    private final FaultTally tally;
    private final Random random;
    private final List<FinishedSale> all = new ArrayList<>();
    private long bookedMinor;

    FaultShift(
            RegisterParts register,
            FaultCounter counter,
            ToldFailures failures,
            Selling selling,
            FaultTally tally,
            Random random) {
        this.register = register;
        this.counter = counter;
        this.failures = failures;
        this.selling = selling;
        this.tally = tally;
        this.random = random;
    }

    List<FinishedSale> sales() {
        return List.copyOf(all);
    }

    /** Sells with something broken on the way, mends it, and looks what came of it. */
    void round(int number, FaultKind kind) throws IOException, InterruptedException {
        failures.forget();
        List<FinishedSale> sold = new ArrayList<>();
        var fault = new Fault(kind, counter, register, tally, random);
        try {
            fault.armTerminal();
            CompletableFuture<Void> breaking = fault.breakSoon();
            sold.add(selling.sell(1 + random.nextInt(3), kind == FaultKind.CUT_TERMINAL || random.nextInt(4) == 0));
            sold.add(selling.sell(1, false));
            done(breaking, "the fault itself could not be made");
        } catch (StuckTillException e) {
            tally.violated("round " + number + ", " + kind.words() + ": " + e.getMessage());
        } finally {
            fault.heal();
        }
        all.addAll(sold);
        quiet(number);
        countMoney(number, kind, sold);
        countPaper(number, kind, sold);
        fault.restarted();
    }

    /** Waits until the printer's lane has nothing left to do. */
    private void quiet(int number) throws InterruptedException {
        done(
                register.devices().printer().orElseThrow().ask(printer -> printer.columns()),
                "round " + number + ": the printer's lane does not end");
    }

    private void done(CompletableFuture<?> work, String otherwise) throws InterruptedException {
        try {
            work.get(QUIET_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            tally.violated(otherwise + ": " + e);
        }
    }

    private void countMoney(int number, FaultKind kind, List<FinishedSale> sold) {
        for (FinishedSale sale : sold) {
            bookedMinor += sale.sale().tenders().stream()
                    .filter(tender -> tender.type().equals("CARD"))
                    .mapToLong(tender -> tender.amountMinor())
                    .sum();
        }
        if (bookedMinor != counter.book().takenMinor()) {
            tally.violated("round " + number + ", " + kind.words() + ": the register booked " + bookedMinor
                    + " on cards, and the terminal took " + counter.book().takenMinor());
            bookedMinor = counter.book().takenMinor(); // the next round is judged by itself
        }
    }

    private void countPaper(int number, FaultKind kind, List<FinishedSale> sold) throws InterruptedException {
        int missing = 0;
        for (FinishedSale sale : sold) {
            long originals = counter.paper().originals(sale);
            boolean printed = originals + counter.paper().copies(sale) > 0
                    || (failures.of(DeviceKind.PRINTER) <= missing && arrives(sale));
            missing += printed ? 0 : 1;
            if (originals > 1) {
                tally.violated("round " + number + ", " + kind.words() + ": " + originals
                        + " receipts of one sale that are no copies");
            }
        }
        int told = failures.of(DeviceKind.PRINTER);
        tally.count("receipts told as failed", told);
        if (missing > told) {
            tally.violated("round " + number + ", " + kind.words() + ": " + missing + " receipts are missing, and "
                    + told + " were told as failed: " + failures.words());
        }
        for (FinishedSale sale : sold) {
            if (counter.paper().originals(sale) + counter.paper().copies(sale) == 0) {
                printAgain(number, sale);
            } else if (counter.paper().originals(sale) == 0) {
                tally.count("receipts that came as copies", 1);
            }
        }
    }

    /** Bytes that are all written may still be on their way to the paper. */
    private boolean arrives(FinishedSale sale) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PRINT_PATIENCE_MILLIS);
        boolean there = false;
        while (!there && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
            there = counter.paper().originals(sale) + counter.paper().copies(sale) > 0;
        }
        return there;
    }

    /** What a cashier does when a receipt was told as failed and the printer is well again. */
    private void printAgain(int number, FinishedSale sale) throws InterruptedException {
        try {
            boolean printed = false;
            for (int attempt = 0; attempt < MOST_ATTEMPTS && !printed; attempt++) {
                selling.onEventThread(() -> register.sale().books().reprint(sale));
                quiet(number);
                printed = arrives(sale);
                tally.count("receipts asked for again by the cashier", 1);
            }
            if (!printed) {
                tally.violated("round " + number + ": a receipt could not be printed again: " + failures.words());
            }
        } catch (StuckTillException e) {
            tally.violated("round " + number + ": " + e.getMessage());
        }
    }

    /** The bug that a run with {@link Plant#SECOND_ORIGINAL} has to find. */
    void printSecondOriginal(FinishedSale sale) throws InterruptedException {
        register.devices()
                .printer()
                .orElseThrow()
                .use(printer -> printer.print(new ReceiptLayout(
                                register.catalogues().newest().orElseThrow(), Texts.of("en"), printer.columns())
                        .original(sale)));
        quiet(0);
    }
}

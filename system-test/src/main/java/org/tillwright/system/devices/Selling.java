package org.tillwright.system.devices;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.cards.CardDesk;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.simulator.ScannerSimulator;

/** What a cashier's hands do, and what they do when a device does not do its part. */
final class Selling {

    /** A till that takes longer for one key is frozen, also on a machine where everything else is slow. */
    private static final long KEY_PATIENCE_SECONDS = 20;

    /** A cashier scans again or keys the code after so long. */
    private static final long SCAN_PATIENCE_MILLIS = 400;

    private static final long LOOK_EVERY_MILLIS = 10;

    private static final long CARD_PATIENCE_SECONDS = 120;

    /** How often a register asks a terminal what became of a payment before this run gives it up, and how soon again. */
    private static final int MOST_QUESTIONS = 20;

    private static final long ASK_AGAIN_MILLIS = 500;

    /** How long the planted bug holds the event thread. */
    private static final Duration FROZEN = Duration.ofMillis(300);

    private final RegisterParts register;
    private final FaultCounter counter;
    private final Executor eventThread;
    private final boolean hasScreens;
    private final IntFunction<String> codes;
    private final CardDesk cards;
    private final FaultTally tally;
    private final Random random;
    private final @Nullable Plant plant;
    private volatile @Nullable Scan awaited;

    Selling(
            Till till,
            FaultCounter counter,
            IntFunction<String> codes,
            FaultTally tally,
            Random random,
            @Nullable Plant plant) {
        this.register = till.parts();
        this.counter = counter;
        this.eventThread = till.eventThread();
        this.hasScreens = till.hasWindow();
        this.codes = codes;
        this.tally = tally;
        this.random = random;
        this.plant = plant;
        RegisterPlatform platform = register.platform();
        this.cards =
                new CardDesk(register.devices()::cardTerminal, register.journal(), platform.clock(), platform.ids());
        if (!hasScreens) {
            register.devices().listenToScanner(code -> eventThread.execute(() -> scanned(code)));
        }
    }

    /** A code that comes when nobody waits for it any more is one that the cashier has keyed. */
    private void scanned(String code) {
        Scan wanted = awaited;
        if (wanted != null && wanted.code().equals(code) && !wanted.done().isDone()) {
            awaited = null;
            wanted.done().complete(register.sale().add(code));
        }
    }

    /** Sells so many items, and brings the sale to its end whatever the devices do. */
    FinishedSale sell(int items, boolean byCard) throws StuckTillException, InterruptedException {
        for (int i = 0; i < items; i++) {
            ring(codes.apply(random.nextInt(1_000)));
        }
        if (!byCard || !payByCard()) {
            done(onEventThread(() -> register.sale().payCash(register.sale().cashDue())), "cash");
        }
        if (plant == Plant.HELD_JOURNAL) {
            holdJournalOnALane();
        }
        SaleOutcome outcome = onEventThread(this::finish);
        if (outcome instanceof SaleOutcome.Finished finished) {
            tally.count("sales", 1);
            return finished.sale();
        }
        throw new StuckTillException("a paid sale was not finished: " + outcome);
    }

    /** The bug that a run with {@link Plant#HELD_JOURNAL} has to find. */
    private void holdJournalOnALane() throws InterruptedException {
        var hasIt = new CountDownLatch(1);
        var lane = new Thread(
                () -> {
                    synchronized (register.journal()) {
                        hasIt.countDown();
                        LockSupport.parkNanos(FROZEN.toNanos());
                    }
                },
                "a lane that waits for the disk");
        lane.setDaemon(true);
        lane.start();
        hasIt.await();
    }

    private SaleOutcome finish() {
        SaleOutcome outcome = register.sale().finish();
        if (hasScreens && !(outcome instanceof SaleOutcome.Finished)) {
            // What was scanned twice because the first came late is paid too.
            tally.count("sales that a late scan came into", 1);
            register.sale().payCash(register.sale().cashDue());
            outcome = register.sale().finish();
        }
        if (plant == Plant.FROZEN_TILL) {
            LockSupport.parkNanos(FROZEN.toNanos());
        }
        return outcome;
    }

    private void ring(String code) throws StuckTillException, InterruptedException {
        if (hasScreens) {
            ringAtTheWindow(code);
            return;
        }
        var scan = new Scan(code, new CompletableFuture<>());
        awaited = scan;
        try {
            ScannerSimulator scanner = counter.scanner();
            scanner.scan(code);
            done(scan.done().get(SCAN_PATIENCE_MILLIS, TimeUnit.MILLISECONDS), "a scanned code");
            tally.count("items scanned", 1);
        } catch (IOException | TimeoutException e) {
            key(scan);
        } catch (ExecutionException e) {
            throw new StuckTillException("a scanned code broke the till: " + e.getCause());
        }
    }

    /** The screen takes what is scanned; what it does not show after a while is keyed. */
    private void ringAtTheWindow(String code) throws StuckTillException, InterruptedException {
        int before = onEventThread(() -> register.sale().lines().size());
        boolean isThere = false;
        try {
            counter.scanner().scan(code);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SCAN_PATIENCE_MILLIS);
            while (!isThere && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                isThere = onEventThread(() -> register.sale().lines().size()) > before;
            }
        } catch (IOException e) {
            tally.count("scans that reached nobody", 1);
        }
        if (isThere) {
            tally.count("items scanned", 1);
        } else {
            done(onEventThread(() -> register.sale().add(code)), "a keyed code");
            tally.count("items keyed because the scanner was silent", 1);
        }
    }

    /** What the scanner did not bring is keyed; unless it comes at this very moment. */
    private void key(Scan scan) throws StuckTillException, InterruptedException {
        SaleOutcome outcome = onEventThread(() -> {
            awaited = null;
            SaleOutcome late = scan.done().getNow(null);
            return late == null ? register.sale().add(scan.code()) : late;
        });
        done(outcome, "a keyed code");
        tally.count("items keyed because the scanner was silent", 1);
    }

    /** Returns whether the card pays; after a refusal, and after a failure that moved nothing, it is cash. */
    private boolean payByCard() throws StuckTillException, InterruptedException {
        Money due = onEventThread(() -> register.sale().cardDue());
        UUID owner = onEventThread(() -> register.sale().transactionId());
        int approvals = counter.book().approvals();
        if (plant == Plant.REPEATED_CARD) {
            askWithoutBook(due);
        }
        CardResult result = answer(cards.pay(owner, due));
        for (int i = 0; i < MOST_QUESTIONS && result instanceof CardResult.Unknown; i++) {
            tally.count("times the terminal was asked what became of a card", 1);
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
            result = Objects.requireNonNullElse(answer(cards.whatBecame(owner)), result);
        }
        if (result instanceof CardResult.Approved approved) {
            tally.count("cards approved", 1);
            done(onEventThread(() -> register.sale().payCard(approved.amount(), approved.card())), "a card");
            return true;
        }
        if (result instanceof CardResult.Unknown) {
            tally.count("cards of which only a person knew", 1);
            // A person looks at the terminal, as the question on the screen says.
            if (counter.book().approvals() > approvals) {
                done(onEventThread(() -> register.sale().payCard(due, Payment.UNCLEAR_CARD)), "an unclear card");
                return true;
            }
        }
        return false;
    }

    /** The bug that a run with {@link Plant#REPEATED_CARD} has to find: a payment that is asked for, and asked for again. */
    private void askWithoutBook(Money due) throws StuckTillException, InterruptedException {
        answer(register.devices().cardTerminal().orElseThrow().ask(terminal -> terminal.authorize(due)));
    }

    /** The terminal's answer; null where the register says that it certainly was not asked. */
    private @Nullable CardResult answer(CompletableFuture<CardResult> asked)
            throws StuckTillException, InterruptedException {
        try {
            return asked.get(CARD_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceException) {
                tally.count("questions that did not reach the terminal", 1);
                return null;
            }
            throw new StuckTillException("the card's lane broke: " + e.getCause());
        } catch (TimeoutException e) {
            throw new StuckTillException("the card terminal's lane gave no answer in " + CARD_PATIENCE_SECONDS + " s");
        }
    }

    private static void done(SaleOutcome outcome, String what) throws StuckTillException {
        if (!(outcome instanceof SaleOutcome.Done)) {
            throw new StuckTillException(what + " was not taken: " + outcome);
        }
    }

    /** Presses a key, as it were, and waits for what the register makes of it. */
    <T> T onEventThread(Supplier<T> key) throws StuckTillException, InterruptedException {
        try {
            return CompletableFuture.supplyAsync(key, eventThread).get(KEY_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StuckTillException("a key broke the till: " + e.getCause());
        } catch (TimeoutException e) {
            throw new StuckTillException(
                    "the till is frozen: a key was not answered in " + KEY_PATIENCE_SECONDS + " s");
        }
    }

    /** A code on its way from the scanner. */
    private record Scan(String code, CompletableFuture<SaleOutcome> done) {}
}

package org.tillwright.system.devices;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.host.HostHealth;
import org.tillwright.system.devices.FaultCounter.SerialDevice;

/** One fault: when it comes, whom it hits, and how it is mended. All by the dice, before it comes. */
final class Fault {

    /** Messages of a question, a registration, an approved payment, and a few more. */
    static final int TERMINAL_MESSAGES = 20;

    /** A long run must have cut before each of the first so many: they occur in every dialogue on a new connection. */
    static final int SURE_MESSAGES = 17;

    /** A sale of these rounds takes about as long, so a fault may come at any moment of it. */
    private static final int MOST_DELAY_MILLIS = 120;

    private static final int MOST_GARBAGE_BYTES = 300;
    private static final long RESTART_PATIENCE_SECONDS = 30;

    private final FaultKind kind;
    private final FaultCounter counter;
    private final RegisterParts register;
    private final FaultTally tally;
    private final int delayMillis;
    private final SerialDevice device;
    private final int message;
    private final byte[] garbage;
    private final boolean garbageFromTerminal;
    private int restartsBefore;

    Fault(FaultKind kind, FaultCounter counter, RegisterParts register, FaultTally tally, Random random) {
        this.kind = kind;
        this.counter = counter;
        this.register = register;
        this.tally = tally;
        delayMillis = random.nextInt(MOST_DELAY_MILLIS);
        // The printer twice as often as the others: it has the most to lose.
        device =
                counter.serial().get(Math.max(0, random.nextInt(counter.serial().size() + 1) - 1));
        message = random.nextInt(TERMINAL_MESSAGES);
        garbage = new byte[1 + random.nextInt(MOST_GARBAGE_BYTES)];
        random.nextBytes(garbage);
        garbageFromTerminal = random.nextInt(4) == 0;
    }

    /** Cutting the terminal is prepared before it is asked, and happens by itself. */
    void armTerminal() {
        restartsBefore = health().restarts();
        if (kind == FaultKind.CUT_TERMINAL) {
            counter.terminalTap().cutBefore(message);
        }
    }

    private HostHealth health() {
        return register.devices().host().health();
    }

    /** Lets the fault come after its delay. */
    CompletableFuture<Void> breakSoon() {
        return CompletableFuture.runAsync(
                this::strike, CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS));
    }

    private void strike() {
        try {
            boolean met =
                    switch (kind) {
                        case PULL_CABLE -> pull();
                        case DEAF_PEER -> deafen();
                        case GARBAGE -> babble();
                        case KILL_HOST -> signalHost("KILL");
                        case STOP_HOST -> signalHost("STOP");
                        case CUT_TERMINAL -> false; // told when it is mended
                    };
            if (met) {
                tally.met(kind);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pull() throws IOException, InterruptedException {
        device.cable().pull();
        tally.count("cable pulled: " + device.kind().setting(), 1);
        return true;
    }

    private boolean deafen() throws IOException, InterruptedException {
        device.cable().goDeaf();
        tally.count("deaf: " + device.kind().setting(), 1);
        return true;
    }

    private boolean babble() {
        Tap tap = garbageFromTerminal ? counter.terminalTap() : device.tap();
        DeviceKind from = garbageFromTerminal ? DeviceKind.CARD_TERMINAL : device.kind();
        boolean heard = tap.inject(garbage);
        if (heard) {
            tally.count("garbage: " + from.setting(), 1);
        }
        return heard;
    }

    private boolean signalHost(String signal) throws InterruptedException {
        long pid = health().pid();
        if (pid == 0) {
            return false; // it is being started again after the round before
        }
        try {
            Signals.send(signal, pid);
            return true;
        } catch (IOException e) {
            return false; // it has ended by itself at this very moment, to free a port
        }
    }

    /** Mends everything; a host is mended by the register alone. */
    void heal() throws IOException, InterruptedException {
        int cut = counter.terminalTap().letThrough();
        if (kind == FaultKind.CUT_TERMINAL && cut >= 0) {
            tally.met(kind);
            tally.cutBefore(cut);
        }
        counter.heal();
    }

    /** A host that was hit is back, and was counted. */
    void restarted() throws InterruptedException {
        if (kind != FaultKind.KILL_HOST && kind != FaultKind.STOP_HOST) {
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RESTART_PATIENCE_SECONDS);
        while (health().pid() == 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        HostHealth now = health();
        if (now.pid() == 0) {
            tally.violated("the device host did not come back within " + RESTART_PATIENCE_SECONDS + " s");
        } else if (now.restarts() > restartsBefore) {
            tally.count("restarts of the device host", now.restarts() - restartsBefore);
            tally.restarted(now.lastRestart());
        }
    }
}

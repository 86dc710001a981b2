package org.tillwright.register.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;

/**
 * The devices of one register, made from their addresses. Making them touches no hardware: each is opened on its own
 * lane when it is first used, and opened again on the next use after it failed.
 */
public final class Devices implements AutoCloseable {

    /** How long jobs that wait when the register ends may still take, all lanes together. */
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(3);

    private final DeviceListener listener;
    private final List<LaneThread> threads = new ArrayList<>();
    private final @Nullable Scanner scanner;
    private final @Nullable BadgeReader badgeReader;
    private final @Nullable DeviceLane<ReceiptPrinter> printer;
    private final @Nullable DeviceLane<CashDrawer> drawer;
    private final @Nullable DeviceLane<LineDisplay> display;
    private final @Nullable DeviceLane<CardTerminal> cardTerminal;
    private final @Nullable DeviceLane<Scale> scale;
    private final @Nullable DeviceLane<PaymentGateway> wallet;
    private @Nullable ListeningLane scannerLane;
    private @Nullable ListeningLane badgeLane;

    private Devices(DeviceFactory made, DeviceListener listener) {
        this.listener = listener;
        scanner = made.scanner;
        badgeReader = made.badgeReader;
        LaneThread printerThread = thread(DeviceKind.PRINTER, made.printer);
        printer = lane(DeviceKind.PRINTER, made.printer, printerThread);
        // The drawer hangs on the printer's line, so it is opened from the printer's thread.
        drawer = lane(DeviceKind.DRAWER, made.drawer, printerThread);
        display = lane(DeviceKind.DISPLAY, made.display, thread(DeviceKind.DISPLAY, made.display));
        cardTerminal =
                lane(DeviceKind.CARD_TERMINAL, made.cardTerminal, thread(DeviceKind.CARD_TERMINAL, made.cardTerminal));
        scale = lane(DeviceKind.SCALE, made.scale, thread(DeviceKind.SCALE, made.scale));
        wallet = lane(DeviceKind.WALLET, made.wallet, thread(DeviceKind.WALLET, made.wallet));
    }

    private @Nullable LaneThread thread(DeviceKind kind, @Nullable Object device) {
        if (device == null) {
            return null;
        }
        var thread = new LaneThread(kind.words());
        threads.add(thread);
        return thread;
    }

    private <D> @Nullable DeviceLane<D> lane(DeviceKind kind, @Nullable D device, @Nullable LaneThread thread) {
        return device == null || thread == null ? null : new DeviceLane<>(kind, device, thread, listener);
    }

    /** Returns everything wrong with these addresses, each with the name of its setting; empty when all are sound. */
    public static List<Fault> faultsOf(DeviceUris uris) {
        return List.copyOf(new DeviceFactory(uris).faults);
    }

    /**
     * Makes the devices at these addresses.
     *
     * @throws IllegalArgumentException if {@link #faultsOf} has something to say
     */
    public static Devices open(DeviceUris uris, DeviceListener listener) {
        var made = new DeviceFactory(uris);
        if (!made.faults.isEmpty()) {
            throw new IllegalArgumentException("device addresses: " + made.faults);
        }
        return new Devices(made, listener);
    }

    public Optional<DeviceLane<ReceiptPrinter>> printer() {
        return Optional.ofNullable(printer);
    }

    public Optional<DeviceLane<CashDrawer>> drawer() {
        return Optional.ofNullable(drawer);
    }

    public Optional<DeviceLane<LineDisplay>> display() {
        return Optional.ofNullable(display);
    }

    public Optional<DeviceLane<CardTerminal>> cardTerminal() {
        return Optional.ofNullable(cardTerminal);
    }

    public Optional<DeviceLane<Scale>> scale() {
        return Optional.ofNullable(scale);
    }

    public Optional<DeviceLane<PaymentGateway>> wallet() {
        return Optional.ofNullable(wallet);
    }

    /**
     * Hands over what the scanner reads from now on, on the scanner's thread; does nothing when there is no scanner. A
     * lost scanner is told to the listener once and looked for again until {@link #close()}.
     */
    public synchronized void listenToScanner(Consumer<String> codes) {
        if (scannerLane != null) {
            throw new IllegalStateException("the scanner has a listener already");
        }
        if (scanner != null) {
            scannerLane = new ListeningLane(DeviceKind.SCANNER, scanner, codes, listener);
            scannerLane.start();
        }
    }

    /** Hands over what the badge reader reads, in the same way; does nothing when there is no badge reader. */
    public synchronized void listenToBadgeReader(Consumer<String> badges) {
        if (badgeLane != null) {
            throw new IllegalStateException("the badge reader has a listener already");
        }
        if (badgeReader != null) {
            badgeLane = new ListeningLane(DeviceKind.BADGE_READER, badgeReader, badges, listener);
            badgeLane.start();
        }
    }

    /** Ends all lanes. Takes a few seconds at most, whatever state the devices are in. */
    @Override
    public synchronized void close() {
        if (scannerLane != null) {
            scannerLane.close();
        }
        if (badgeLane != null) {
            badgeLane.close();
        }
        cardTerminal().ifPresent(lane -> lane.device().cancel());
        threads.forEach(LaneThread::finish);
        long deadline = System.nanoTime() + FINISH_PATIENCE.toNanos();
        threads.forEach(thread -> thread.awaitUntil(deadline));
        printer().ifPresent(lane -> lane.device().close());
        drawer().ifPresent(lane -> lane.device().close());
        display().ifPresent(lane -> lane.device().close());
        cardTerminal().ifPresent(lane -> lane.device().close());
        scale().ifPresent(lane -> lane.device().close());
        wallet().ifPresent(lane -> lane.device().close());
    }
}

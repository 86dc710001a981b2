package org.tillwright.register.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.address.Drivers;
import org.tillwright.register.device.fiscal.FiscalDevice;
import org.tillwright.register.device.host.DriverHost;
import org.tillwright.register.device.jpos.DriverFolder;
import org.tillwright.wire.json.Fault;

/**
 * The devices of one register, made from their addresses. Making them touches no hardware: each is opened on its own
 * lane when it is first used, and opened again on the next use after it failed.
 */
public final class Devices implements AutoCloseable {

    /** How long jobs that wait when the register ends may still take, all lanes together. */
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(3);

    private final DriverHost host;
    private final DeviceListener listener;
    private final List<LaneThread> threads = new ArrayList<>();
    private final Scanners scanners = new Scanners();
    private final @Nullable BadgeReader badgeReader;
    private final @Nullable DeviceLane<ReceiptPrinter> printer;
    private final @Nullable DeviceLane<CashDrawer> drawer;
    private final @Nullable DeviceLane<LineDisplay> display;
    private final @Nullable DeviceLane<CardTerminal> cardTerminal;
    private final @Nullable DeviceLane<Scale> scale;
    private final @Nullable DeviceLane<PaymentGateway> wallet;
    private final @Nullable DeviceLane<LabelPrinter> labelPrinter;
    private final @Nullable DeviceLane<FiscalDevice> fiscal;
    private final Map<String, ReceiptPrinter> stations;
    private @Nullable ListeningLane badgeLane;
    private @Nullable PrinterWatch printerWatch;
    private @Nullable DrawerWatch drawerWatch;

    private Devices(
            DriverHost host, AtomicReference<@Nullable LaneThread> paying, Drivers made, DeviceListener listener) {
        this.host = host;
        this.listener = listener;
        badgeReader = made.badgeReader();
        add(DeviceKind.SCANNER, made.scanner());
        add(DeviceKind.SECOND_SCANNER, made.secondScanner());
        LaneThread printerThread = thread(DeviceKind.PRINTER, made.printer());
        printer = lane(DeviceKind.PRINTER, made.printer(), printerThread);
        drawer = lane(DeviceKind.DRAWER, made.drawer(), drawerThread(made.drawer(), printerThread));
        display = lane(DeviceKind.DISPLAY, made.display(), thread(DeviceKind.DISPLAY, made.display()));
        LaneThread cardThread = thread(DeviceKind.CARD_TERMINAL, made.cardTerminal());
        paying.set(cardThread);
        cardTerminal = lane(DeviceKind.CARD_TERMINAL, made.cardTerminal(), cardThread);
        scale = lane(DeviceKind.SCALE, made.scale(), thread(DeviceKind.SCALE, made.scale()));
        wallet = lane(DeviceKind.WALLET, made.wallet(), thread(DeviceKind.WALLET, made.wallet()));
        labelPrinter = lane(
                DeviceKind.LABEL_PRINTER, made.labelPrinter(), thread(DeviceKind.LABEL_PRINTER, made.labelPrinter()));
        fiscal = lane(DeviceKind.FISCAL, made.fiscal(), thread(DeviceKind.FISCAL, made.fiscal()));
        stations = made.stations();
    }

    private void add(DeviceKind kind, @Nullable Scanner scanner) {
        if (scanner != null) {
            scanners.add(kind, scanner, scanner.answers() ? thread(kind, scanner) : null);
        }
    }

    private @Nullable LaneThread thread(DeviceKind kind, @Nullable Object device) {
        if (device == null) {
            return null;
        }
        var thread = new LaneThread(kind.words());
        threads.add(thread);
        return thread;
    }

    /** A drawer that hangs on the printer's line is opened from the printer's thread. */
    private @Nullable LaneThread drawerThread(@Nullable CashDrawer made, @Nullable LaneThread printerThread) {
        return made != null && made.hangsOnPrinter() ? printerThread : thread(DeviceKind.DRAWER, made);
    }

    private <D> @Nullable DeviceLane<D> lane(DeviceKind kind, @Nullable D device, @Nullable LaneThread thread) {
        return device == null || thread == null ? null : new DeviceLane<>(kind, device, thread, listener);
    }

    /** Returns everything wrong with these addresses, each with the name of its setting; empty when all are sound. */
    public static List<Fault> faultsOf(DeviceUris uris) {
        // A host that is not used is not started.
        return Drivers.of(uris, new DriverHost(() -> true), PaymentGateway.NONE).faults();
    }

    /**
     * Makes the devices at these addresses.
     *
     * @throws IllegalArgumentException if {@link #faultsOf} has something to say
     */
    public static Devices open(DeviceUris uris, DeviceListener listener) {
        return open(uris, PaymentGateway.NONE, listener);
    }

    /**
     * The same for a register that has a server.
     *
     * @param atServer takes payments from phones where the settings say {@code wallet = server}
     */
    public static Devices open(DeviceUris uris, PaymentGateway atServer, DeviceListener listener) {
        var paying = new AtomicReference<@Nullable LaneThread>();
        // No other device's trouble is worth a card payment whose outcome nobody knows.
        BooleanSupplier mayBeEnded = () -> isIdle(paying.get());
        Path jposFile = uris.hasMakersServices() ? uris.jposFile() : null;
        DriverHost host = jposFile == null
                ? new DriverHost(mayBeEnded)
                : new DriverHost(new DriverFolder(jposFile).directory(), mayBeEnded);
        host.onLoss(listener::hostRestarted);
        var made = Drivers.of(uris, host, atServer);
        if (!made.faults().isEmpty()) {
            throw new IllegalArgumentException("device addresses: " + made.faults());
        }
        return new Devices(host, paying, made, listener);
    }

    private static boolean isIdle(@Nullable LaneThread thread) {
        return thread == null || thread.isIdle();
    }

    /** The process that serial ports and vendors' drivers live in: started when the first of them is used. */
    public DriverHost host() {
        return host;
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

    public Optional<DeviceLane<LabelPrinter>> labelPrinter() {
        return Optional.ofNullable(labelPrinter);
    }

    /** What signs sales for the law. */
    public Optional<DeviceLane<FiscalDevice>> fiscal() {
        return Optional.ofNullable(fiscal);
    }

    /**
     * The printers in kitchens and at bars, by the id of their station. They have no lanes here: whoever has tickets for them
     * sees to it that each is used by one thread, and closes them.
     */
    public Map<String, ReceiptPrinter> stations() {
        return stations;
    }

    /**
     * Hands over what the scanners read from now on, each on its own thread; does nothing when there is none. A lost
     * scanner is told to the listener once and looked for again until {@link #close()}.
     */
    public synchronized void listenToScanner(Consumer<String> codes) {
        scanners.listen(codes, listener);
    }

    /** What was scanned last counts: a scanner that can be told sounds so. Never waits. */
    public void scanAccepted() {
        scanners.answer(Scanner::accepted);
    }

    /** What was scanned last does not count. */
    public void scanRefused() {
        scanners.answer(Scanner::refused);
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

    /** The badge reader, where it is one that types: what it reads comes among the keys. */
    public Optional<TypedBadges> typedBadges() {
        return badgeReader instanceof TypedBadges typed ? Optional.of(typed) : Optional.empty();
    }

    /**
     * Asks the receipt printer every few seconds how it is, and a drawer that hangs on none whether it is open, and tells the
     * listener; does nothing when there is neither, or one whose line goes one way.
     */
    public synchronized void watchPrinter() {
        if (printerWatch == null && printer != null) {
            printerWatch = new PrinterWatch(DeviceKind.PRINTER, printer, listener);
            printerWatch.start();
        }
        if (drawerWatch == null && drawer != null && tellsByItself(drawer.device())) {
            drawerWatch = new DrawerWatch(drawer, listener);
            drawerWatch.start();
        }
    }

    private static boolean tellsByItself(CashDrawer drawer) {
        return !drawer.hangsOnPrinter() && !drawer.mayStandOpen().isZero();
    }

    /** Ends all lanes. Takes a few seconds at most, whatever state the devices are in. */
    @Override
    public synchronized void close() {
        if (printerWatch != null) {
            printerWatch.close();
        }
        if (drawerWatch != null) {
            drawerWatch.close();
        }
        scanners.close();
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
        labelPrinter().ifPresent(lane -> lane.device().close());
        fiscal().ifPresent(lane -> lane.device().close());
        host.close();
    }
}

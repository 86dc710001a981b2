package org.tillwright.register.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.Fault;

/**
 * The devices of one register, made from their addresses. Making them touches no hardware: each is opened on its own
 * lane when it is first used, and opened again on the next use after it failed.
 */
public final class Devices implements AutoCloseable {

    private final @Nullable DeviceLane<ReceiptPrinter> printer;
    private final @Nullable DeviceLane<CashDrawer> drawer;
    private final @Nullable DeviceLane<LineDisplay> display;
    private final @Nullable DeviceLane<CardTerminal> cardTerminal;

    private Devices() {
        printer = null;
        drawer = null;
        display = null;
        cardTerminal = null;
    }

    /** Returns everything wrong with these addresses, each with the name of its setting; empty when all are sound. */
    public static List<Fault> faultsOf(DeviceUris uris) {
        return List.of();
    }

    /**
     * Makes the devices at these addresses.
     *
     * @throws IllegalArgumentException if {@link #faultsOf} has something to say
     */
    public static Devices open(DeviceUris uris, DeviceListener listener) {
        return new Devices();
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

    /**
     * Hands over what the scanner reads from now on, on the scanner's thread; does nothing when there is no scanner. A
     * lost scanner is told to the listener once and looked for again until {@link #close()}.
     */
    public void listenToScanner(Consumer<String> codes) {}

    /** Ends all lanes. Takes a few seconds at most, whatever state the devices are in. */
    @Override
    public void close() {}
}

package org.tillwright.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.StationHealth;
import org.tillwright.register.outbox.DeviceReporter;
import org.tillwright.register.outbox.DutyThread;

/**
 * The devices that the register has at the moment. Others may take their place while it runs: whoever uses a device asks
 * here each time, and whoever listens to one says so here and is called again with the new ones.
 */
final class DeviceShelf implements AutoCloseable {

    private final PaymentGateway wallets;
    private final DeviceHealth health;
    private final StationHealth stations;
    private final DutyThread reports;
    private final List<Consumer<Devices>> users = new ArrayList<>();
    private volatile Devices devices;
    private DeviceUris uris;
    private boolean isClosed;

    /**
     * Opens nothing yet: a device is opened when it is first used.
     *
     * @param wallets asked for payments from phones, whichever devices there are
     * @param server takes reports of how the devices are doing; may wait
     */
    DeviceShelf(
            DeviceUris uris, PaymentGateway wallets, Clock clock, DeviceListener listener, DeviceReporter.Line server) {
        this.uris = uris;
        this.wallets = wallets;
        this.health = new DeviceHealth(clock, listener);
        health.has(uris);
        this.stations = new StationHealth(clock);
        stations.has(uris);
        DeviceReporter reporter = new DeviceReporter(health, stations, server, clock, ProgramVersion.TEXT);
        this.reports = new DutyThread("register devices", reporter::turnAndRest);
        health.onChange(reports::wake);
        stations.onChange(reports::wake);
        this.devices = Devices.open(uris, wallets, health);
    }

    /** Starts to tell the server. */
    void start() {
        reports.start();
    }

    /** What the register has now. Never kept: a moment later it may have others. */
    Devices now() {
        return devices;
    }

    DeviceHealth health() {
        return health;
    }

    /** How the printers in kitchens and at bars are doing; whoever prints there says so. */
    StationHealth stations() {
        return stations;
    }

    /** Calls this with the devices there are, at once, and with those that take their place. */
    synchronized void whenOpened(Consumer<Devices> user) {
        users.add(user);
        user.accept(devices);
    }

    /** How many are called when others take their place. */
    synchronized int userCount() {
        return users.size();
    }

    /**
     * Lets go of the devices and takes others in their place. Waits until the old ones are closed, a few seconds at most:
     * never on the event thread, and never while a sale may use one. The same addresses change nothing.
     *
     * @throws IllegalArgumentException if {@link Devices#faultsOf} has something to say of them
     */
    synchronized void use(DeviceUris next) {
        if (isClosed || next.equals(uris)) {
            return;
        }
        if (!Devices.faultsOf(next).isEmpty()) {
            throw new IllegalArgumentException("device addresses: " + Devices.faultsOf(next));
        }
        devices.close();
        health.has(next);
        stations.has(next);
        uris = next;
        devices = Devices.open(next, wallets, health);
        users.forEach(user -> user.accept(devices));
    }

    @Override
    public void close() {
        reports.close();
        synchronized (this) {
            isClosed = true;
            devices.close();
        }
    }
}

package org.tillwright.register.device.jpos.unit;

import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import jpos.CashDrawer;
import jpos.LineDisplay;
import jpos.MSR;
import jpos.POSPrinter;
import jpos.Scale;
import jpos.Scanner;
import jpos.loader.JposServiceLoader;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.host.HostedService;
import org.tillwright.register.device.jpos.DriverFolder;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposEntryLine;
import org.tillwright.register.device.jpos.JposFile;
import org.tillwright.register.device.jpos.JposFileException;
import org.tillwright.register.device.jpos.JposTarget;
import org.tillwright.register.device.serial.LineException;

/** Devices that makers' JavaPOS services drive, in the device host. */
public final class JposUnits implements HostedService {

    private final Map<String, CountDownLatch> inUse = new ConcurrentHashMap<>();

    @Override
    public HostedDriver open(String argument, EventOutlet events) throws LineException, InterruptedIOException {
        JposTarget target = JposTarget.of(argument);
        JposCategory category = JposCategory.valueOf(target.category());
        load(Path.of(target.file()), target.name(), category);
        CountDownLatch gone = take(target.name());
        boolean isOpen = false;
        try {
            Unit<?> unit = unit(category, target, events);
            unit.open(target.name());
            isOpen = true;
            return new InUse(unit, () -> release(target.name(), gone));
        } finally {
            if (!isOpen) {
                release(target.name(), gone);
            }
        }
    }

    /** Reads the file again each time, so that what IT puts right counts at the next attempt. */
    private static synchronized void load(Path file, String name, JposCategory category) throws LineException {
        try {
            requireFactory(JposFile.read(file).entry(name, category), new DriverFolder(file));
            XmlEntries.use(file);
            var registry = JposServiceLoader.getManager().getEntryRegistry();
            registry.load(); // devices that are open keep what they were opened with
            if (!registry.hasJposEntry(name)) {
                Exception why = registry.getRegPopulator().getLastLoadException();
                throw new LineException(
                        Trouble.NO_DRIVER, "jpos.xml cannot be used: " + (why == null ? "no entry" : why.getMessage()));
            }
        } catch (JposFileException e) {
            throw new LineException(Trouble.NO_DRIVER, e.sentence(), e);
        }
    }

    /** The library would only say that it could not connect. */
    private static void requireFactory(JposEntryLine entry, DriverFolder drivers) throws LineException {
        String resource = entry.factoryClass().replace('.', '/') + ".class";
        if (JposUnits.class.getClassLoader().getResource(resource) == null) {
            throw new LineException(
                    Trouble.NO_DRIVER,
                    "no jar in " + drivers.directory() + " has the class " + entry.factoryClass() + " that \""
                            + entry.name() + "\" needs; put the maker's jar there and start the register again");
        }
    }

    /**
     * Waits until the same device, of an earlier channel, has been given up. Where the maker's code never comes back from
     * that, this never comes back either, and the register starts the device host anew.
     */
    private CountDownLatch take(String name) throws InterruptedIOException {
        var mine = new CountDownLatch(1);
        CountDownLatch before = inUse.putIfAbsent(name, mine);
        while (before != null) {
            try {
                before.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while a device was given up");
            }
            before = inUse.putIfAbsent(name, mine);
        }
        return mine;
    }

    private void release(String name, CountDownLatch gone) {
        inUse.remove(name, gone);
        gone.countDown();
    }

    private static Unit<?> unit(JposCategory category, JposTarget target, EventOutlet events) {
        return switch (category) {
            case POS_PRINTER ->
                new PrinterUnit(new POSPrinter(), target.columns().intValue());
            case CASH_DRAWER -> new DrawerUnit(new CashDrawer());
            case LINE_DISPLAY -> new DisplayUnit(new LineDisplay());
            case SCANNER -> new ScannerUnit(new Scanner(), events);
            case SCALE -> new ScaleUnit(new Scale());
            case MSR -> new StripeUnit(new MSR(), events);
        };
    }

    /** A device that is told when it is free again. */
    private record InUse(Unit<?> unit, Runnable free) implements HostedDriver {

        @Override
        public byte[] call(byte[] request) throws LineException {
            return unit.call(request);
        }

        @Override
        public void close() {
            unit.close();
            free.run();
        }
    }
}

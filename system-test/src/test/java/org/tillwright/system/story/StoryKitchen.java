package org.tillwright.system.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;

/** The printers behind the counter: a narrow one in the kitchen on a cable, a wide one at the bar on the network. */
final class StoryKitchen implements AutoCloseable {

    private static final int NARROW = 42;
    private static final int WIDE = 48;
    private static final long PATIENCE_SECONDS = 60;

    private final PtyPair cable;
    private final Station kitchen;
    private final Station bar;

    StoryKitchen(Path directory) throws IOException {
        cable = PtyPair.open(directory, "kitchen");
        kitchen = new Station("kitchen", cable.far().toString(), cable, NARROW);
        bar = new Station("bar", "tcp:0", null, WIDE);
    }

    DeviceUris with(DeviceUris counter) {
        return counter.withStation("kitchen", "escpos+serial:" + cable.near() + "?baud=38400&columns=" + NARROW)
                .withStation("bar", "escpos+tcp:127.0.0.1:" + bar.printer.tcpPort() + "?columns=" + WIDE);
    }

    Station kitchen() {
        return kitchen;
    }

    Station bar() {
        return bar;
    }

    @Override
    public void close() {
        kitchen.printer.close();
        bar.printer.close();
        cable.close();
    }

    /** Where things are made: what comes out of the printer there. */
    static final class Station {

        private final String name;
        private final PrinterSimulator printer;
        private final BlockingQueue<PrintedReceipt> tickets = new LinkedBlockingQueue<>();

        private Station(String name, String where, PtyPair cable, int columns) throws IOException {
            this.name = name;
            this.printer = PrinterSimulator.open(where, cable, columns, tickets::add);
        }

        PrinterSimulator printer() {
            return printer;
        }

        /** The next ticket; with every byte of it understood. */
        Paper ticket() throws InterruptedException {
            PrintedReceipt ticket = tickets.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ticket == null) {
                throw new AssertionError("No ticket came out in the " + name + ".");
            }
            if (!printer.unknown().isEmpty()) {
                throw new AssertionError("The printer in the " + name + " does not know " + printer.unknown());
            }
            return new Paper(ticket.text());
        }

        /** Tickets that came out and that nobody took. */
        int left() {
            return tickets.size();
        }

        void clear() {
            tickets.clear();
        }
    }
}

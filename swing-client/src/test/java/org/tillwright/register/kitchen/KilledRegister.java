package org.tillwright.register.kitchen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/** A register in a process of its own, which sells soup until it is killed; then it says what it sold. */
final class KilledRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KilledRegister() {}

    /** Arguments: directory, address of the kitchen's printer, how many orders in all. */
    public static void main(String[] args) throws Exception {
        int most = Integer.parseInt(args[2]);
        try (Devices devices = Devices.open(DeviceUris.NONE.withStation("kitchen", args[1]), failure -> {});
                RestaurantTill till = new RestaurantTill(Path.of(args[0]), "till-01", devices.stations())) {
            boolean wasInterrupted = till.sale.recover();
            till.kitchen.start();
            if (wasInterrupted) {
                till.pay();
            }
            while (till.journal.since(0, RecordKind.SALE).size() < most) {
                till.order("SOUP");
                till.pay();
            }
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!till.kitchen.waiting().isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20); // the printer prints as fast as it likes
            }
            try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
                for (var record : till.journal.since(0, RecordKind.SALE)) {
                    out.println(TestRegister.message(record, SaleMessage.class)
                            .details()
                            .pickup());
                }
            }
            till.kitchen.close();
        }
        System.exit(0);
    }
}

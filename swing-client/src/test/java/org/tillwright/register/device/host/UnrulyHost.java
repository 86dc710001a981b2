package org.tillwright.register.device.host;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** A device host with a driver that does as it is told, which is mostly what no driver should do. */
final class UnrulyHost {

    private UnrulyHost() {}

    public static void main(String[] arguments) {
        Map<String, HostedService> services = new HashMap<>(HostMain.services());
        services.put("unruly", (argument, events) -> new Unruly(argument, events));
        HostMain.run(services);
    }

    private record Unruly(String argument, HostedService.EventOutlet events) implements HostedService.HostedDriver {

        @Override
        public byte[] call(byte[] request) throws LineException {
            String asked = new String(request, StandardCharsets.UTF_8);
            switch (asked) {
                case "hang" -> hang();
                case "crash" -> Runtime.getRuntime().halt(134);
                case "print" -> chat();
                case "flood" -> flood();
                case "refuse" -> throw new LineException(Trouble.PAPER_OUT, "no paper");
                case "bug" -> throw new IllegalStateException("a driver's bug");
                case "talk" -> System.err.println("x".repeat(1_000_000));
                default -> {}
            }
            return (argument + ":" + asked).getBytes(StandardCharsets.UTF_8);
        }

        /** As native code does, which knows nothing of where Java's standard output goes. */
        private static void chat() {
            try (var pipe = new FileOutputStream("/proc/self/fd/1")) {
                pipe.write("a driver that chats\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Sends far more than anyone has room for; waits in the end, on a thread of its own. */
        private void flood() {
            var thread = new Thread(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        events.event(("event " + i).getBytes(StandardCharsets.UTF_8));
                    }
                    events.ended(new LineException(Trouble.UNPLUGGED, "that was all"));
                } catch (IOException e) {
                    System.err.println("closed: " + e.getMessage());
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() {}
    }
}

package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scales that answer nonsense. What comes of it is a reading within bounds or a device's trouble, never anything else.
 * (Records have no check sum: that a bent weight is not sold is for the amount to show, see WeighingAtTheTillTest.) The
 * seed is printed and taken back by {@code -Dscales.seed=N}.
 */
@Timeout(180)
class HostileScaleTest {

    private static final int ROUNDS = 400;
    private static final long PRICE = 1_990;

    private final long seed = Long.getLong("scales.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void nonsenseFromAPriceComputingScaleIsTroubleOrAReadingWithinBounds() throws Exception {
        fuzz("dialog06");
    }

    @Test
    void nonsenseFromABenchScaleIsTroubleOrAReadingWithinBounds() throws Exception {
        fuzz("nci");
    }

    private void fuzz(String protocol) throws Exception {
        int told = 0;
        int troubles = 0;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread peer = new Thread(() -> answerAll(server, protocol), "hostile scale");
            peer.setDaemon(true);
            peer.start();
            for (int round = 0; round < ROUNDS; round++) {
                String uri = protocol + "+tcp:127.0.0.1:" + server.getLocalPort();
                try (Devices devices = Devices.open(DeviceUris.NONE.with(DeviceKind.SCALE, uri), failure -> {})) {
                    ScaleReading reading = devices.scale()
                            .orElseThrow()
                            .ask(scale -> scale.weigh(new WeighingOrder(1, PRICE, 0, "")))
                            .get(60, TimeUnit.SECONDS);
                    requirePlausible(reading);
                    told++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).as("seed " + seed).isInstanceOf(DeviceException.class);
                    troubles++;
                }
            }
        }
        assertThat(told).as("answers that were understood, seed " + seed).isPositive();
        assertThat(troubles).as("answers that were not, seed " + seed).isPositive();
    }

    private void requirePlausible(ScaleReading reading) {
        assertThat(reading.weight().milli()).as("seed " + seed).isBetween(-999_999_999L, 999_999_999L);
        if (reading.isSellable() && reading.price() != null) {
            assertThat(reading.price().perKgMinor()).as("seed " + seed).isBetween(0L, 999_999L);
            assertThat(reading.price().amountMinor()).as("seed " + seed).isBetween(0L, 999_999L);
        }
    }

    private void answerAll(ServerSocket server, String protocol) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.setSoTimeout(5_000);
                answer(caller.getInputStream(), caller.getOutputStream(), protocol);
            } catch (IOException e) {
                // The register has hung up on nonsense, or the test is over.
            }
        }
    }

    private void answer(InputStream in, OutputStream out, String protocol) throws IOException {
        byte[] asked = new byte[256];
        for (int i = 0; i < 4 && in.read(asked) > 0; i++) {
            byte[] sound = likely(protocol, i);
            byte[] said = mutated(sound);
            out.write(said);
            out.flush();
            if (!Arrays.equals(said, sound)) {
                return; // and hangs up, so that nobody waits for the end of nonsense
            }
        }
    }

    /** What a scale could well have said here. */
    private byte[] likely(String protocol, int turn) {
        long grams = random.nextInt(15_000);
        if (protocol.equals("nci")) {
            return ascii(String.format(Locale.ROOT, "\n%03d.%03dkg\r\n00\r\u0003", grams / 1000, grams % 1000));
        }
        return switch (random.nextInt(8)) {
            case 0 -> ascii("\u0015");
            case 1 -> ascii("\u000209\u001B" + random.nextInt(4) + random.nextInt(3) + "\u0003");
            case 2 -> ascii("\u000211\u001B2" + random.nextInt(10) + "F\u0003");
            default ->
                turn == 0
                        ? ascii("\u0006")
                        : ascii(String.format(
                                Locale.ROOT,
                                "\u000202\u001B3\u001B%05d\u001B%06d\u001B%06d\u0003",
                                grams,
                                PRICE,
                                (grams * PRICE + 500) / 1000));
        };
    }

    /** Some as they are, some bent, some replaced by noise. */
    private byte[] mutated(byte[] sound) {
        int kind = random.nextInt(6);
        if (kind < 3) {
            return sound;
        }
        byte[] bent = kind == 5 ? new byte[1 + random.nextInt(300)] : sound.clone();
        if (kind == 5) {
            random.nextBytes(bent);
            bent[0] = 'x'; // certainly no answer
        } else {
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bent;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

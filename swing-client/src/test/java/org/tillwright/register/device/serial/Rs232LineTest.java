package org.tillwright.register.device.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.simulator.PtyPair;

/** nrjavaserial on real pseudo terminals: what it must do, and what it must not be let do. */
@Timeout(60)
class Rs232LineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void everyByteComesThroughBothWays() throws IOException {
        byte[] sent = new byte[20_000];
        new Random(7).nextBytes(sent);
        try (PtyPair pair = PtyPair.open(directory, "echo");
                SerialLine near = SerialAddress.of(pair.near(), 38_400).open();
                SerialLine far = SerialAddress.of(pair.far(), 38_400).open()) {
            assertThat(sendAndRead(near, far, sent)).isEqualTo(sent);
            assertThat(sendAndRead(far, near, sent)).isEqualTo(sent);
        }
    }

    private static byte[] sendAndRead(SerialLine from, SerialLine to, byte[] sent) {
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> readFully(to, sent.length));
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            try {
                from.write(sent);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        byte[] result = arrived.join();
        written.join();
        return result;
    }

    private static byte[] readFully(SerialLine line, int length) {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[777];
        try {
            int count = 1;
            while (all.size() < length && count > 0) {
                count = line.read(buffer, PATIENCE);
                all.write(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all.toByteArray();
    }

    @Test
    void nothingToReadIsNotTheEnd() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "quiet");
                SerialLine line = SerialAddress.of(pair.near(), 9_600).open()) {
            assertThat(line.read(new byte[8], Duration.ofMillis(50))).isZero();
            assertThat(line.read(new byte[8], Duration.ZERO)).isZero();
        }
    }

    @RepeatedTest(5)
    void aPulledCableEndsReadingAndWritingAndTheJavaMachineLives() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "pull");
                SerialLine line = SerialAddress.of(pair.near(), 9_600).open()) {
            pair.pull();
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> line.read(new byte[8], PATIENCE))
                    .returns(Trouble.UNPLUGGED, LineException::trouble);
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> line.write(new byte[] {1}))
                    .returns(Trouble.UNPLUGGED, LineException::trouble);
        }
    }

    @Test
    void aFarEndThatNeverReadsStopsAWriterForALimitedTimeOnly() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "stuck")) {
            SerialLine line = SerialAddress.of(pair.near(), 115_200).open();
            long begun = System.nanoTime();
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> line.write(new byte[1_000_000]))
                    .returns(Trouble.NOT_ANSWERING, LineException::trouble);
            line.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThatExceptionOfType(LineException.class)
                    .as("the port is still stuck with us, not with another program")
                    .isThrownBy(() -> SerialAddress.of(pair.near(), 115_200).open())
                    .returns(Trouble.NOT_ANSWERING, LineException::trouble);
        }
    }

    @Test
    void aPortThatIsNotThereIsAbsentAndOneInUseIsBusy() throws IOException {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() ->
                        SerialAddress.of(directory.resolve("tty-none"), 9_600).open())
                .returns(Trouble.ABSENT, LineException::trouble);
        try (PtyPair pair = PtyPair.open(directory, "busy");
                SerialLine first = SerialAddress.of(pair.near(), 9_600).open()) {
            assertThat(first.read(new byte[1], Duration.ZERO)).isZero();
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> SerialAddress.of(pair.near(), 9_600).open())
                    .returns(Trouble.BUSY, LineException::trouble);
        }
    }
}

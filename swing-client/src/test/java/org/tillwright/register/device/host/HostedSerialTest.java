package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.simulator.PtyPair;

/** Serial ports that are open in the device host, on real pseudo terminals. */
@Timeout(120)
class HostedSerialTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final DriverHost host = new DriverHost(() -> true);

    @AfterEach
    void close() {
        host.close();
    }

    private SerialLine open(Path port) throws IOException {
        return host.serial(SerialAddress.of(port, 38_400)).open();
    }

    @Test
    void everyByteComesThroughBothWays() throws IOException {
        byte[] sent = new byte[20_000];
        new Random(11).nextBytes(sent);
        try (PtyPair pair = PtyPair.open(directory, "hosted");
                SerialLine near = open(pair.near());
                SerialLine far = open(pair.far())) {
            assertThat(sendAndRead(near, far, sent)).isEqualTo(sent);
            assertThat(sendAndRead(far, near, sent)).isEqualTo(sent);
            assertThat(near.read(new byte[4], Duration.ofMillis(20))).isZero();
        }
    }

    private static byte[] sendAndRead(SerialLine from, SerialLine to, byte[] sent) {
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> readFully(to, sent.length));
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(from, sent));
        byte[] result = arrived.join();
        written.join();
        return result;
    }

    private static void write(SerialLine line, byte[] bytes) {
        try {
            line.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
    void aPulledCableAnAbsentPortAndOneInUseHaveTheirNames() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "hosted");
                SerialLine line = open(pair.near())) {
            assertTrouble(Trouble.BUSY, () -> open(pair.near()));
            pair.pull();
            assertTrouble(Trouble.UNPLUGGED, () -> line.read(new byte[8], PATIENCE));
            assertTrouble(Trouble.ABSENT, () -> open(pair.near()));
        }
        assertThat(host.health().restarts()).isZero();
    }

    private static void assertTrouble(Trouble trouble, Attempt attempt) {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(attempt::make)
                .returns(trouble, LineException::trouble);
    }

    private interface Attempt {
        void make() throws IOException;
    }

    /** A port is free again as soon as its line was closed, or a printer that failed once could not print again. */
    @Test
    void aClosedLineCanBeOpenedAtOnce() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "hosted")) {
            for (int i = 0; i < 10; i++) {
                try (SerialLine line = open(pair.near())) {
                    line.write(new byte[] {1});
                }
            }
        }
    }

    @Test
    void linesAreBackAfterTheHostWasKilled() throws IOException {
        try (PtyPair pair = PtyPair.open(directory, "hosted");
                SerialLine far = open(pair.far())) {
            SerialLine lost = open(pair.near());
            ProcessHandle.of(host.health().pid()).orElseThrow().destroyForcibly();
            assertTrouble(Trouble.DRIVER_LOST, () -> lost.read(new byte[8], PATIENCE));
            assertTrouble(Trouble.DRIVER_LOST, () -> far.read(new byte[8], PATIENCE));
            lost.close();
            try (SerialLine near = open(pair.near());
                    SerialLine farAgain = open(pair.far())) {
                assertThat(sendAndRead(near, farAgain, new byte[] {4, 2})).containsExactly(4, 2);
            }
        }
    }

    /** The far end of one port takes nothing; the other port goes on, also while the host is ended to free the first. */
    @Test
    void aPortThatIsStuckHoldsUpNoOtherAndIsFreedByEndingTheHost() throws Exception {
        try (PtyPair stuckPair = PtyPair.open(directory, "stuck");
                PtyPair goodPair = PtyPair.open(directory, "good");
                SerialLine good = open(goodPair.near());
                SerialLine far = open(goodPair.far())) {
            SerialLine stuck = open(stuckPair.near());
            CompletableFuture<Trouble> failed = CompletableFuture.supplyAsync(() -> troubleOf(stuck));
            while (!failed.isDone()) {
                assertThat(sendAndRead(good, far, new byte[] {7})).containsExactly(7);
            }
            assertThat(failed.get(1, TimeUnit.SECONDS)).isEqualTo(Trouble.NOT_ANSWERING);
            stuck.close();
            try (SerialLine freed = open(stuckPair.near())) {
                assertThat(freed.read(new byte[1], Duration.ZERO)).isZero();
            }
            assertThat(host.health().ends()).containsOnlyKeys(EndCause.STUCK_PORT);
            assertTrouble(Trouble.DRIVER_LOST, () -> good.read(new byte[1], PATIENCE));
        }
    }

    private static Trouble troubleOf(SerialLine stuck) {
        try {
            stuck.write(new byte[1_000_000]);
            throw new AssertionError("a million bytes went nowhere");
        } catch (LineException e) {
            return e.trouble();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The register is gone in the middle of a write that never ends: its host must not stay behind with the port. */
    @Test
    void aHostEndsWithItsRegisterEvenWhileAWriteHangs() throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "stuck")) {
            Path scratch = Files.createDirectory(directory.resolve("scratch"));
            Process child = HostCommand.ofThisProgram().start(scratch);
            var frames = new FrameReader(child.getInputStream());
            assertThat(frames.read()).isNotNull().returns(Frame.Kind.READY, Frame::kind);
            var out = new FrameWriter(child.getOutputStream());
            out.write(Frame.of(
                    Frame.Kind.OPEN,
                    1,
                    1,
                    SerialService.NAME + "\n" + SerialService.argument(SerialAddress.of(pair.near(), 300))));
            assertThat(frames.read()).isNotNull().returns(Frame.Kind.ANSWER, Frame::kind);
            assertThat(scratch)
                    .as("where the native library is, and no other program's")
                    .isNotEmptyDirectory();
            out.write(new Frame(Frame.Kind.CALL, 1, 2, new byte[60_000]));
            out.write(Frame.of(Frame.Kind.PING, 0, 3));
            assertThat(frames.read()).isNotNull().returns(Frame.Kind.PONG, Frame::kind);
            child.getOutputStream().close();
            assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }
}

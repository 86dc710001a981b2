package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.host.FrameReader.GarbledException;

/** Frames on the pipe of the device host, and what else may lie there. */
class FrameTest {

    @Test
    void everyKindComesBackAsItWent() throws IOException {
        byte[] payload = new byte[Frame.MOST_PAYLOAD_BYTES];
        new Random(3).nextBytes(payload);
        var pipe = new ByteArrayOutputStream();
        for (Frame.Kind kind : Frame.Kind.values()) {
            pipe.writeBytes(new Frame(kind, 7, -1, payload).bytes());
            pipe.writeBytes(Frame.of(kind, 8, 9).bytes());
        }
        FrameReader reader = reader(pipe.toByteArray());
        for (Frame.Kind kind : Frame.Kind.values()) {
            Frame large = read(reader);
            assertThat(large.kind()).isEqualTo(kind);
            assertThat(large.channel()).isEqualTo(7);
            assertThat(large.request()).isEqualTo(-1);
            assertThat(large.payload()).isEqualTo(payload);
            Frame small = read(reader);
            assertThat(small.request()).isEqualTo(9);
            assertThat(small.length()).isZero();
        }
        assertThat(reader.read()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frame(Frame.Kind.CALL, 1, 1, new byte[Frame.MOST_PAYLOAD_BYTES + 1]));
    }

    @Test
    void whatALibraryPrintsBetweenFramesIsSteppedOver() throws IOException {
        var pipe = new ByteArrayOutputStream();
        pipe.writeBytes("RXTX Warning: something \u00d7\u00a5\n".getBytes(StandardCharsets.ISO_8859_1));
        pipe.write(0xD7); // the mark's first byte, twice
        pipe.writeBytes(Frame.of(Frame.Kind.ANSWER, 1, 2, "fine").bytes());
        FrameReader reader = reader(pipe.toByteArray());
        assertThat(read(reader).text()).isEqualTo("fine");
        assertThat(reader.noise()).isPositive();
        assertThat(reader.read()).isNull();
    }

    @Test
    void tooMuchOfItIsGarbled() {
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(
                        () -> reader(new byte[FrameReader.MOST_NOISE_BYTES + 5]).read());
    }

    /** Every single flipped bit is found: the sum covers all that follows the mark, and without its mark it is noise. */
    @Test
    void aFrameThatWasDamagedIsNeverTakenForSound() throws IOException {
        byte[] sound = Frame.of(Frame.Kind.CALL, 3, 4, "ten bytes.").bytes();
        for (int bit = 0; bit < sound.length * 8; bit++) {
            byte[] damaged = sound.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            FrameReader reader = reader(damaged);
            Frame taken = null;
            try {
                taken = reader.read();
            } catch (GarbledException | EOFException e) {
                assertThat(e).hasMessageContaining("pipe");
            }
            assertThat(taken).as("bit %d", bit).isNull();
        }
    }

    @Test
    void aLengthBeyondTheLimitIsNotWaitedFor() {
        byte[] bytes = Frame.of(Frame.Kind.CALL, 3, 4).bytes();
        ByteBuffer.wrap(bytes).putInt(4, Integer.MAX_VALUE);
        assertThatExceptionOfType(GarbledException.class)
                .isThrownBy(() -> reader(bytes).read());
    }

    @Test
    void aPipeThatEndsWithinAFrameIsBroken() {
        byte[] bytes = Frame.of(Frame.Kind.CALL, 3, 4, "half").bytes();
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> reader(Arrays.copyOf(bytes, bytes.length - 1)).read());
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes));
    }

    private static Frame read(FrameReader reader) throws IOException {
        Frame frame = reader.read();
        assertThat(frame).isNotNull();
        return frame;
    }
}

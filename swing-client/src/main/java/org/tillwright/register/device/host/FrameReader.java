package org.tillwright.register.device.host;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads frames off a pipe, and steps over a limited amount of anything else between them. Used by one thread. */
final class FrameReader {

    /** What a chatty native library may print between two frames before the pipe counts as garbled. */
    static final int MOST_NOISE_BYTES = 8_192;

    private static final int BUFFER_BYTES = 16_384;

    private final InputStream in;
    private int noise;

    FrameReader(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    /**
     * Waits for the next frame; returns null when the pipe ended between two frames.
     *
     * @throws GarbledException if a frame breaks a limit or its check sum, or if there is too much between frames
     * @throws IOException if the pipe broke, or ended within a frame
     */
    @Nullable
    Frame read() throws IOException {
        if (!toMark()) {
            return null;
        }
        byte[] head = new byte[4 + Frame.HEADER_BYTES];
        fill(head, 4, Frame.HEADER_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(head).putInt(Frame.MARK);
        int length = fields.getInt();
        Frame.Kind kind = Frame.Kind.of(fields.get());
        if (length < 0 || length > Frame.MOST_PAYLOAD_BYTES || kind == null) {
            throw new GarbledException("a frame of kind " + kind + " with " + length + " bytes");
        }
        byte[] all = Arrays.copyOf(head, head.length + length + 4);
        fill(all, head.length, length + 4);
        if (ByteBuffer.wrap(all).getInt(head.length + length) != Frame.check(all, head.length + length)) {
            throw new GarbledException("a frame with a wrong check sum");
        }
        return new Frame(
                kind, fields.getInt(), fields.getInt(), Arrays.copyOfRange(all, head.length, head.length + length));
    }

    /** Reads up to the end of the next mark; returns false at the end of the pipe. */
    private boolean toMark() throws IOException {
        int last = 0;
        int seen = 0;
        noise = 0;
        do {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            last = last << 8 | next;
            seen++;
            if (seen > MOST_NOISE_BYTES) {
                throw new GarbledException(seen + " bytes that are no frame");
            }
        } while (seen < 4 || last != Frame.MARK);
        noise = seen - 4;
        return true;
    }

    /** How many bytes lay before the last frame that belong to none. */
    int noise() {
        return noise;
    }

    private void fill(byte[] bytes, int start, int count) throws IOException {
        if (in.readNBytes(bytes, start, count) < count) {
            throw new EOFException("the pipe ended within a frame");
        }
    }

    /** What came is not what this program's other half sends. */
    static final class GarbledException extends IOException {

        GarbledException(String message) {
            super("the pipe of the device host holds " + message);
        }
    }
}

package org.tillwright.register.device.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One message between the register and its device host: what it is, which channel and request it belongs to, and up to
 * {@link #MOST_PAYLOAD_BYTES} of payload. On the pipe it begins with a mark and ends with a check sum, because a native
 * library may print on the same pipe.
 */
final class Frame {

    /** Longest payload, in bytes; a receipt goes in pieces that are far shorter. */
    static final int MOST_PAYLOAD_BYTES = 65_536;

    /** The first four bytes of every frame. */
    static final int MARK = 0xD7A5_3C91;

    /** Payload length, kind, channel and request. */
    static final int HEADER_BYTES = 4 + 1 + 4 + 4;

    private static final byte[] NOTHING = {};

    private final Kind kind;
    private final int channel;
    private final int request;
    private final byte[] payload;

    /** @throws IllegalArgumentException if the payload is longer than {@link #MOST_PAYLOAD_BYTES} */
    Frame(Kind kind, int channel, int request, byte[] payload) {
        if (payload.length > MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a frame of " + payload.length + " bytes");
        }
        this.kind = kind;
        this.channel = channel;
        this.request = request;
        this.payload = payload.clone();
    }

    static Frame of(Kind kind, int channel, int request) {
        return new Frame(kind, channel, request, NOTHING);
    }

    static Frame of(Kind kind, int channel, int request, String text) {
        return new Frame(kind, channel, request, text.getBytes(StandardCharsets.UTF_8));
    }

    Kind kind() {
        return kind;
    }

    int channel() {
        return channel;
    }

    /** The number of a request and its answer; for {@link Kind#CREDIT} a number of bytes, for others 0. */
    int request() {
        return request;
    }

    byte[] payload() {
        return payload.clone();
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    int length() {
        return payload.length;
    }

    /** The frame as it goes over the pipe. */
    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(4 + HEADER_BYTES + payload.length + 4);
        all.putInt(MARK)
                .putInt(payload.length)
                .put(kind.code)
                .putInt(channel)
                .putInt(request)
                .put(payload);
        all.putInt(check(all.array(), all.position()));
        return all.array();
    }

    /** The check sum over what follows the mark, up to {@code end}. */
    static int check(byte[] bytes, int end) {
        var sum = new CRC32();
        sum.update(bytes, 4, end - 4);
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return kind + " of channel " + channel + ", request " + request + ", " + payload.length + " bytes";
    }

    /** What a frame says, and its code on the pipe. Both sides always are of one build. */
    enum Kind {
        /** To the host: begin a channel; payload is the service's name, a line feed, and its argument. */
        OPEN(1),
        /** To the host: do this. */
        CALL(2),
        /** To the host: end a channel, even in the middle of a call. */
        CLOSE(3),
        /** To the host: the register took so many bytes of events, so many more may come. */
        CREDIT(4),
        /** To the host: are you there? */
        PING(5),
        /** To the register: the host is ready. */
        READY(6),
        /** To the register: I am. */
        PONG(7),
        /** To the register: a request was done. */
        ANSWER(8),
        /** To the register: a request was not done; payload is the trouble's name, a line feed, and a sentence. */
        FAILED(9),
        /** To the register: something happened that nobody asked for, such as bytes that arrived. */
        EVENT(10),
        /** To the register: no more events will come; payload as of {@link #FAILED}. */
        ENDED(11);

        private static final Map<Byte, Kind> BY_CODE =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.code, kind -> kind));

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        /** The kind of this code; null if there is none. */
        static @Nullable Kind of(byte code) {
            return BY_CODE.get(code);
        }
    }
}

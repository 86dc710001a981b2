package org.tillwright.register.device.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;

/**
 * Messages in frames, as ZVT has them on serial lines: DLE STX, the message with each DLE doubled, DLE ETX, and a check sum, low
 * byte first. Each frame is answered by ACK, or by NAK to have it again; a frame that nobody answers is sent again too.
 *
 * <p>A frame that comes twice because its ACK was lost counts once: the two sides speak in turn, so an equal frame that comes
 * before anything was said back is the same one.
 */
final class SerialFrames implements Frames {

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int ACK = 0x06;
    private static final int DLE = 0x10;
    private static final int NAK = 0x15;

    /** How often a frame is sent in all. */
    private static final int MOST_SENDINGS = 3;
    /** How long the other side may take to answer a frame. */
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(2);

    private static final int READ_BYTES = 1024;
    private static final int CRC_BYTES = 2;
    /** Head, doubled data and tail. */
    private static final int MAX_FRAME_BYTES = 2 * Apdu.MAX_DATA_BYTES + 32;

    private final SerialLine line;
    private final Deque<Apdu> arrived = new ArrayDeque<>();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final byte[] tail = new byte[CRC_BYTES];
    private State state = State.IDLE;
    private int tailLength;
    private byte @Nullable [] heardLast;
    private int answered;

    SerialFrames(SerialLine line) {
        this.line = line;
    }

    private enum State {
        IDLE,
        AFTER_DLE,
        INSIDE,
        INSIDE_AFTER_DLE,
        IN_TAIL
    }

    @Override
    public void send(Apdu apdu) throws IOException {
        byte[] bytes = framed(apdu);
        heardLast = null;
        for (int sending = 0; sending < MOST_SENDINGS; sending++) {
            answered = 0;
            line.write(bytes);
            long deadline = System.nanoTime() + ACK_PATIENCE.toNanos();
            while (answered == 0 && System.nanoTime() < deadline) {
                read(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
            if (answered == ACK) {
                return;
            }
        }
        throw new LineException(Trouble.NOT_ANSWERING, "the terminal does not confirm what it is sent");
    }

    static byte[] framed(Apdu apdu) {
        byte[] data = apdu.bytes();
        var bytes = new ByteArrayOutputStream();
        bytes.write(DLE);
        bytes.write(STX);
        for (byte each : data) {
            bytes.write(each);
            if (each == DLE) {
                bytes.write(DLE);
            }
        }
        bytes.write(DLE);
        bytes.write(ETX);
        int crc = crc(data);
        bytes.write(crc);
        bytes.write(crc >> 8);
        return bytes.toByteArray();
    }

    private static int crc(byte[] data) {
        byte[] checked = Arrays.copyOf(data, data.length + 1);
        checked[data.length] = ETX;
        return ZvtCrc.of(checked);
    }

    @Override
    public Optional<Apdu> receive(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (arrived.isEmpty() && left > 0) {
            read(Duration.ofNanos(left));
            left = deadline - System.nanoTime();
        }
        return Optional.ofNullable(arrived.poll());
    }

    private void read(Duration patience) throws IOException {
        byte[] buffer = new byte[READ_BYTES];
        int count = line.read(buffer, patience);
        for (int i = 0; i < count; i++) {
            take(buffer[i] & 0xFF);
        }
    }

    private void take(int each) throws IOException {
        switch (state) {
            case IDLE -> {
                if (each == ACK || each == NAK) {
                    answered = each;
                } else if (each == DLE) {
                    state = State.AFTER_DLE;
                } // anything else is noise between two frames
            }
            case AFTER_DLE -> {
                frame.reset();
                state = each == STX ? State.INSIDE : State.IDLE;
            }
            case INSIDE -> {
                if (each == DLE) {
                    state = State.INSIDE_AFTER_DLE;
                } else {
                    put(each);
                }
            }
            case INSIDE_AFTER_DLE -> afterDle(each);
            case IN_TAIL -> {
                tail[tailLength++] = (byte) each;
                if (tailLength == CRC_BYTES) {
                    state = State.IDLE;
                    complete();
                }
            }
        }
    }

    private void afterDle(int each) {
        if (each == DLE) {
            state = State.INSIDE;
            put(each);
        } else if (each == ETX) {
            state = State.IN_TAIL;
            tailLength = 0;
        } else {
            frame.reset(); // a new frame began before this one ended, or the line is damaged
            state = each == STX ? State.INSIDE : State.IDLE;
        }
    }

    private void put(int each) {
        if (frame.size() < MAX_FRAME_BYTES) {
            frame.write(each);
        }
    }

    private void complete() throws IOException {
        byte[] data = frame.toByteArray();
        int told = (tail[0] & 0xFF) | (tail[1] & 0xFF) << 8;
        Optional<Apdu> apdu = told == crc(data) ? whole(data) : Optional.empty();
        line.write(new byte[] {(byte) (apdu.isPresent() ? ACK : NAK)});
        if (apdu.isPresent() && !Arrays.equals(data, heardLast)) {
            arrived.add(apdu.get());
            heardLast = data;
        }
    }

    private static Optional<Apdu> whole(byte[] data) {
        var reader = new ApduReader();
        reader.put(data, data.length);
        try {
            return reader.next();
        } catch (IllegalStateException e) {
            return Optional.empty(); // longer than any message: asked for again, and given up with the request
        }
    }
}

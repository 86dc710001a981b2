package org.tillwright.simulator;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a simulated terminal's messages stand on its line. Keeps what has come of the next one. */
abstract class TerminalWire {

    private static final HexFormat HEX = HexFormat.of();

    /** What bytes came to: messages, and what is to be sent back at once below them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Taken(List<TerminalMessage> messages, byte[] reply) {}

    abstract Taken take(byte[] bytes);

    abstract byte[] put(TerminalMessage message);

    /** A register calls anew. */
    abstract void forget();

    static TerminalWire on(boolean isSerial) {
        return isSerial ? new Serial() : new Plain();
    }

    /** Reads one message from the beginning of hexadecimal digits; null when it is not whole. */
    private static @Nullable TerminalMessage first(String hex) {
        int head = headOf(hex);
        if (head < 0) {
            return null;
        }
        int end = head + 2 * lengthOf(hex);
        return hex.length() < end ? null : new TerminalMessage(hex.substring(0, 4), hex.substring(head, end));
    }

    private static int headOf(String hex) {
        if (hex.length() < 6) {
            return -1;
        }
        boolean isLong = hex.startsWith("ff", 4);
        return isLong && hex.length() < 10 ? -1 : isLong ? 10 : 6;
    }

    private static int lengthOf(String hex) {
        return hex.startsWith("ff", 4)
                ? Integer.parseInt(hex.substring(8, 10) + hex.substring(6, 8), 16)
                : Integer.parseInt(hex.substring(4, 6), 16);
    }

    /** One message after the other. */
    private static final class Plain extends TerminalWire {

        private String rest = "";

        @Override
        Taken take(byte[] bytes) {
            rest += HEX.formatHex(bytes);
            List<TerminalMessage> found = new ArrayList<>();
            TerminalMessage next = first(rest);
            while (next != null) {
                found.add(next);
                rest = rest.substring(2 * next.bytes().length);
                next = first(rest);
            }
            return new Taken(found, new byte[0]);
        }

        @Override
        byte[] put(TerminalMessage message) {
            return message.bytes();
        }

        @Override
        void forget() {
            rest = "";
        }
    }

    /** In frames: 10 02, the message with 10 written as 10 10, 10 03, check sum. Answered by 06, or by 15. */
    private static final class Serial extends TerminalWire {

        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private byte[] sentLast = new byte[0];

        @Override
        Taken take(byte[] bytes) {
            pending.writeBytes(bytes);
            List<TerminalMessage> found = new ArrayList<>();
            var reply = new ByteArrayOutputStream();
            byte[] all = pending.toByteArray();
            int at = 0;
            while (at < all.length) {
                int used = one(all, at, found, reply);
                if (used == 0) {
                    break;
                }
                at += used;
            }
            pending.reset();
            pending.write(all, at, all.length - at);
            return new Taken(found, reply.toByteArray());
        }

        /** Takes what begins here, and returns how many bytes it has; 0 when more have to come. */
        private int one(byte[] all, int at, List<TerminalMessage> found, ByteArrayOutputStream reply) {
            if (all[at] == 0x15) {
                reply.writeBytes(sentLast);
                return 1;
            } else if (all[at] != 0x10) {
                return 1;
            }
            int i = at + 1;
            if (i >= all.length) {
                return 0;
            } else if (all[i] != 0x02) {
                return 1;
            }
            var data = new ByteArrayOutputStream();
            i++;
            while (i + 1 < all.length && !(all[i] == 0x10 && all[i + 1] == 0x03)) {
                data.write(all[i]);
                i += all[i] == 0x10 ? 2 : 1;
            }
            int end = i + 4;
            if (end > all.length) {
                return 0;
            }
            int sum = (all[i + 2] & 0xFF) + 256 * (all[i + 3] & 0xFF);
            TerminalMessage message = first(HEX.formatHex(data.toByteArray()));
            boolean isWhole = sum == checkSum(data.toByteArray()) && message != null;
            reply.write(isWhole ? 0x06 : 0x15);
            if (isWhole) {
                found.add(message);
            }
            return end - at;
        }

        /** By the table of CCITT's polynomial, taken from the low end: another way than the driver's. */
        private static int checkSum(byte[] data) {
            int sum = 0;
            for (int i = 0; i <= data.length; i++) {
                int index = (sum ^ (i < data.length ? data[i] : 0x03)) & 0xFF;
                int entry = 0;
                for (int bit = 0; bit < 8; bit++) {
                    boolean isOdd = ((entry ^ index >> bit) & 1) == 1;
                    entry = entry >> 1 ^ (isOdd ? 0x8408 : 0);
                }
                sum = sum >> 8 ^ entry;
            }
            return sum;
        }

        @Override
        byte[] put(TerminalMessage message) {
            byte[] plain = message.bytes();
            int sum = checkSum(plain);
            String doubled = HEX.withDelimiter(" ").formatHex(plain).replace("10", "10 10");
            String frame = "1002" + doubled.replace(" ", "") + "1003" + String.format("%02x%02x", sum % 256, sum / 256);
            sentLast = HEX.parseHex(frame);
            return sentLast.clone();
        }

        @Override
        void forget() {
            pending.reset();
        }
    }
}

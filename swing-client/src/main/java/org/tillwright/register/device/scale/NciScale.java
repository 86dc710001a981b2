package org.tillwright.register.device.scale;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Scale;
import org.tillwright.register.device.ScaleReading;
import org.tillwright.register.device.ScaleReading.State;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A scale that speaks NCI (Avery Weigh-Tronix SCP-01), as Brecknell's and many shipping scales do: {@code W} and CR asks,
 * and a weight with its unit and two to four bytes of status comes back, or the status alone while there is no weight.
 */
public final class NciScale implements Scale {

    private static final byte[] ASK = "W\r".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Longest answer there is, with room to spare; more is another device. */
    private static final int MOST_BYTES = 64;

    private static final char END = 0x03;

    /** The eighth bit is the parity of lines with seven, where the port did not take it off. */
    private static final int SEVEN_BITS = 0x7F;

    private static final Pattern ANSWER =
            Pattern.compile("(?:\\n([^\\n\\r\\x03]{1,16})\\r)?\\nS?([0-?p-\\x7F]{2,4})\\r\\x03");

    private static final Pattern WEIGHT = Pattern.compile(" *(-?) *([0-9]{1,6}(?:\\.[0-9]{1,4})?) *([A-Za-z]{1,2}) *");

    /** Bits of the status, by byte (SCP-01, "Request status"). */
    private static final int MOVING = 0x01;

    private static final int MEMORY_FAULT = 0x0C;
    private static final int UNDER = 0x01;
    private static final int OVER = 0x02;
    private static final int FAULT = 0x0C;
    private static final int ZERO_FAULT = 0x08;
    private static final int ALWAYS = 0x30;
    private static final int ONE_FOLLOWS = 0x40;

    private final SharedLine shared;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public NciScale(SharedLine shared) {
        this.shared = shared;
    }

    @Override
    public ScaleReading weigh() throws DeviceException {
        return shared.use(DeviceKind.SCALE, line -> {
            line.write(ASK);
            return read(answer(line));
        });
    }

    private static String answer(SerialLine line) throws IOException, DeviceException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[MOST_BYTES];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answer.indexOf(String.valueOf(END)) < 0) {
            long left = deadline - System.nanoTime();
            int count = left <= 0 ? 0 : line.read(buffer, Duration.ofNanos(left));
            if (count == 0) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_ANSWERING);
            }
            for (int i = 0; i < count; i++) {
                answer.append((char) (buffer[i] & SEVEN_BITS));
            }
            if (answer.length() > MOST_BYTES) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
            }
        }
        return answer.toString();
    }

    /** Reads one answer; package-private for its test. */
    static ScaleReading read(String answer) throws DeviceException {
        Matcher told = ANSWER.matcher(answer);
        if (!told.matches()) {
            throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
        }
        State state = state(told.group(2));
        Matcher weight = WEIGHT.matcher(Objects.requireNonNullElse(told.group(1), ""));
        if (weight.matches()) {
            long grams = grams(weight.group(2), weight.group(3).toLowerCase(Locale.ROOT));
            boolean isNegative = !weight.group(1).isEmpty() && grams > 0;
            State seen = isNegative && state == State.STILL ? State.BELOW_ZERO : state;
            return new ScaleReading(new Quantity(isNegative ? -grams : grams), seen);
        }
        if (state == State.STILL && told.group(1) != null) {
            throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
        }
        // Words or dashes in the place of a weight, or a status alone: there is none that may be told.
        return ScaleReading.none(state == State.STILL ? State.MOVING : state);
    }

    /** To the gram, a half up. A weight in pounds would be sold as kilograms, so it is not understood. */
    private static long grams(String figures, String unit) throws DeviceException {
        int places =
                switch (unit) {
                    case "kg" -> 3;
                    case "g" -> 0;
                    default -> throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
                };
        return new BigDecimal(figures)
                .movePointRight(places)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The worst of what the status says. */
    private static State state(String status) throws DeviceException {
        int first = status.charAt(0);
        int second = status.charAt(1);
        int third = status.length() > 2 ? status.charAt(2) : 0;
        requireChain(status);
        if ((first & MEMORY_FAULT) != 0 || (second & FAULT) != 0 || (third & ZERO_FAULT) != 0) {
            return State.FAULTY;
        } else if ((second & OVER) != 0) {
            return State.TOO_HEAVY;
        } else if ((second & UNDER) != 0) {
            return State.BELOW_ZERO;
        }
        return (first & MOVING) != 0 ? State.MOVING : State.STILL;
    }

    /** Each byte but the last says that one follows; the first says nothing of it. */
    private static void requireChain(String status) throws DeviceException {
        for (int i = 0; i < status.length(); i++) {
            int one = status.charAt(i);
            boolean isLast = i == status.length() - 1;
            boolean follows = (one & ONE_FOLLOWS) != 0;
            boolean isSound = (one & ALWAYS) == ALWAYS && (i == 0 ? !follows : follows != isLast);
            if (!isSound) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
            }
        }
    }

    @Override
    public void close() {
        shared.close();
    }
}

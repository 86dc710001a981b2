package org.tillwright.register.device.scale;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * A scale that answers a line of text with a line of text: {@code SI} with {@code S S      0.485 kg} when it lies still, with
 * {@code S D} when it does not, {@code S +} and {@code S -} beyond its range. Many makers have this way of talking.
 */
public final class PlainScale implements Scale {

    private static final byte[] ASK = "SI\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Longest answer there is; more is another device. */
    private static final int MOST_BYTES = 64;

    private static final Pattern WEIGHT = Pattern.compile("S ([SD]) +(-?[0-9]{1,7}(?:\\.[0-9]{1,5})?) *(kg|g)");

    private static final Quantity NOTHING = new Quantity(0);

    private final SharedLine shared;

    /** @param shared one share of the line, which is given up by {@link #close()} */
    public PlainScale(SharedLine shared) {
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
        while (answer.length() < MOST_BYTES && answer.indexOf("\n") < 0) {
            long left = deadline - System.nanoTime();
            int count = left <= 0 ? 0 : line.read(buffer, Duration.ofNanos(left));
            if (count == 0) {
                throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_ANSWERING);
            }
            answer.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
        return answer.toString().strip();
    }

    /** Reads one answer; package-private for its test. */
    static ScaleReading read(String answer) throws DeviceException {
        Matcher weight = WEIGHT.matcher(answer);
        if (weight.matches()) {
            // To the gram, a half up: finer scales show more than anybody is billed for.
            int toGrams = weight.group(3).equals("kg") ? 3 : 0;
            long grams = new BigDecimal(weight.group(2))
                    .movePointRight(toGrams)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            State resting = grams < 0 ? State.BELOW_ZERO : State.STILL;
            return new ScaleReading(new Quantity(grams), weight.group(1).equals("S") ? resting : State.MOVING);
        }
        return switch (answer) {
            case "S +" -> new ScaleReading(NOTHING, State.TOO_HEAVY);
            case "S -" -> new ScaleReading(NOTHING, State.BELOW_ZERO);
            case "S I" -> new ScaleReading(NOTHING, State.MOVING); // it has no value to tell yet
            default -> throw new DeviceException(DeviceKind.SCALE, Trouble.NOT_UNDERSTOOD);
        };
    }

    @Override
    public void close() {
        shared.close();
    }
}

package org.tillwright.register.device.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.LabelDots;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.device.LabelSize;
import org.tillwright.register.device.label.LabelLanguage.Answer;
import org.tillwright.register.device.serial.LineException;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.register.device.serial.SharedLine;

/**
 * A label printer on a line. Where it answers, labels count as printed when it says so; on a one-way line, when all bytes were
 * taken.
 */
public final class LineLabelPrinter implements LabelPrinter {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PRINT_PATIENCE = Duration.ofSeconds(8);
    /** The slowest printers need about a second for a large label. */
    private static final Duration PRINT_PATIENCE_PER_LABEL = Duration.ofMillis(1_500);

    private static final int READ_BYTES = 256;

    private final SharedLine shared;
    private final LabelLanguage language;
    private final LabelSize size;
    /** A printer that has once answered is switched off when it does not; one that never did may be on a one-way line. */
    private boolean hasAnswered;

    private LineLabelPrinter(SharedLine shared, LabelLanguage language, LabelSize size) {
        this.shared = shared;
        this.language = language;
        this.size = size;
    }

    /** A printer that speaks ZPL II. */
    public static LabelPrinter zpl(SharedLine shared, LabelSize size) {
        return new LineLabelPrinter(shared, new Zpl(), size);
    }

    /**
     * A printer that speaks TSPL.
     *
     * @param gapMm between two labels; 0 for a roll without gaps
     */
    public static LabelPrinter tspl(SharedLine shared, LabelSize size, int gapMm) {
        return new LineLabelPrinter(shared, new Tspl(gapMm), size);
    }

    @Override
    public void print(LabelDots label, int copies) throws DeviceException {
        if (label.width() != size.width() || label.height() != size.height() || copies < 1 || copies > MAX_COPIES) {
            throw new IllegalArgumentException(
                    copies + " labels of " + label.width() + " by " + label.height() + " dots for " + size);
        }
        byte[] bytes = language.print(label, size, copies);
        shared.run(DeviceKind.LABEL_PRINTER, line -> {
            Optional<Answer> before = wellBefore(line);
            line.write(bytes);
            if (before.isPresent()) {
                hasAnswered = true;
                awaitPrinted(line, copies);
            }
        });
    }

    /** Asks before a byte of a label is sent: what goes wrong here leaves none. */
    private Optional<Answer> wellBefore(SerialLine line) throws IOException, DeviceException {
        try {
            Optional<Answer> before = ask(line);
            if (before.isEmpty() && hasAnswered) {
                throw new DeviceException(DeviceKind.LABEL_PRINTER, Trouble.NOT_ANSWERING);
            }
            requireWell(before);
            return before;
        } catch (LineException e) {
            throw e.beforeAnything();
        } catch (DeviceException e) {
            throw e.beforeAnything();
        }
    }

    private void awaitPrinted(SerialLine line, int copies) throws IOException, DeviceException {
        long patience = PRINT_PATIENCE
                .plus(PRINT_PATIENCE_PER_LABEL.multipliedBy(copies))
                .toNanos();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < patience) {
            Optional<Answer> now = ask(line);
            requireWell(now);
            if (now.isPresent() && !now.get().isBusy()) {
                return;
            }
            line.read(new byte[READ_BYTES], LOOK_EVERY); // waits, and takes away an answer that came too late
        }
        throw new DeviceException(DeviceKind.LABEL_PRINTER, Trouble.NOT_ANSWERING);
    }

    private static void requireWell(Optional<Answer> answer) throws DeviceException {
        Trouble trouble = answer.map(Answer::trouble).orElse(null);
        if (trouble != null) {
            throw new DeviceException(DeviceKind.LABEL_PRINTER, trouble);
        }
    }

    private Optional<Answer> ask(SerialLine line) throws IOException {
        line.write(language.question());
        var received = new ByteArrayOutputStream();
        byte[] buffer = new byte[READ_BYTES];
        long deadline = System.nanoTime() + ANSWER_PATIENCE.toNanos();
        long left = ANSWER_PATIENCE.toNanos();
        while (left > 0) {
            int count = line.read(buffer, Duration.ofNanos(left));
            received.write(buffer, 0, count);
            Optional<Answer> answer = language.read(received.toByteArray());
            if (answer.isPresent()) {
                return answer;
            }
            left = deadline - System.nanoTime();
        }
        return Optional.empty();
    }

    @Override
    public LabelSize size() {
        return size;
    }

    @Override
    public void close() {
        shared.close();
    }
}

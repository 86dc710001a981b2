package org.tillwright.register.device.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PrinterHealth;
import org.tillwright.register.device.escpos.PrinterAnswers.Kind;
import org.tillwright.register.device.serial.SerialLine;

/**
 * Asks a printer how it is. {@code DLE EOT} is answered at once, even by a printer without paper; {@code GS r} is
 * answered in its turn, so its answer proves that everything sent before it was printed. The bits are those of Epson's
 * ESC/POS command reference.
 */
final class PrinterStatus {

    private static final byte[] ASK_PRINTER = {0x10, 0x04, 1};
    private static final byte[] ASK_OFFLINE_CAUSE = {0x10, 0x04, 2};
    private static final byte[] ASK_PAPER = {0x10, 0x04, 4};
    private static final byte[] ASK_WHEN_PRINTED = {0x1D, 'r', 1};
    /** The drawer's contact, which is of no interest: it is answered in its turn too, and stands for no receipt. */
    private static final byte[] ASK_IN_TURN = {0x1D, 'r', 2};
    /** Of the first question: the level of the drawer's contact. */
    private static final int CONTACT_HIGH = 0x04;
    /** Of the second question. */
    private static final int COVER_OPEN = 0x04;

    private static final int STOPPED_WITHOUT_PAPER = 0x20;
    private static final int FAULT = 0x40;
    /** Of the fourth question. */
    private static final int PAPER_NEAR_END = 0x0C;

    private static final int PAPER_END = 0x60;

    private static final Duration ANSWER_PATIENCE = Duration.ofMillis(500);
    private static final Duration IN_TURN_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PRINT_PATIENCE = Duration.ofSeconds(5);
    /** A slow printer makes 50 lines a minute more than this. */
    private static final Duration PRINT_PATIENCE_PER_LINE = Duration.ofMillis(100);

    private final SerialLine line;
    private final PrinterAnswers answers = new PrinterAnswers();
    private boolean printed;

    PrinterStatus(SerialLine line) {
        this.line = line;
    }

    /**
     * Looks for trouble that a person must end.
     *
     * @return whether the printer answered at all; many lines go one way only
     */
    boolean check(DeviceKind device) throws IOException, DeviceException {
        Optional<Integer> cause = ask(ASK_OFFLINE_CAUSE);
        if (cause.isEmpty()) {
            return false;
        }
        if ((cause.get() & COVER_OPEN) != 0) {
            throw new DeviceException(device, Trouble.COVER_OPEN);
        }
        if ((cause.get() & FAULT) != 0) {
            throw new DeviceException(device, Trouble.FAULTY);
        }
        boolean paperOut = ask(ASK_PAPER).map(paper -> (paper & PAPER_END) != 0).orElse(false);
        if (paperOut || (cause.get() & STOPPED_WITHOUT_PAPER) != 0) {
            throw new DeviceException(device, Trouble.PAPER_OUT);
        }
        return true;
    }

    /** Asks for everything that {@link PrinterHealth} tells; nothing when the printer does not answer. */
    Optional<PrinterHealth> look(DrawerContact contact) throws IOException {
        Optional<Integer> cause = ask(ASK_OFFLINE_CAUSE);
        if (cause.isEmpty()) {
            return Optional.empty();
        }
        int paper = ask(ASK_PAPER).orElse(0);
        boolean isDrawerOpen = contact != DrawerContact.NONE
                && ask(ASK_PRINTER)
                        .map(printer -> contact.isOpen((printer & CONTACT_HIGH) != 0))
                        .orElse(false);
        return Optional.of(new PrinterHealth(
                (paper & PAPER_NEAR_END) != 0,
                (paper & PAPER_END) != 0 || (cause.get() & STOPPED_WITHOUT_PAPER) != 0,
                (cause.get() & COVER_OPEN) != 0,
                (cause.get() & FAULT) != 0,
                isDrawerOpen));
    }

    /**
     * Waits until everything written so far is on paper. A printer that says it is well, but never says that it is
     * done, is believed: simple printers do not know the question.
     */
    void awaitPrinted(DeviceKind device, int lines) throws IOException, DeviceException {
        long patience =
                PRINT_PATIENCE.plus(PRINT_PATIENCE_PER_LINE.multipliedBy(lines)).toNanos();
        long begun = System.nanoTime();
        printed = false;
        line.write(ASK_WHEN_PRINTED);
        await(Set.of(Kind.IN_TURN, Kind.UNASKED), LOOK_EVERY);
        while (!printed && System.nanoTime() - begun < patience) {
            if (!check(device)) {
                throw new DeviceException(device, Trouble.NOT_ANSWERING);
            }
            if (!printed) {
                await(Set.of(Kind.IN_TURN, Kind.UNASKED), LOOK_EVERY);
            }
        }
    }

    /**
     * Whether it takes what comes now for commands. One that waits for the rest of a picture or a code takes the question for
     * that.
     */
    boolean takesCommands() throws IOException {
        line.write(ASK_IN_TURN);
        return await(Set.of(Kind.IN_TURN), IN_TURN_PATIENCE).isPresent();
    }

    private Optional<Integer> ask(byte[] question) throws IOException {
        line.write(question);
        return await(Set.of(Kind.REAL_TIME), ANSWER_PATIENCE);
    }

    /** Reads until an answer of the wanted kinds comes; that of {@code GS r} is noted whenever it comes. */
    private Optional<Integer> await(Set<Kind> wanted, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] answer = new byte[1];
        long left = patience.toNanos();
        while (left > 0) {
            if (line.read(answer, Duration.ofNanos(left)) == 1) {
                Kind kind = answers.take(answer[0]);
                printed |= kind == Kind.IN_TURN;
                if (wanted.contains(kind)) {
                    return Optional.of(answer[0] & 0xFF);
                }
            }
            left = deadline - System.nanoTime();
        }
        return Optional.empty();
    }
}

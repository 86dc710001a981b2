package org.tillwright.register.connection;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EnrolmentAnswer;

/**
 * Makes a register known that nobody sits at, by the one-time code that whoever looks after the machine left in a file. The
 * code is taken once: the file is removed, and where it may not be, the server takes no code a second time. Turned by one
 * thread, or by hand in a test.
 */
public final class UnattendedEnrolment {

    /** How soon a code is found that was put there while the register runs. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** A register is made known once in its life. */
    static final Duration DONE = Duration.ofDays(1);

    private static final Logger LOG = System.getLogger(UnattendedEnrolment.class.getName());
    private static final int MOST_BYTES = 200;

    private final Path file;
    private final Register register;
    private final Consumer<Notice> trouble;
    private final Backoff backoff;
    private @Nullable String refused;

    /**
     * @param trouble is told why it did not work; the code that was refused is not tried again
     */
    public UnattendedEnrolment(Path file, Register register, Consumer<Notice> trouble, Backoff backoff) {
        this.file = file;
        this.register = register;
        this.trouble = trouble;
        this.backoff = backoff;
    }

    /** The register that is to become known. Its methods wait. */
    public interface Register {

        boolean isEnrolled();

        Reply<EnrolmentAnswer> enrol(String code) throws JournalException;

        /** What a refusal means, in words. */
        Notice reason(Reply.Refused<?> refused);
    }

    /** Looks once, and returns how long to rest before looking again. */
    public Duration turn() {
        if (register.isEnrolled()) {
            return DONE;
        }
        String code = read();
        if (code.isEmpty() || code.equals(refused)) {
            return LOOK_AGAIN;
        }
        try {
            return answered(register.enrol(code), code);
        } catch (JournalException e) {
            trouble.accept(e.notice());
            return LOOK_AGAIN;
        }
    }

    private Duration answered(Reply<EnrolmentAnswer> reply, String code) {
        if (reply instanceof Reply.Answered<EnrolmentAnswer> answered) {
            LOG.log(
                    Level.INFO,
                    "enrolled as {0} by the code in {1}",
                    answered.value().workstationId(),
                    file);
            remove();
            return DONE;
        } else if (reply instanceof Reply.Refused<EnrolmentAnswer> no) {
            refused = code;
            trouble.accept(register.reason(no));
            return LOOK_AGAIN;
        }
        trouble.accept(((Reply.Unreachable<EnrolmentAnswer>) reply).reason());
        return backoff.next();
    }

    private String read() {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the enrolment code in " + file + " cannot be read: " + e);
            return "";
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the used enrolment code in " + file + " cannot be removed; it is good for nothing: " + e);
        }
    }
}

package org.tillwright.server;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;

/**
 * The business says no: expected, explained to whoever asked, rolled back, and not logged as a failure.
 *
 * <p>Bugs are {@link IllegalStateException}s; broken machinery keeps its own exception. Neither is ever wrapped in this.
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

    /**
     * The same sentence for screens in other languages than English.
     *
     * @param key of the console's words, such as {@code security.locked}
     * @param arguments what stands in the sentence's gaps
     */
    public record Wording(String key, List<String> arguments) {

        public Wording {
            arguments = List.copyOf(arguments);
        }

        public static Wording of(String key, Object... arguments) {
            return new Wording(key, Stream.of(arguments).map(String::valueOf).toList());
        }
    }

    private final ProblemCode code;
    private final String detail;
    private final List<Fault> faults;
    private final @Nullable Wording wording;

    public Refused(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refused(ProblemCode code, String detail, Wording wording) {
        this(code, detail, List.of(), wording);
    }

    public Refused(ProblemCode code, String detail, List<Fault> faults) {
        this(code, detail, faults, null);
    }

    public Refused(ProblemCode code, String detail, List<Fault> faults, @Nullable Wording wording) {
        super(code + ": " + detail + (faults.isEmpty() ? "" : " " + faults));
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.wording = wording;
    }

    public ProblemCode code() {
        return code;
    }

    /** One sentence for the person who asked; names the thing, gives no internals. */
    public String detail() {
        return detail;
    }

    /** Each field that was wrong; empty when no field is to blame. */
    public List<Fault> faults() {
        return faults;
    }

    /** Where the sentence stands in the reader's language; null when there is only {@link #detail()}. */
    public @Nullable Wording wording() {
        return wording;
    }
}

package org.tillwright.server;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final List<Reason> reasons;

    /** The whole sentence, for screens in other languages. */
    private record Said(Wording wording, String sentence) implements Reason {

        @Override
        public String key() {
            return wording.key();
        }

        @Override
        public List<String> arguments() {
            return wording.arguments();
        }

        @Override
        public String field() {
            return "";
        }
    }

    public Refused(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refused(ProblemCode code, String detail, Wording wording) {
        this(code, detail, List.of(), wording);
    }

    public Refused(ProblemCode code, String detail, List<Fault> faults) {
        this(code, detail, faults, List.of());
    }

    /** Names every reason at once. */
    public Refused(ProblemCode code, List<? extends Reason> reasons) {
        this(
                code,
                reasons.stream().map(Reason::sentence).collect(Collectors.joining(" ")),
                reasons.stream()
                        .filter(reason -> !reason.field().isEmpty())
                        .map(reason -> new Fault(reason.field(), reason.sentence()))
                        .toList(),
                reasons);
    }

    public Refused(ProblemCode code, Reason reason) {
        this(code, List.of(reason));
    }

    public Refused(ProblemCode code, String detail, List<Fault> faults, Wording wording) {
        this(code, detail, faults, List.of(new Said(wording, detail)));
    }

    private Refused(ProblemCode code, String detail, List<Fault> faults, List<? extends Reason> reasons) {
        super(code + ": " + detail + (faults.isEmpty() ? "" : " " + faults));
        this.code = code;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.reasons = List.copyOf(reasons);
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

    /** Why, one by one, for screens in the reader's language; none when there is only {@link #detail()}. */
    public List<Reason> reasons() {
        return reasons;
    }
}

package org.tillwright.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.WireJson;

/**
 * Why the server says no, as {@code application/problem+json} (RFC 9457).
 *
 * @param status HTTP status, repeated
 * @param code upper-case noun that programs decide on, never renamed; text, so that an older register can read a newer one
 * @param detail one sentence for a person
 * @param reference under which the server's log has the cause; null when there is nothing to look up
 * @param faults each field that was wrong; null when no field is to blame
 */
public record Problem(
        String type,
        String title,
        Long status,
        String code,
        @Limit(MAX_DETAIL) String detail,
        @Nullable @Limit(MAX_REFERENCE) String reference,
        @Nullable @Limit(MAX_FAULTS) List<Fault> faults) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MAX_DETAIL = 2_000;
    private static final int MAX_REFERENCE = 40;
    private static final int MAX_FAULTS = 1_000;

    /**
     * Makes a problem that every reader of our messages can read: what is beyond its limits is cut off. A register that
     * could not read why its record was refused would send that record for ever.
     */
    public static Problem of(int status, String code, String detail, List<Fault> faults) {
        String title =
                code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        List<Fault> told = faults.stream().limit(MAX_FAULTS).map(Problem::cut).toList();
        return new Problem(
                "about:blank", title, (long) status, code, cut(detail, MAX_DETAIL), null, told.isEmpty() ? null : told);
    }

    /** Makes the same problem with the number that whoever looks after the server finds its cause by. */
    public Problem under(String number) {
        return new Problem(type, title, status, code, detail, cut(number, MAX_REFERENCE), faults);
    }

    private static Fault cut(Fault fault) {
        return new Fault(cut(fault.field(), WireJson.MAX_TEXT), cut(fault.message(), WireJson.MAX_TEXT));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}

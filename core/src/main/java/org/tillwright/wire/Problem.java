package org.tillwright.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the server says no, as {@code application/problem+json} (RFC 9457).
 *
 * @param status HTTP status, repeated
 * @param code upper-case noun that programs decide on, never renamed; text, so that an older register can read a newer one
 * @param detail one sentence for a person
 * @param faults each field that was wrong; null when no field is to blame
 */
public record Problem(
        String type,
        String title,
        Long status,
        String code,
        @Limit(2_000) String detail,
        @Nullable @Limit(1_000) List<Fault> faults) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String detail, List<Fault> faults) {
        String title = code.charAt(0)
                + code.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return new Problem("about:blank", title, (long) status, code, detail, faults.isEmpty() ? null : faults);
    }
}

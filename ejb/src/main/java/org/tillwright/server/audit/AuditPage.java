package org.tillwright.server.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param next where the older ones begin; null when there are none
 */
public record AuditPage(List<AuditLine> lines, @Nullable AuditPlace next) {

    public AuditPage {
        lines = List.copyOf(lines);
    }
}

package org.tillwright.register.command;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to. Written as JSON by {@link org.tillwright.wire.json.WireJson}.
 *
 * @param total of all invoices as the register has them, in the currency's major unit
 * @param compared invoices whose total was held against another's figure
 * @param mismatches invoices whose total is another, or that the server refused, each with a sentence
 * @param posted records of invoices that the server took for the first time now
 * @param alreadyThere invoices that register or server had before
 * @param serverAgrees whether the server's total of the till session is the register's; absent when there is none
 */
public record ReplayReport(
        Long invoices,
        Long lines,
        String total,
        Long compared,
        List<String> mismatches,
        Long posted,
        Long alreadyThere,
        @Nullable UUID tillSessionId,
        @Nullable Boolean serverAgrees,
        Long seconds) {

    public boolean isSound() {
        return mismatches.isEmpty() && !Boolean.FALSE.equals(serverAgrees);
    }
}

package org.tillwright.server.settlement;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.server.platform.Secrets;

/**
 * Tells lines apart by what they say, whatever file they come in. Two lines of one file that say the same are two payments; the
 * same two in another file are the same two again.
 */
final class LineKeys {

    private LineKeys() {}

    static Map<String, PayoutLine> of(List<PayoutLine> lines) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, PayoutLine> keyed = new LinkedHashMap<>();
        for (PayoutLine line : lines) {
            String said = String.join(
                    "\u001f",
                    line.kind().name(),
                    line.currency(),
                    Long.toString(line.grossMinor()),
                    Long.toString(line.feeMinor()),
                    String.valueOf(line.terminalId()),
                    String.valueOf(line.authorizationCode()),
                    String.valueOf(line.trace()),
                    String.valueOf(line.reference()),
                    line.happenedOn().toString(),
                    String.valueOf(line.payoutReference()),
                    String.valueOf(line.paidOn()));
            int nth = seen.merge(said, 1, Integer::sum);
            keyed.put(Secrets.hash(said + "\u001f" + nth), line);
        }
        return keyed;
    }
}

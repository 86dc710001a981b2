package org.tillwright.register.orders;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.wire.json.WireJson;

/**
 * A cart as registers hand it to each other.
 *
 * @param names of its items, for those that a later catalogue does not have any more
 */
public record ParkedCart(SaleDraft draft, Map<String, String> names) {

    static ParkedCart of(SaleDraft draft, List<SaleLine> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        lines.forEach(line -> names.put(line.itemId(), line.description()));
        return new ParkedCart(draft, names);
    }

    String text() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }

    /** Reads what another register wrote. */
    static ParkedCart read(String text) {
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), ParkedCart.class);
    }

    /** Returns what the items of some of its lines are called, each once. */
    List<String> namesOf(List<SaleDraft.DraftLine> lines) {
        return lines.stream()
                .filter(line -> line.follows() == null)
                .map(line -> names.getOrDefault(line.itemId(), line.itemId()))
                .distinct()
                .toList();
    }
}

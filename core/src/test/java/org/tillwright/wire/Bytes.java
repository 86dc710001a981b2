package org.tillwright.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** Short ways to write messages in tests. */
final class Bytes {

    private Bytes() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Record message) {
        return new String(WireJson.write(message), StandardCharsets.UTF_8);
    }

    /** Returns what is wrong with a message, as "field message"; anything but a clean refusal fails the test. */
    static List<String> faultsOf(byte[] json, Class<? extends Record> type) {
        MalformedMessageException refused =
                catchThrowableOfType(MalformedMessageException.class, () -> WireJson.read(json, type));
        if (refused == null) {
            throw new AssertionError("the message was read");
        }
        return refused.faults().stream().map(Fault::toString).toList();
    }

    static List<String> faultsOf(String json, Class<? extends Record> type) {
        return faultsOf(utf8(json), type);
    }
}

package org.tillwright.register.device.jpos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.json.WireJson;

/**
 * Which of a maker's services the device host is to open, and where it is described.
 *
 * @param category the name of a {@link JposCategory}
 * @param name the logical name in {@code jpos.xml}
 * @param file path of that {@code jpos.xml}
 * @param columns characters that a line of the receipt is laid out to; of use to a printer only
 * @param patienceSeconds how long the maker's code may take for anything before it counts as hanging
 */
public record JposTarget(String category, String name, @Limit(4_096) String file, Long columns, Long patienceSeconds) {

    /** Name of the kind of driver in the device host. */
    public static final String SERVICE = "jpos";

    Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }

    String argument() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }

    /** Reads what the register said. */
    public static JposTarget of(String argument) {
        return WireJson.read(argument.getBytes(StandardCharsets.UTF_8), JposTarget.class);
    }
}

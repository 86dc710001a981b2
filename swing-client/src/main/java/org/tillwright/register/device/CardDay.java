package org.tillwright.register.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;

/** What became of a terminal's end of day. */
public sealed interface CardDay {

    /**
     * The terminal closed its day and sent it to the acquirer.
     *
     * @param total payments less refunds, or null where the terminal told none
     * @param fromReceipt number of the first receipt in it, or null
     * @param toReceipt number of the last receipt in it, or null
     * @param schemes what each kind of card came to; empty where the terminal told none
     */
    record Closed(
            String terminalId,
            @Nullable Money total,
            @Nullable String fromReceipt,
            @Nullable String toReceipt,
            List<Scheme> schemes)
            implements CardDay {

        public Closed {
            schemes = List.copyOf(schemes);
        }
    }

    /** The terminal did not close it, and says why by a code. */
    record Refused(String code) implements CardDay {}

    /** The request went out and no clear answer came back. */
    record Unknown(String why) implements CardDay {}

    /** One kind of card. */
    record Scheme(String name, long count, Money amount) {}
}

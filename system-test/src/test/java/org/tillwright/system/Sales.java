package org.tillwright.system;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** Sound sales for tests that speak to the server without a register. */
final class Sales {

    private static final TaxPolicyMessage POLICY = TaxPolicyMessage.of(
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP));

    private Sales() {}

    /** One line of 1.07 with 7 % tax in it, paid in cash. The item is unknown to the demo store. */
    static SaleMessage ofOneLine(UUID transactionId) {
        Instant now = Instant.parse("2026-03-02T10:15:30Z");
        return new SaleMessage(
                transactionId,
                "demo",
                UUID.fromString("00000000-0000-0000-0000-0000000000aa"),
                "cashier-1",
                LocalDate.parse("2026-03-02"),
                now,
                now.plusSeconds(20),
                "EUR",
                List.of(new SaleMessage.Line(
                        1L, "no-such-item", "Something unheard of", 1000L, 1_070_000L, 107L, 100L, 7L, "R", null)),
                List.of(new SaleMessage.TaxLine("R", 70_000L, 100L, 7L, 107L)),
                List.of(new SaleMessage.Tender("CASH", 107L, null)),
                100L,
                7L,
                107L);
    }

    static byte[] record(String workstationId, long sequence, SaleMessage sale) {
        return WireJson.write(JournalRecord.of(workstationId, sequence, RecordKind.SALE, 1, POLICY, sale));
    }
}

package org.tillwright.register.device.fiscal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.fiscal.FiscalKind;

/**
 * What a fiscal device is to sign.
 *
 * @param sequence number of the record in the register's journal
 * @param head of the journal's chain after that record, in hex; null where the record is not sealed
 * @param time when the sale ended, by the register's clock
 * @param currency ISO 4217 code of every amount
 * @param totalMinor what the goods come to; negative when money goes back
 */
public record FiscalRequest(
        UUID transactionId,
        String workstationId,
        long sequence,
        @Nullable String head,
        FiscalKind kind,
        Instant time,
        String currency,
        long totalMinor,
        List<Tax> taxes,
        List<Paid> payments) {

    public FiscalRequest {
        taxes = List.copyOf(taxes);
        payments = List.copyOf(payments);
    }

    /** What one tax rate comes to. */
    public record Tax(long ratePpm, long netMinor, long taxMinor) {}

    /** What was paid in one way, change taken off. */
    public record Paid(String tender, long amountMinor) {}
}

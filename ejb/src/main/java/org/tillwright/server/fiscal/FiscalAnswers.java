package org.tillwright.server.fiscal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalVerdict;

/** The answers of fiscal devices. Insert only. */
@Dependent
class FiscalAnswers {

    @Inject
    Sql sql;

    void add(String workstationId, long sequence, FiscalMessage told, @Nullable FiscalVerdict verdict) {
        FiscalMessage.Signature signed = told.signature();
        sql.update(
                "insert into fiscal_signature (workstation_id, sequence, of_sequence, transaction_id, store_id, country,"
                        + " kind, failure, device_id, number, signed_at, algorithm, public_key, signed_text, signature,"
                        + " verification, verdict, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                workstationId,
                sequence,
                told.ofSequence(),
                told.transactionId(),
                told.storeId(),
                told.country(),
                told.kind(),
                told.failure(),
                signed == null ? null : signed.deviceId(),
                signed == null ? null : signed.number(),
                signed == null ? null : signed.signedAt(),
                signed == null ? null : signed.algorithm(),
                signed == null ? null : signed.publicKey(),
                signed == null ? null : signed.signedText(),
                signed == null ? null : signed.signature(),
                signed == null ? null : signed.verification(),
                verdict == null ? null : verdict.name(),
                told.answeredAt());
    }

    /** Whether the device gave this number to another transaction before. */
    boolean isGivenToAnother(FiscalMessage.Signature signed, UUID transactionId) {
        return sql.first(
                        "select 1 from fiscal_signature where device_id = ? and number = ? and transaction_id <> ?"
                                + " limit 1",
                        row -> row.number(1),
                        signed.deviceId(),
                        signed.number(),
                        transactionId)
                .isPresent();
    }
}

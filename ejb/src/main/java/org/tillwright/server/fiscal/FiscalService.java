package org.tillwright.server.fiscal;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalVerdict;

/** The door for registers: what their fiscal devices answered. */
@Stateless
public class FiscalService {

    @Inject
    FiscalAnswers answers;

    @Inject
    AuditService audit;

    /**
     * Keeps an answer as it was told, in its record's transaction. One that does not hold, or a number that the device had given
     * before, is noted and never refused: it is on the customer's paper.
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void note(JournalRecord record, FiscalMessage told) {
        FiscalMessage.Signature signature = told.signature();
        FiscalVerdict verdict = signature == null ? null : FiscalVerdict.of(signature);
        boolean isTwice = signature != null && answers.isGivenToAnother(signature, told.transactionId());
        answers.add(record.workstationId(), record.sequence(), told, verdict);
        if (signature == null) {
            audit(record, told, "FISCAL_NOT_SIGNED", told.failure());
            return;
        }
        if (verdict == FiscalVerdict.BROKEN) {
            audit(record, told, "FISCAL_SIGNATURE_BROKEN", named(signature));
        }
        if (isTwice) {
            audit(record, told, "FISCAL_NUMBER_TWICE", named(signature));
        }
    }

    private void audit(JournalRecord record, FiscalMessage told, String action, @Nullable String detail) {
        audit.record(new AuditNote(
                action,
                told.answeredAt(),
                told.storeId(),
                record.workstationId(),
                null,
                told.transactionId().toString(),
                detail));
    }

    private static String named(FiscalMessage.Signature signature) {
        return "device " + signature.deviceId() + ", number " + signature.number();
    }
}

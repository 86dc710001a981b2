package org.tillwright.server.sales;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;

/** The door through which a register sees a receipt of any store, when a customer brings it back. Every look is noted. */
@Stateless
public class ReceiptService {

    @Inject
    ReturnedSales returns;

    @Inject
    ReceiptLookUps lookUps;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Finds the sale of a receipt, and what came back of it.
     *
     * @param workstationId who asks
     * @param code as printed in barcode or QR code; or register and number, such as {@code till-2-4711}
     * @throws Refused with {@code NOT_FOUND} when no such sale has arrived, {@code MALFORMED} for what stands on no receipt,
     *     {@code TOO_MANY_LOOK_UPS} when the register asked for too many by number
     */
    @RolesAllowed(REGISTER)
    public ReceiptFound find(String workstationId, String code) {
        ReceiptRef read = ReceiptRef.read(code)
                .orElseThrow(
                        () -> new Refused(
                                ProblemCode.MALFORMED,
                                "That is no code of a receipt; scan it, or key the register and the number, such as TILL-2-4711."));
        Instant now = clock.instant();
        boolean mayAsk = read instanceof ReceiptRef.ByNumber
                ? lookUps.take(workstationId, now)
                : !lookUps.isSpent(workstationId, now);
        if (!mayAsk) {
            throw new Refused(
                    ProblemCode.TOO_MANY_LOOK_UPS,
                    "This register asked for " + ReceiptLookUps.MOST + " receipts within "
                            + ReceiptLookUps.SPAN.toMinutes()
                            + " minutes; wait a little, and scan the receipt's code.");
        }
        Optional<ReceiptFound> found = returns.receipt(read);
        if (found.isEmpty()) {
            boolean unused = read instanceof ReceiptRef.ByCode && lookUps.take(workstationId, now);
            throw new Refused(
                    ProblemCode.NOT_FOUND,
                    "No receipt has this code; look at it again. One of today may not have arrived yet.");
        }
        audit.record(new AuditNote(
                "RECEIPT_LOOKED_UP",
                now,
                found.get().sale().storeId(),
                workstationId,
                null,
                found.get().sale().transactionId().toString(),
                read instanceof ReceiptRef.ByNumber ? "by its number" : null));
        return found.get();
    }
}

package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.JournalEntry;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.Posting;
import org.tillwright.server.value.ValueMovement;
import org.tillwright.server.value.ValueService;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.value.ValueKind;

/** Ends orders, and books what is kept of their deposits. */
@Dependent
class OrderClosing {

    @Inject
    Orders orders;

    @Inject
    Deposits deposits;

    @Inject
    ValueService values;

    @Inject
    LedgerService ledger;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Cancels an order, if it is open. What is left of its deposits is the shop's.
     *
     * @param who whose claim is what cancels it: the sale that gave the deposits back, or a cancellation of its own
     */
    void cancel(UUID orderId, Claimant who, Instant at) {
        if (!orders.close(orderId, OrderSummary.CANCELLED, who.claimId())) {
            return;
        }
        Instant now = clock.instant();
        orders.note(orderId, "CANCELLED", who.workstationId(), who.operatorId(), who.claimId(), now);
        long kept = 0;
        for (Deposits.Balance left : deposits.balances(orderId)) {
            if (left.minor() > 0) {
                move(orderId, who, left, at);
                kept = left.minor();
            }
        }
        audit.record(new AuditNote(
                "ORDER_CANCELLED",
                at,
                who.storeId(),
                who.workstationId(),
                who.operatorId(),
                orderId.toString(),
                kept == 0 ? null : "kept " + kept + " in minor units"));
    }

    /** Opens an order again whose sale or cancellation was undone; what was kept of its deposits is the customer's again. */
    void reopen(UUID orderId, UUID undone, Claimant who, Instant at) {
        if (!orders.reopen(orderId, undone)) {
            return;
        }
        orders.note(orderId, "REOPENED", who.workstationId(), who.operatorId(), who.claimId(), clock.instant());
        for (Deposits.Balance kept : deposits.keptBy(undone)) {
            move(orderId, who, new Deposits.Balance(kept.currency(), Math.negateExact(kept.minor())), at);
        }
    }

    /** What is owed becomes the shop's; the other way round for a negative amount. */
    private void move(UUID orderId, Claimant who, Deposits.Balance kept, Instant at) {
        values.book(List.of(new ValueMovement(
                who.claimId(),
                ValueMovement.Event.MONEY_IN,
                Deposits.LINE_OF_KEPT,
                ValueKind.DEPOSIT,
                orderId.toString(),
                kept.currency(),
                Math.negateExact(kept.minor()),
                null,
                who.storeId(),
                who.workstationId(),
                at)));
        ledger.post(new JournalEntry(
                who.claimId(),
                "DEPOSIT_KEPT",
                who.storeId(),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                kept.currency(),
                List.of(
                        Posting.debit(Account.DEPOSITS, kept.minor()),
                        Posting.credit(Account.DEPOSITS_KEPT, kept.minor()))));
    }
}

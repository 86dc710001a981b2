package org.tillwright.server.orders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The event of the books. */
    private static final String KEPT = "DEPOSIT_KEPT";

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
    void cancel(UUID orderId, Claimant who, ClosingTime when) {
        if (!orders.close(orderId, OrderSummary.CANCELLED, who.claimId())) {
            return;
        }
        orders.note(orderId, "CANCELLED", who.workstationId(), who.operatorId(), who.claimId(), clock.instant());
        List<Deposits.Balance> kept = deposits.balances(orderId).stream()
                .filter(left -> left.minor() > 0)
                .toList();
        move(orderId, who, kept, when);
        audit.record(new AuditNote(
                "ORDER_CANCELLED",
                when.at(),
                who.storeId(),
                who.workstationId(),
                who.operatorId(),
                orderId.toString(),
                kept.isEmpty()
                        ? null
                        : kept.stream()
                                .map(each -> "kept " + each.minor() + " " + each.currency() + " in minor units")
                                .collect(Collectors.joining(", "))));
    }

    /** Opens an order again whose sale or cancellation was undone; what was kept of its deposits is the customer's again. */
    void reopen(UUID orderId, UUID undone, Claimant who, ClosingTime when) {
        if (!orders.reopen(orderId, undone)) {
            return;
        }
        orders.note(orderId, "REOPENED", who.workstationId(), who.operatorId(), who.claimId(), clock.instant());
        List<Deposits.Balance> back = deposits.keptBy(undone).stream()
                .map(kept -> new Deposits.Balance(kept.currency(), Math.negateExact(kept.minor())))
                .toList();
        move(orderId, who, back, when);
    }

    /** What is owed becomes the shop's; the other way round for negative amounts. Each currency is an entry of its own. */
    private void move(UUID orderId, Claimant who, List<Deposits.Balance> kept, ClosingTime when) {
        for (int i = 0; i < kept.size(); i++) {
            Deposits.Balance each = kept.get(i);
            values.book(List.of(new ValueMovement(
                    who.claimId(),
                    ValueMovement.Event.MONEY_IN,
                    Deposits.LINE_OF_KEPT + i,
                    ValueKind.DEPOSIT,
                    orderId.toString(),
                    each.currency(),
                    Math.negateExact(each.minor()),
                    null,
                    who.storeId(),
                    who.workstationId(),
                    when.at())));
            ledger.post(new JournalEntry(
                    who.claimId(),
                    i == 0 ? KEPT : KEPT + " " + each.currency(),
                    who.storeId(),
                    when.day(),
                    each.currency(),
                    List.of(
                            Posting.debit(Account.DEPOSITS, each.minor()),
                            Posting.credit(Account.DEPOSITS_KEPT, each.minor()))));
        }
    }
}

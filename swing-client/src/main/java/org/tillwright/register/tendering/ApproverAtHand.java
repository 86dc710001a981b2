package org.tillwright.register.tendering;

import org.tillwright.core.money.Money;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.approval.Approvals;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;

/** Asks a second person on the tendering screen, where the operator may not take a payment alone. */
public final class ApproverAtHand implements TenderApproval {

    private final SaleSession sale;
    private final Approvals approvals;
    private final Conversation talk;

    public ApproverAtHand(SaleSession sale, Approvals approvals, Conversation talk) {
        this.sale = sale;
        this.approvals = approvals;
        this.talk = talk;
    }

    @Override
    public void ask(TenderType type, Money amount, Runnable then) {
        SnapshotMessage.Operator operator =
                sale.operator().orElseThrow(() -> new IllegalStateException("nobody takes payments"));
        ApprovalRequest request = new ApprovalRequest(
                operator.operatorId(),
                Permissions.TENDER_ABOVE_LIMIT,
                "TENDER",
                sale.transactionId().toString(),
                type.name(),
                amount);
        if (approvals.mayAlone(operator, request)) {
            then.run();
            return;
        }
        approvals.ask(talk, request, given -> {
            if (approvals.use(request, given.approver().operatorId())) {
                then.run();
            }
        });
    }
}

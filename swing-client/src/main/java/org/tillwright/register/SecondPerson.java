package org.tillwright.register;

import java.util.function.Consumer;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.wire.SnapshotMessage;

/** Finds whoever may do one thing at the sale in progress. A second person's yes is used up by what it allows. Event thread only. */
final class SecondPerson {

    private final RegisterParts parts;
    private final Conversation talk;

    SecondPerson(RegisterParts parts, Conversation talk) {
        this.parts = parts;
        this.talk = talk;
    }

    /** Goes on in the name of the operator who may do it alone, and otherwise asks. */
    void ifNeeded(NeedsApproval needed, Consumer<SnapshotMessage.Operator> then) {
        SnapshotMessage.Operator operator = parts.sale().operator().orElseThrow();
        if (parts.approvals().mayAlone(operator, request(needed, operator))) {
            then.accept(operator);
        } else {
            ask(needed, then);
        }
    }

    /** Asks somebody else, whatever the operator may do. */
    void ask(NeedsApproval needed, Consumer<SnapshotMessage.Operator> then) {
        ApprovalRequest request = request(needed, parts.sale().operator().orElseThrow());
        parts.approvals().ask(talk, request, given -> {
            if (parts.approvals().use(request, given.approver().operatorId())) {
                then.accept(given.approver());
            }
        });
    }

    private ApprovalRequest request(NeedsApproval needed, SnapshotMessage.Operator operator) {
        return needed.request(operator.operatorId(), parts.sale().transactionId());
    }
}

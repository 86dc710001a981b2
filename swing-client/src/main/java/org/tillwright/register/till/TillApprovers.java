package org.tillwright.register.till;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.approval.Approvals;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.till.TillClosingModel.Answer;
import org.tillwright.register.till.TillCount.Yes;
import org.tillwright.wire.SnapshotMessage;

/** Asks a second person for what the till wants allowed: on the selling screen, and on the screen that counts a till. */
public final class TillApprovers implements TillApprovals, TillClosingModel.Approver {

    private final Approvals approvals;
    private final Conversation conversation;
    private final Supplier<SnapshotMessage.Operator> operator;

    public TillApprovers(Approvals approvals, Conversation conversation, Supplier<SnapshotMessage.Operator> operator) {
        this.approvals = approvals;
        this.conversation = conversation;
        this.operator = operator;
    }

    @Override
    public void ask(What what, Consumer<Yes> then) {
        ApprovalRequest request = request(what);
        approvals.ask(conversation, request, given -> then.accept(used(request, given)));
    }

    @Override
    public void check(String number, String pin, What what, Consumer<Answer> then) {
        ApprovalRequest request = request(what);
        approvals.check(number, pin, request, conversation.texts(), answer -> {
            Approvals.Given given = answer.given();
            then.accept(new Answer(given == null ? null : used(request, given), answer.said()));
        });
    }

    /** It is used for what was asked, and for nothing after that. */
    private Yes used(ApprovalRequest request, Approvals.Given given) {
        String approverId = given.approver().operatorId();
        if (!approvals.use(request, approverId)) {
            throw new IllegalStateException("an approval was gone before it was used: " + request);
        }
        return new Yes(approverId, given.approvalId());
    }

    private ApprovalRequest request(What what) {
        boolean isMoney = !what.amount().isZero();
        return new ApprovalRequest(
                operator.get().operatorId(),
                what.permission(),
                what.action(),
                what.subject(),
                null,
                isMoney ? what.amount() : null);
    }
}

package org.tillwright.register.sale;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.approval.Granted;
import org.tillwright.register.approval.Share;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.wire.SnapshotMessage;

/**
 * In whose name something is done to a sale: the operator's own, or that of somebody who approved just this.
 *
 * @param operator who is signed on
 * @param name in whose name it is done
 */
record Authority(
        SnapshotMessage.@Nullable Operator operator,
        SnapshotMessage.@Nullable Operator name,
        UUID transactionId,
        Shop shop,
        Granted granted) {

    /** True if it may be done. An approval is used up by it, so this is asked last, and what is asked for is then done. */
    boolean may(NeedsApproval wanted) {
        if (operator == null || name == null) {
            return false;
        }
        if (!isOwn()) {
            ApprovalRequest request = wanted.request(operator.operatorId(), transactionId);
            return granted.use(request, name.operatorId());
        }
        Share share = wanted.share();
        return operator.permissions().contains(wanted.permission())
                && (share == null || share.isWithinLimitOf(operator, shop));
    }

    /** True if the operator does it in the own name. */
    boolean isOwn() {
        return operator != null && name != null && operator.operatorId().equals(name.operatorId());
    }

    /** The id of the person in whose name it is done. */
    String id() {
        if (name == null) {
            throw new IllegalStateException("nothing is done in nobody's name");
        }
        return name.operatorId();
    }
}

package org.tillwright.register.orders;

import java.util.function.Consumer;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.wire.SnapshotMessage;

/** Finds somebody who may do a thing: the operator, or whoever comes and says so. */
@FunctionalInterface
public interface Approval {

    void by(NeedsApproval needed, Consumer<SnapshotMessage.Operator> then);
}

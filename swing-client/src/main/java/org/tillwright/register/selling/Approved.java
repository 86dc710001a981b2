package org.tillwright.register.selling;

import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.wire.SnapshotMessage;

/** Something done in the name of whoever may do it. */
@FunctionalInterface
public interface Approved {

    SaleOutcome by(SnapshotMessage.Operator operator);
}

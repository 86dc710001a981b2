package org.tillwright.register;

import java.lang.System.Logger;
import java.util.List;
import java.util.function.Supplier;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.orders.SuspendedSales;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.till.LastReport;
import org.tillwright.register.till.TillApprovers;
import org.tillwright.register.till.TillClosingModel;
import org.tillwright.register.till.TillDevices;
import org.tillwright.register.till.TillFunctions;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** Puts the till together with its devices, with who may allow what, and with the sales that are parked. Event thread only. */
final class TillDesk {

    private static final Logger LOG = System.getLogger(TillDesk.class.getName());

    /** Letters of a name that stands beside a parked sale's number. */
    private static final int NAME_LENGTH = 40;

    private final RegisterParts parts;
    private final SaleSession sale;
    private final Supplier<SnapshotMessage.Operator> operator;
    private final SellingModel selling;
    private final TillDevices devices;
    private final TillApprovers approvers;

    TillDesk(RegisterParts parts, SellingModel selling, Supplier<SnapshotMessage.Operator> operator) {
        this.parts = parts;
        this.sale = parts.sale();
        this.selling = selling;
        this.operator = operator;
        this.devices = new TillPrinting(
                parts::devices,
                parts.catalogues(),
                sale::texts,
                () -> parts.identity().map(RegisterIdentity::workstationId).orElse(""),
                settled -> parts.till().copied(settled) == null);
        this.approvers = new TillApprovers(parts.approvals(), selling.conversation(), operator);
        parts.till().suspendedSales(this::suspended);
    }

    /** What counting asks of what is around it. */
    TillClosingModel.Surroundings closing() {
        return new TillClosingModel.Surroundings(operator, sale::catalogue, approvers, devices);
    }

    /** Puts the till's functions where keys find them. */
    void register(Functions functions, Runnable toClosing) {
        new TillFunctions(
                        parts.till(),
                        new LastReport(parts.journal()),
                        selling.conversation(),
                        devices,
                        new TillFunctions.Surroundings(operator, sale::catalogue, approvers, toClosing, sale::isEmpty))
                .register(functions);
    }

    /** A list that cannot be read keeps no till open: what is parked stays parked. */
    private List<TillSession.Suspended> suspended() {
        try {
            return new SuspendedSales(parts.journal(), parts.platform().clock())
                    .list().stream().map(TillDesk::suspended).toList();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the parked sales could not be listed at the close", e);
            return List.of();
        }
    }

    private static TillSession.Suspended suspended(SuspendedSaleMessage sale) {
        String label = sale.label() == null ? "" : " " + sale.label();
        String name = label.length() > NAME_LENGTH ? label.substring(0, NAME_LENGTH) : label;
        return new TillSession.Suspended(SuspendedSaleMessage.codeOf(sale.suspendedSaleId()) + name, sale.totalMinor());
    }
}

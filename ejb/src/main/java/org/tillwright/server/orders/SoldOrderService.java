package org.tillwright.server.orders;

import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;

/**
 * The door for what sales do to orders: deposits come and go, goods are handed over. Nothing is refused here, because it has
 * happened; what does not fit is noted for a person.
 */
@Stateless
public class SoldOrderService {

    @Inject
    Orders orders;

    @Inject
    Deposits deposits;

    @Inject
    OrderClosing closing;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Completes, cancels or reopens the order of a sale, whose deposits are booked already.
     *
     * <p>Goods that are handed over complete it. Deposits that are given back without any goods cancel it. A sale that undoes
     * another opens again what that one closed.
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void accept(String workstationId, SaleMessage sale) {
        UUID orderId = sale.details().orderId();
        if (orderId == null) {
            return;
        }
        Instant now = clock.instant();
        Claimant who = new Claimant(sale.storeId(), workstationId, sale.operatorId(), sale.transactionId());
        ClosingTime when = new ClosingTime(sale.endedAt(), sale.businessDay());
        UUID undone = sale.details().postVoidOf();
        boolean handsOver = sale.lines().stream().anyMatch(line -> line.quantityMilli() > 0);
        boolean givesBack = sale.details().taken().stream().anyMatch(SoldOrderService::isDepositBack);
        if (undone != null) {
            closing.reopen(orderId, undone, who, when);
        } else if (handsOver) {
            complete(orderId, who, sale, now);
        } else if (givesBack) {
            closing.cancel(orderId, who, when);
        } else {
            orders.note(orderId, "DEPOSITED", workstationId, sale.operatorId(), sale.transactionId(), now);
            orders.release(orderId, sale.transactionId());
        }
        if (deposits.balances(orderId).stream().anyMatch(balance -> balance.minor() < 0)) {
            audit.record(note("DEPOSIT_OVERDRAWN", who, sale, orderId, "more was given back or used than was paid"));
        }
    }

    /** Returns what the order of a sale promised, if it is of one and that is here. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public List<OrderMessage.Line> promisedFor(SaleMessage sale) {
        UUID orderId = sale.details().orderId();
        return orderId == null ? List.of() : orders.lines(orderId);
    }

    /** Notes that a sale was given up: the order that it was to be made of is free again. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteGivenUp(UUID transactionId) {
        orders.takenFor(transactionId).ifPresent(orderId -> orders.release(orderId, transactionId));
    }

    private void complete(UUID orderId, Claimant who, SaleMessage sale, Instant now) {
        if (orders.close(orderId, OrderSummary.COMPLETED, sale.transactionId())) {
            orders.note(orderId, "SOLD", who.workstationId(), sale.operatorId(), sale.transactionId(), now);
            return;
        }
        orders.standing(orderId)
                .ifPresent(standing -> audit.record(
                        note("ORDER_SOLD_TWICE", who, sale, orderId, standing.state() + " by " + standing.closedBy())));
    }

    private static AuditNote note(String action, Claimant who, SaleMessage sale, UUID orderId, String detail) {
        return new AuditNote(
                action,
                sale.endedAt(),
                sale.storeId(),
                who.workstationId(),
                sale.operatorId(),
                orderId.toString(),
                detail + "; sale " + sale.transactionId());
    }

    private static boolean isDepositBack(SaleParticulars.MoneyIn taken) {
        return SaleParticulars.Kind.find(taken.kind()) == SaleParticulars.Kind.DEPOSIT && taken.amountMinor() < 0;
    }
}

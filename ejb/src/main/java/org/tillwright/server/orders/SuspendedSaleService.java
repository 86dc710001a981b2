package org.tillwright.server.orders;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.stores.StoreService;
import org.tillwright.server.stores.WorkstationSummary;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.ResumedTwice;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSalesFound;

/** The door for parked carts: kept for any register of the store, given to one, and forgotten after their time. */
@Stateless
public class SuspendedSaleService {

    /** Carts that expire in one transaction. */
    static final int MOST_AT_ONCE = 100;

    @Inject
    SuspendedSales sales;

    @Inject
    StoreService stores;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Keeps a cart that a register parked. Safe to repeat: what is here already stays as it is.
     *
     * @throws Refused with {@code TRANSACTION_CONFLICT} if the id is another store's
     */
    @RolesAllowed(REGISTER)
    public void keep(String workstationId, SuspendedSaleMessage sale) {
        String storeId = storeOf(workstationId);
        var known = sales.standing(sale.suspendedSaleId());
        if (known.isPresent()) {
            if (!known.get().storeId().equals(storeId)) {
                throw new Refused(
                        ProblemCode.TRANSACTION_CONFLICT,
                        "Another store suspended a sale as " + sale.suspendedSaleId() + " before.");
            }
            return;
        }
        Instant now = clock.instant();
        sales.add(storeId, workstationId, sale, now);
        sales.note(sale.suspendedSaleId(), "SUSPENDED", workstationId, sale.operatorId(), null, now);
        sales.closeIfUsed(sale.suspendedSaleId());
        UUID before = sale.resumedFrom();
        if (before != null) {
            Use use = new Use(before, sale.suspendedSaleId(), workstationId, sale.operatorId(), sale.suspendedAt());
            noteUse(use, storeId, now);
        }
    }

    /** Returns what a register can go on with: the store's free carts, and its own of which nothing came yet. */
    @RolesAllowed(REGISTER)
    public SuspendedSalesFound list(String workstationId) {
        var found =
                sales.list(storeOf(workstationId), workstationId, clock.instant(), SuspendedSalesFound.MAX_SALES + 1);
        boolean hasMore = found.size() > SuspendedSalesFound.MAX_SALES;
        return new SuspendedSalesFound(hasMore ? found.subList(0, SuspendedSalesFound.MAX_SALES) : found, hasMore);
    }

    /**
     * Gives a parked cart to one register. The same claim again gets the same cart again.
     *
     * @param claimId the sale that goes on with it
     * @throws Refused with {@code NOT_FOUND}, or with {@code TAKEN_ELSEWHERE} when another register has it or had it
     */
    @RolesAllowed(REGISTER)
    public SuspendedSaleMessage take(String workstationId, UUID suspendedSaleId, UUID claimId, ClaimRequest request) {
        Claimant who = new Claimant(storeOf(workstationId), workstationId, request.operatorId(), claimId);
        Instant now = clock.instant();
        if (!sales.claim(suspendedSaleId, who, now)) {
            throw refusal(suspendedSaleId, who);
        }
        sales.note(suspendedSaleId, "RESUMED", workstationId, request.operatorId(), claimId, now);
        return sales.find(suspendedSaleId).orElseThrow(() -> unknown(suspendedSaleId));
    }

    /** Notes of an accepted sale that it went on with a parked cart. A second one is booked all the same, and listed. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteSold(String workstationId, SaleMessage sale) {
        UUID from = sale.details().resumedFrom();
        if (from == null || sale.details().postVoidOf() != null) {
            return;
        }
        Use use = new Use(from, sale.transactionId(), workstationId, sale.operatorId(), sale.endedAt());
        noteUse(use, sale.storeId(), clock.instant());
    }

    /** A sale, or a cart that was parked again, went on with a parked cart. */
    private record Use(UUID from, UUID by, String workstationId, String operatorId, Instant at) {}

    private void noteUse(Use use, String storeId, Instant now) {
        sales.use(use.from(), use.by(), storeId, now);
        sales.note(use.from(), "USED", use.workstationId(), use.operatorId(), use.by(), now);
        List<UUID> uses = sales.usesOf(use.from());
        if (uses.size() > 1) {
            audit.record(new AuditNote(
                    "SALE_RESUMED_TWICE",
                    use.at(),
                    storeId,
                    use.workstationId(),
                    use.operatorId(),
                    use.from().toString(),
                    "went on as " + uses.stream().limit(FirstItems.MOST).toList()));
        }
    }

    /** Notes that a sale was given up: the cart that it went on with is nobody's any more. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void noteGivenUp(UUID transactionId) {
        sales.close(transactionId);
    }

    /** Returns the carts that more than one sale went on with, the newest first. */
    @RolesAllowed(MANAGER)
    public ResumedTwice resumedTwice() {
        return cut(sales.usedTwice(null, ResumedTwice.MAX_SALES + 1));
    }

    /** Returns those of one store. */
    @RolesAllowed(SUPERVISOR)
    public ResumedTwice resumedTwiceIn(String storeId) {
        return cut(sales.usedTwice(storeId, ResumedTwice.MAX_SALES + 1));
    }

    private static ResumedTwice cut(List<ResumedTwice.Sale> found) {
        boolean hasMore = found.size() > ResumedTwice.MAX_SALES;
        return new ResumedTwice(hasMore ? found.subList(0, ResumedTwice.MAX_SALES) : found, hasMore);
    }

    /** Ends those that nobody came back for, each with a record; returns how many. */
    @PermitAll // a timer's: it has no name of its own
    public int expireDue() {
        Instant now = clock.instant();
        List<SuspendedSales.Expired> due = sales.lockExpired(now, MOST_AT_ONCE);
        for (SuspendedSales.Expired sale : due) {
            sales.expire(sale.suspendedSaleId());
            sales.note(sale.suspendedSaleId(), "EXPIRED", null, null, null, now);
            audit.record(new AuditNote(
                    "SUSPENDED_SALE_EXPIRED",
                    now,
                    sale.storeId(),
                    sale.workstationId(),
                    sale.operatorId(),
                    sale.suspendedSaleId().toString(),
                    sale.detail()));
        }
        return due.size();
    }

    private Refused refusal(UUID suspendedSaleId, Claimant who) {
        var found = sales.standing(suspendedSaleId)
                .filter(standing -> standing.storeId().equals(who.storeId()));
        if (found.isEmpty()) {
            return unknown(suspendedSaleId);
        }
        SuspendedSales.Standing standing = found.get();
        return switch (standing.state()) {
            case "RESUMED" ->
                new Refused(
                        ProblemCode.TAKEN_ELSEWHERE,
                        "This sale was resumed at "
                                + (standing.claimedByName() == null ? "another register" : standing.claimedByName())
                                + "; choose another one.");
            default ->
                new Refused(
                        ProblemCode.NOT_FOUND,
                        "This sale was suspended too long ago and has expired; ring its goods up again.");
        };
    }

    private static Refused unknown(UUID suspendedSaleId) {
        return new Refused(
                ProblemCode.NOT_FOUND,
                "No sale was suspended as " + suspendedSaleId + " in this store; choose one from the list.");
    }

    private String storeOf(String workstationId) {
        return stores.findWorkstation(workstationId)
                .map(WorkstationSummary::storeId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_ALLOWED, "There is no workstation " + workstationId + "; enrol it again."));
    }
}

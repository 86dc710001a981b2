package org.tillwright.server.sales;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.json.Fault;

/** The door for people who look at what was sold. Nothing here changes a sale. */
@Stateless
public class TransactionLookupService {

    /** Disputed sales in one answer. */
    public static final int MAX_DISPUTED = 500;

    /** Arrivals in one answer; whoever is told so many looks at everything anew. */
    public static final int MAX_ARRIVALS = 1_000;

    /** Characters of a note. */
    public static final int MAX_NOTE = 500;

    @Inject
    TransactionRows rows;

    @Inject
    TransactionDetails details;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns the newest page. */
    @RolesAllowed(SUPERVISOR)
    public TransactionPage newest(TransactionFilter filter) {
        List<TransactionRow> found = rows.newest(filter, TransactionPage.ROWS + 1);
        boolean more = found.size() > TransactionPage.ROWS;
        return new TransactionPage(more ? found.subList(0, TransactionPage.ROWS) : found, false, more);
    }

    /** Returns the page below a place. */
    @RolesAllowed(SUPERVISOR)
    public TransactionPage olderThan(TransactionFilter filter, TransactionPlace place) {
        List<TransactionRow> found = rows.olderThan(filter, place, TransactionPage.ROWS + 1);
        boolean more = found.size() > TransactionPage.ROWS;
        return new TransactionPage(more ? found.subList(0, TransactionPage.ROWS) : found, true, more);
    }

    /** Returns the page above a place. */
    @RolesAllowed(SUPERVISOR)
    public TransactionPage newerThan(TransactionFilter filter, TransactionPlace place) {
        List<TransactionRow> found = rows.newerThan(filter, place, TransactionPage.ROWS + 1);
        boolean more = found.size() > TransactionPage.ROWS;
        return new TransactionPage(more ? found.subList(1, found.size()) : found, more, true);
    }

    /** Returns the workstations of a store, for who looks for the sales of one. */
    @RolesAllowed(SUPERVISOR)
    public List<Choice> tills(String storeId) {
        return rows.tills(storeId);
    }

    /** Returns who may have sold, for who looks for the sales of one; people who left are among them. */
    @RolesAllowed(SUPERVISOR)
    public List<Choice> sellers() {
        return rows.sellers();
    }

    /** Finds a transaction of a store, with everything that belongs to it. */
    @RolesAllowed(SUPERVISOR)
    public Optional<TransactionDetail> find(String storeId, UUID transactionId) {
        return details.find(storeId, transactionId);
    }

    /** Returns the record that brought a transaction, exactly as the register sent it. */
    @RolesAllowed(SUPERVISOR)
    public Optional<byte[]> storedBytes(String storeId, UUID transactionId) {
        return details.bytes(storeId, transactionId);
    }

    /** Returns a store's disputed sales: those that nobody looked at first, and among equals the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<DisputedSale> disputed(String storeId) {
        return details.disputed(storeId, MAX_DISPUTED);
    }

    @RolesAllowed(SUPERVISOR)
    public long countOpenDisputes(String storeId) {
        return details.countOpenDisputes(storeId);
    }

    /**
     * Marks a disputed sale as looked at. The sale stands as told; so does its place in the list of disputed ones.
     *
     * @throws Refused with {@code NOT_FOUND} when no such sale of this store is disputed, {@code MALFORMED} for a note
     *     that is empty or too long
     */
    @RolesAllowed(MANAGER)
    public void markLookedAt(String storeId, UUID transactionId, String operatorId, String note) {
        String told = note.strip();
        if (told.isEmpty() || told.length() > MAX_NOTE) {
            throw new Refused(
                    ProblemCode.MALFORMED,
                    "Note in a few words what you found, in at most " + MAX_NOTE + " characters.",
                    List.of(new Fault("note", "is empty or longer than " + MAX_NOTE + " characters")),
                    Refused.Wording.of("transactions.refusal.note", MAX_NOTE));
        }
        TransactionDetail sale = details.find(storeId, transactionId)
                .filter(found -> found.dispute() != null)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND,
                        "No disputed sale of this store has the id " + transactionId + "; look at the list again.",
                        Refused.Wording.of("transactions.refusal.saleGone")));
        details.setLook(transactionId, operatorId, told, clock.instant());
        audit.record(new AuditNote(
                "DISPUTED_SALE_LOOKED_AT",
                clock.instant(),
                storeId,
                sale.row().workstationId(),
                operatorId,
                transactionId.toString(),
                told));
    }

    /**
     * Returns which sales of a store were accepted since a moment, newest first. Open to all inside, and tells nothing but
     * ids: the server itself asks on behalf of open pages, and who may open one was asked at the door.
     */
    @PermitAll
    public List<Arrival> arrivals(String storeId, Instant since) {
        return rows.arrivals(storeId, since, MAX_ARRIVALS);
    }
}

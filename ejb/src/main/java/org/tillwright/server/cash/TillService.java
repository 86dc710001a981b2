package org.tillwright.server.cash;

import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.JournalEntry;
import org.tillwright.server.ledger.LedgerService;
import org.tillwright.server.ledger.Posting;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.TillTotals;

/** The door for tills: open, take money, settle, and tell what should be in them. */
@Stateless
public class TillService {

    @Inject
    TillSessions sessions;

    @Inject
    TillBooks books;

    @Inject
    LedgerService ledger;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Records that a till was opened: its float left the safe. It may have been settled before: then the float lay among what
     * was counted.
     *
     * @throws Refused with {@code TRANSACTION_CONFLICT} if the id is another till session's
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void open(String workstationId, TillOpenedMessage opened) {
        if (sessions.exists(opened.tillSessionId())) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT, "Till session " + opened.tillSessionId() + " was opened before.");
        }
        sessions.add(workstationId, opened, clock.instant());
        ledger.post(new JournalEntry(
                opened.tillSessionId(),
                "TILL_OPENED",
                opened.storeId(),
                opened.businessDay(),
                opened.currency(),
                List.of(
                        Posting.debit(Account.CASH, opened.floatMinor()),
                        Posting.credit(Account.SAFE, opened.floatMinor()))));
        if (sessions.isSettled(opened.tillSessionId())) {
            supplement(
                    opened.tillSessionId(),
                    opened.tillSessionId(),
                    new TillSessions.StoreDay(opened.storeId(), opened.businessDay()),
                    opened.currency(),
                    Map.of(TenderType.CASH.name(), opened.floatMinor()));
        }
    }

    /**
     * Records cash that went into a till or out of it without a sale. An opened drawer moves nothing, and is kept all the
     * same. Notes of another currency stay foreign cash, in the till as in the safe.
     *
     * @throws Refused with {@code TRANSACTION_CONFLICT} if the id is another movement's
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void move(String workstationId, CashMovedMessage moved) {
        if (sessions.hasMovement(moved.movementId())) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT, "Movement " + moved.movementId() + " was recorded before.");
        }
        CashMovedMessage.Kind kind = CashMovedMessage.Kind.valueOf(moved.kind());
        sessions.addMovement(workstationId, moved);
        if (kind == CashMovedMessage.Kind.NO_SALE) {
            return;
        }
        Long worth = moved.worthMinor();
        boolean isForeign = worth != null;
        String currency =
                isForeign ? sessions.currencyOf(moved.tillSessionId()).orElse(moved.currency()) : moved.currency();
        boolean isLate = sessions.isSettled(moved.tillSessionId());
        sessions.addMoved(moved, currency, kind, isLate, clock.instant());
        long minor = kind.signed(worth == null ? moved.amountMinor() : worth);
        boolean isSafe = kind == CashMovedMessage.Kind.LOAN || kind == CashMovedMessage.Kind.PICKUP;
        Account till = isForeign ? Account.FOREIGN_CASH : Account.CASH;
        Account safe = isForeign ? Account.FOREIGN_CASH : Account.SAFE;
        ledger.post(new JournalEntry(
                moved.movementId(),
                moved.kind(),
                moved.storeId(),
                moved.businessDay(),
                currency,
                List.of(Posting.debit(till, minor), Posting.credit(isSafe ? safe : Account.SUNDRY_CASH, minor))));
        if (isLate) {
            TenderType tender = isForeign ? TenderType.FOREIGN_CASH : TenderType.CASH;
            supplement(
                    moved.movementId(),
                    moved.tillSessionId(),
                    new TillSessions.StoreDay(moved.storeId(), moved.businessDay()),
                    currency,
                    Map.of(tender.name(), minor));
        }
    }

    /** Counts what a transaction took into its till, in the caller's transaction. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void count(List<TenderTaken> tenders) {
        if (tenders.isEmpty()) {
            return;
        }
        TenderTaken first = tenders.get(0);
        boolean isLate = sessions.isSettled(first.tillSessionId());
        sessions.addTenders(tenders, isLate, clock.instant());
        if (isLate) {
            Map<String, Long> sums = new TreeMap<>();
            tenders.forEach(tender -> sums.merge(tender.tender(), tender.amountMinor(), Math::addExact));
            sessions.dayOfSale(first.transactionId())
                    .ifPresent(day ->
                            supplement(first.transactionId(), first.tillSessionId(), day, first.currency(), sums));
        }
    }

    /**
     * What came after a till was settled was in the drawer when it was counted, and looked like too much there. It is told in
     * the settlement's supplement, and taken off the difference that was booked; what was counted stays as it was.
     */
    private void supplement(
            UUID sourceId, UUID tillSessionId, TillSessions.StoreDay day, String currency, Map<String, Long> sums) {
        String cashier = sessions.cashierOf(tillSessionId).orElse(null);
        List<Posting> postings = new ArrayList<>();
        sums.forEach((tender, minor) -> {
            if (sessions.wasCounted(tillSessionId, tender)) {
                postings.add(Posting.credit(Account.of(TenderType.valueOf(tender)), minor));
                postings.add(new Posting(Account.OVER_SHORT, cashier, minor));
            }
        });
        ledger.post(new JournalEntry(sourceId, "TILL_SUPPLEMENT", day.storeId(), day.day(), currency, postings));
    }

    /**
     * Records that a till was counted and closed. Expected is worked out here, from the till's entries; the register's
     * own figure is kept beside it. The difference is over or short, booked on who answers for the till, and the cash goes
     * to the safe.
     *
     * @throws Refused with {@code TRANSACTION_CONFLICT} if the till was settled before, or is another workstation's
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void settle(String workstationId, TillSettledMessage settled) {
        if (sessions.isSettled(settled.tillSessionId())) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT, "Till " + settled.tillSessionId() + " was settled before.");
        }
        if (sessions.workstationOf(settled.tillSessionId()).stream().anyMatch(owner -> !owner.equals(workstationId))) {
            throw new Refused(
                    ProblemCode.TRANSACTION_CONFLICT,
                    "Till " + settled.tillSessionId() + " is another workstation's; only that one may settle it.");
        }
        Map<String, Long> expected = sessions.expectedMinor(settled.tillSessionId());
        sessions.addSettlement(workstationId, settled, expected);
        noteNumber(workstationId, settled);
        ledger.post(new JournalEntry(
                settled.tillSessionId(),
                "TILL_SETTLED",
                settled.storeId(),
                dayOf(settled),
                settled.currency(),
                settlementPostings(
                        settled,
                        expected,
                        sessions.cashierOf(settled.tillSessionId()).orElse(settled.operatorId()))));
    }

    /** Z reports are numbered without a gap. One that is not is kept as told, and a person is told of it. */
    private void noteNumber(String workstationId, TillSettledMessage settled) {
        Long number = settled.zNumber();
        Long before = sessions.newestZ(workstationId, settled.tillSessionId()).orElse(null);
        if (number != null && before != null && number != before + 1) {
            audit.record(new AuditNote(
                    "Z_NUMBER_OUT_OF_ORDER",
                    settled.settledAt(),
                    settled.storeId(),
                    workstationId,
                    settled.operatorId(),
                    settled.tillSessionId().toString(),
                    "Z report " + number + " came after " + before));
        }
    }

    /** Returns what the books say of a till; empty when no record of it arrived yet. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<TillTotals> find(UUID tillSessionId) {
        return books.of(tillSessionId);
    }

    /** Returns the store a till belongs to, for who may ask about it; empty when no record of it arrived yet. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<String> storeOf(UUID tillSessionId) {
        return sessions.storeOf(tillSessionId);
    }

    private LocalDate dayOf(TillSettledMessage settled) {
        return sessions.businessDay(settled.tillSessionId())
                .orElseGet(() -> LocalDate.ofInstant(settled.settledAt(), ZoneOffset.UTC));
    }

    private static List<Posting> settlementPostings(
            TillSettledMessage settled, Map<String, Long> expected, String cashier) {
        List<Posting> postings = new ArrayList<>();
        for (TillSettledMessage.Count count : settled.counts()) {
            long over = Math.subtractExact(count.countedMinor(), expected.getOrDefault(count.tender(), 0L));
            boolean cash = count.tender().equals(TenderType.CASH.name());
            postings.add(Posting.debit(Account.of(TenderType.valueOf(count.tender())), over));
            postings.add(new Posting(Account.OVER_SHORT, cashier, Math.negateExact(over)));
            if (cash) {
                postings.add(Posting.debit(Account.SAFE, count.countedMinor()));
                postings.add(Posting.credit(Account.CASH, count.countedMinor()));
            }
        }
        return postings;
    }
}

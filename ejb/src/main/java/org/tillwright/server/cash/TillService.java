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
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
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
    LedgerService ledger;

    @Inject
    Clock clock;

    /**
     * Records that a till was opened: its float left the safe.
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
    }

    /** Records cash that went into a till or out of it without a sale; an opened drawer moves nothing. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void move(String workstationId, CashMovedMessage moved) {
        CashMovedMessage.Kind kind = CashMovedMessage.Kind.valueOf(moved.kind());
        if (kind == CashMovedMessage.Kind.NO_SALE) {
            return;
        }
        long minor = kind.signed(moved.amountMinor());
        sessions.addMovement(moved, minor, clock.instant());
        boolean isSafe = kind == CashMovedMessage.Kind.LOAN || kind == CashMovedMessage.Kind.PICKUP;
        ledger.post(new JournalEntry(
                moved.movementId(),
                moved.kind(),
                moved.storeId(),
                moved.businessDay(),
                moved.currency(),
                List.of(
                        Posting.debit(Account.CASH, minor),
                        Posting.credit(isSafe ? Account.SAFE : Account.SUNDRY_CASH, minor))));
    }

    /** Counts what a transaction took into its till, in the caller's transaction. */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void count(List<TenderTaken> tenders) {
        sessions.addTenders(tenders, clock.instant());
    }

    /**
     * Records that a till was counted and closed. Expected is worked out here, from the till's entries; the register's
     * own figure is kept beside it. The difference is over or short, and the cash goes to the safe.
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
        sessions.addSettlement(settled, expected);
        ledger.post(new JournalEntry(
                settled.tillSessionId(),
                "TILL_SETTLED",
                settled.storeId(),
                dayOf(settled),
                settled.currency(),
                settlementPostings(settled, expected)));
    }

    /** Returns what the books say of a till; empty when no record of it arrived yet. */
    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<TillTotals> find(UUID tillSessionId) {
        return sessions.totals(tillSessionId);
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

    private static List<Posting> settlementPostings(TillSettledMessage settled, Map<String, Long> expected) {
        List<Posting> postings = new ArrayList<>();
        for (TillSettledMessage.Count count : settled.counts()) {
            long over = Math.subtractExact(count.countedMinor(), expected.getOrDefault(count.tender(), 0L));
            boolean cash = count.tender().equals(TenderType.CASH.name());
            postings.add(Posting.debit(Account.of(TenderType.valueOf(count.tender())), over));
            postings.add(Posting.credit(Account.OVER_SHORT, over));
            if (cash) {
                postings.add(Posting.debit(Account.SAFE, count.countedMinor()));
                postings.add(Posting.credit(Account.CASH, count.countedMinor()));
            }
        }
        return postings;
    }
}

package org.tillwright.server.value;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.customers.CustomerReason;
import org.tillwright.server.customers.CustomerService;
import org.tillwright.wire.value.OwnNumber;
import org.tillwright.wire.value.ValueKind;

/** The door for people who look after stored value: what is where, what is wrong, and what is blocked. */
@Stateless
public class ValueAccountService {

    /** Accounts in one list. */
    public static final int MAX_LISTED = 100;

    /** Entries of one account that are shown. */
    public static final int MAX_ENTRIES = 50;

    @Inject
    ValueAccounts accounts;

    @Inject
    CustomerService customers;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns the accounts of a number, a card's or a customer's; of an empty one the newest. */
    @RolesAllowed(SUPERVISOR)
    public List<ValueSummary> list(String number) {
        if (number.isBlank()) {
            return accounts.list(null, false, MAX_LISTED);
        }
        List<ValueSummary> found = accounts.list(number.strip(), false, MAX_LISTED);
        return found.isEmpty() ? accounts.list(OwnNumber.canonical(number), false, MAX_LISTED) : found;
    }

    /** Returns accounts that were paid with beyond what they had. */
    @RolesAllowed(SUPERVISOR)
    public List<ValueSummary> overdrawn() {
        return accounts.list(null, true, MAX_LISTED);
    }

    @RolesAllowed(SUPERVISOR)
    public List<ValueLine> entries(ValueKind kind, String number, String currency) {
        return accounts.entries(new ValueKey(kind, number, currency), MAX_ENTRIES);
    }

    /** Returns the numbers whose stored sums differ from what their entries sum to; there are none unless a row was damaged. */
    @RolesAllowed(MANAGER)
    public List<String> outOfBalance() {
        return accounts.outOfBalance(MAX_LISTED).stream().map(ValueKey::number).toList();
    }

    /** Notes each of those for a person to look at, and returns how many they are. */
    @PermitAll // a timer's: it has no name of its own, and hears no number
    public int noteOutOfBalance() {
        List<ValueKey> found = accounts.outOfBalance(MAX_LISTED);
        audit.record(found.stream()
                .map(key -> AuditNote.ofServer(
                        "VALUE_OUT_OF_BALANCE", clock.instant(), nameOf(key), "stored sums differ from the entries'"))
                .toList());
        return found.size();
    }

    /** Lets nothing be paid with a number any more. What was set aside already is still captured. */
    @RolesAllowed(MANAGER)
    public void block(ValueKind kind, String number, String currency, String managerId) {
        setBlocked(new ValueKey(kind, number, currency), true, managerId);
    }

    @RolesAllowed(MANAGER)
    public void unblock(ValueKind kind, String number, String currency, String managerId) {
        setBlocked(new ValueKey(kind, number, currency), false, managerId);
    }

    private void setBlocked(ValueKey key, boolean blocked, String managerId) {
        ValueState state =
                accounts.lock(key).orElseThrow(() -> new Refused(ProblemCode.VALUE_REFUSED, ValueReason.UNKNOWN));
        if (state.blocked() != blocked) {
            accounts.block(key, blocked);
            audit.record(new AuditNote(
                    blocked ? "VALUE_BLOCKED" : "VALUE_UNBLOCKED",
                    clock.instant(),
                    null,
                    null,
                    managerId,
                    nameOf(key),
                    ""));
        }
    }

    private static String nameOf(ValueKey key) {
        return key.kind() + " " + OwnNumber.masked(key.number());
    }

    /**
     * Forgets a customer whose account is settled.
     *
     * @throws Refused when the customer owes something, is owed something, or an amount is set aside
     */
    @RolesAllowed(MANAGER)
    public void forget(String customerId, String managerId) {
        boolean isOpen = accounts.list(customerId, false, MAX_LISTED).stream()
                .anyMatch(account -> account.kind() == ValueKind.ON_ACCOUNT
                        && (account.balanceMinor() != 0 || account.heldMinor() != 0));
        if (isOpen) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, CustomerReason.STILL_OWES);
        }
        customers.forget(customerId, managerId);
    }
}

package org.tillwright.server.customers;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;
import org.tillwright.wire.value.OwnNumber;

/** The door for customers. Registers look them up; people in the console change them, and the audit trail says who did. */
@Stateless
public class CustomerService {

    /** Customers in one answer to a register; whoever sees more types another word. */
    public static final int MAX_FOUND = 20;

    /** Customers in one list of the console. */
    public static final int MAX_LISTED = 100;

    /** Characters of a search that are looked at. */
    private static final int MAX_TEXT = 100;

    @Inject
    Customers customers;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Finds customers for a register, by card, phone number, or parts of a name; an empty text finds nobody. */
    @RolesAllowed(REGISTER)
    public CustomersFound forRegister(String text) {
        if (text.isBlank()) {
            return new CustomersFound(List.of(), false);
        }
        CustomerPage page = page(text, MAX_FOUND);
        List<CustomerFound> told =
                page.customers().stream().map(CustomerDetail::forRegisters).toList();
        return new CustomersFound(told, page.hasMore());
    }

    @RolesAllowed({REGISTER, SUPERVISOR})
    public Optional<CustomerDetail> find(String customerId) {
        return customers.find(customerId);
    }

    /** Lists customers in the order of their names; an empty text lists all. */
    @RolesAllowed(SUPERVISOR)
    public CustomerPage list(String text) {
        return page(text, MAX_LISTED);
    }

    @RolesAllowed(SUPERVISOR)
    public long count() {
        return customers.count();
    }

    private CustomerPage page(String text, int size) {
        String looked = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        List<CustomerDetail> found = customers.search(looked.strip(), size + 1);
        boolean hasMore = found.size() > size;
        return new CustomerPage(hasMore ? found.subList(0, size) : found, hasMore);
    }

    /** Makes the number of a card that is still to be printed. */
    @RolesAllowed(MANAGER)
    public String makeCardNumber() {
        return OwnNumber.CUSTOMER_CARD.make(random);
    }

    /**
     * Adds a customer.
     *
     * @param managerId who does it
     * @return the new customer's id
     */
    @RolesAllowed(MANAGER)
    public String create(CustomerDraft draft, String managerId) {
        requireSound(draft, "");
        String customerId = new UUID(random.nextLong(), random.nextLong()).toString();
        customers.add(customerId, draft, clock.instant());
        note("CUSTOMER_CREATED", customerId, managerId, "");
        return customerId;
    }

    /**
     * Changes a customer.
     *
     * @param seen what was shown when the change was begun: what somebody else has changed since is not overwritten
     * @param managerId who does it
     */
    @RolesAllowed(MANAGER)
    public void change(String customerId, CustomerDraft seen, CustomerDraft wanted, String managerId) {
        CustomerDraft before = lock(customerId).draft();
        if (!before.equals(seen)) {
            throw new Refused(ProblemCode.CHANGED_MEANWHILE, CustomerReason.CHANGED_MEANWHILE);
        }
        if (before.equals(wanted)) {
            return;
        }
        requireSound(wanted, customerId);
        customers.change(customerId, wanted, clock.instant());
        note("CUSTOMER_CHANGED", customerId, managerId, CustomerCheck.difference(before, wanted));
    }

    /**
     * Forgets a customer: name, addresses and card. Sales keep the id alone, which then names nobody. Whether anything is
     * owed, the account's own capability asks before.
     */
    @RolesAllowed(MANAGER)
    public void forget(String customerId, String managerId) {
        lock(customerId);
        customers.delete(customerId);
        note("CUSTOMER_FORGOTTEN", customerId, managerId, "");
    }

    private CustomerDetail lock(String customerId) {
        return customers.lock(customerId).orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, CustomerReason.GONE));
    }

    private void requireSound(CustomerDraft draft, String customerId) {
        List<CustomerReason> reasons = new ArrayList<>(CustomerCheck.reasonsAgainst(draft));
        String card = draft.cardNumber();
        if (card != null && customers.isCardTaken(card, customerId)) {
            reasons.add(CustomerReason.CARD_TAKEN);
        }
        if (!reasons.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, reasons);
        }
    }

    private void note(String action, String customerId, String managerId, String detail) {
        audit.record(new AuditNote(action, clock.instant(), null, null, managerId, customerId, detail));
    }
}

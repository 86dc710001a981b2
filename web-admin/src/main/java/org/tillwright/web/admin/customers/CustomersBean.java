package org.tillwright.web.admin.customers;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.server.Refused;
import org.tillwright.server.customers.CustomerDetail;
import org.tillwright.server.customers.CustomerDraft;
import org.tillwright.server.customers.CustomerReason;
import org.tillwright.server.customers.CustomerService;
import org.tillwright.server.value.ValueAccountService;
import org.tillwright.server.value.ValueSummary;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Figures;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.wire.value.ValueKind;

/** The list of customers, and one of them beside it. */
@Named("customers")
@ViewScoped
public class CustomersBean implements Serializable {

    /** Stands in the address in place of an id when somebody is to be added. */
    private static final String NEW = "new";

    private static final String PAGE = "/admin/customers/customers.xhtml";

    /** The form of the panel, where its faults are shown. */
    private static final String FORM = "customerForm";

    @Inject
    CustomerService service;

    @Inject
    ValueAccountService values;

    @Inject
    Console console;

    @Inject
    Figures figures;

    @Inject
    Messages messages;

    @Inject
    Refusals refusals;

    @Inject
    Navigation navigation;

    private List<CustomerDetail> found = List.of();
    private boolean hasMore;
    private long count;
    private @Nullable String text;
    private @Nullable String customerId;
    private @Nullable CustomerDraft seen;
    private @Nullable ValueSummary account;
    private boolean forgettingAsked;

    private @Nullable String name;
    private @Nullable String cardNumber;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String groups;
    private boolean taxExempt;
    private @Nullable String creditLimit;
    private @Nullable String language;

    /** Reads the list and, when the address names one, the customer. */
    public void load() {
        var page = service.list(textOf(text));
        found = page.customers();
        hasMore = page.hasMore();
        count = service.count();
        if (NEW.equals(customerId) && !console.isManager()) {
            customerId = null;
        } else if (customerId != null && !NEW.equals(customerId)) {
            service.find(customerId).ifPresentOrElse(this::fill, this::sayGone);
        }
    }

    private void fill(CustomerDetail customer) {
        CustomerDraft draft = customer.draft();
        seen = draft;
        name = draft.name();
        cardNumber = draft.cardNumber();
        email = draft.email();
        phone = draft.phone();
        groups = groupsIn(customer);
        taxExempt = draft.taxExempt();
        creditLimit = figures.money(draft.creditLimitMinor(), console.getCurrency());
        language = draft.language();
        account = values.list(customer.customerId()).stream()
                .filter(each -> each.kind() == ValueKind.ON_ACCOUNT)
                .findFirst()
                .orElse(null);
    }

    private void sayGone() {
        customerId = null;
        messages.refused("customers.gone");
    }

    /** Adds the customer, or stores what was changed. */
    public void save() {
        Long limit = null;
        String entered = textOf(creditLimit);
        if (!entered.isEmpty()) {
            Optional<Long> read = EnteredAmount.minor(entered, Currency.of(console.getCurrency()), figures.format());
            if (read.isEmpty()) {
                refusals.say(CustomerReason.LIMIT_UNSOUND, FORM);
                return;
            }
            limit = read.get();
        }
        CustomerDraft wanted = new CustomerDraft(
                textOf(name), cardNumber, email, phone, groupsOf(textOf(groups)), taxExempt, limit, language);
        try {
            store(wanted);
        } catch (Refused refused) {
            refusals.say(refused, FORM);
        }
    }

    private void store(CustomerDraft wanted) {
        if (isAdding()) {
            String id = service.create(wanted, console.getOperatorId());
            messages.done("customers.done.created", wanted.name());
            navigation.go(PAGE + "?customer=" + id);
        } else if (customerId != null && seen != null) {
            service.change(customerId, seen, wanted, console.getOperatorId());
            messages.done("customers.done.saved", wanted.name());
            navigation.go(PAGE + "?customer=" + customerId);
        }
    }

    private static List<String> groupsOf(String entered) {
        return Stream.of(entered.split("[,;]", -1))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** Makes the number of a card that is still to be printed; it counts when the customer is saved. */
    public void makeCard() {
        cardNumber = service.makeCardNumber();
    }

    public void askForgetting() {
        forgettingAsked = true;
    }

    public void keep() {
        forgettingAsked = false;
    }

    /** Forgets the customer, where nothing is owed. */
    public void forget() {
        forgettingAsked = false;
        String shown = textOf(name);
        values.forget(textOf(customerId), console.getOperatorId());
        messages.done("customers.done.forgotten", shown);
        navigation.go(PAGE);
    }

    /** Returns where a customer of the list is shown. */
    public String address(CustomerDetail each) {
        String search = textOf(text);
        return "?" + (search.isEmpty() ? "" : "q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&")
                + "customer=" + URLEncoder.encode(each.customerId(), StandardCharsets.UTF_8);
    }

    /** Returns the groups of a customer of the list, one after the other. */
    public String groupsIn(CustomerDetail each) {
        return String.join(", ", each.draft().groups());
    }

    public List<CustomerDetail> getFound() {
        return found;
    }

    public boolean isHasMore() {
        return hasMore;
    }

    public long getCount() {
        return count;
    }

    public boolean isPanelOpen() {
        return customerId != null;
    }

    public boolean isAdding() {
        return NEW.equals(customerId);
    }

    /** Returns what the customer owes, or null when nothing was ever bought on account. */
    public @Nullable ValueSummary getAccount() {
        return account;
    }

    public boolean isForgettingAsked() {
        return forgettingAsked;
    }

    private static String textOf(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getCustomerId() {
        return customerId;
    }

    public void setCustomerId(@Nullable String customerId) {
        this.customerId = customerId;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCardNumber() {
        return cardNumber;
    }

    public void setCardNumber(@Nullable String cardNumber) {
        this.cardNumber = cardNumber;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getGroups() {
        return groups;
    }

    public void setGroups(@Nullable String groups) {
        this.groups = groups;
    }

    public boolean isTaxExempt() {
        return taxExempt;
    }

    public void setTaxExempt(boolean taxExempt) {
        this.taxExempt = taxExempt;
    }

    public @Nullable String getCreditLimit() {
        return creditLimit;
    }

    public void setCreditLimit(@Nullable String creditLimit) {
        this.creditLimit = creditLimit;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }
}

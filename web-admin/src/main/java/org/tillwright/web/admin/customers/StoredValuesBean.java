package org.tillwright.web.admin.customers;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.value.ValueAccountService;
import org.tillwright.server.value.ValueLine;
import org.tillwright.server.value.ValueSummary;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.wire.value.OwnNumber;
import org.tillwright.wire.value.ValueKind;

/** Money that is kept under numbers: found by the whole number, and otherwise listed without telling numbers. */
@Named("storedValues")
@ViewScoped
public class StoredValuesBean implements Serializable {

    @Inject
    ValueAccountService values;

    @Inject
    Console console;

    @Inject
    Messages messages;

    private @Nullable String number;
    private List<ValueSummary> found = List.of();
    private List<ValueSummary> overdrawn = List.of();

    /** Reads what the address asks for: one number, or the newest. */
    public void load() {
        found = values.list(entered());
        overdrawn = values.overdrawn();
    }

    /** True when a number was entered: only then is what is under it shown line by line, and can it be blocked. */
    public boolean isOne() {
        return !entered().isEmpty();
    }

    public List<ValueLine> entries(ValueSummary account) {
        return values.entries(account.kind(), account.number(), account.currency());
    }

    public void block(ValueSummary account) {
        values.block(account.kind(), account.number(), account.currency(), console.getOperatorId());
        messages.done("customers.value.done.blocked", shown(account));
        load();
    }

    public void unblock(ValueSummary account) {
        values.unblock(account.kind(), account.number(), account.currency(), console.getOperatorId());
        messages.done("customers.value.done.unblocked", shown(account));
        load();
    }

    /** Returns a number as a list may show it: who reads a whole one could spend it. */
    public String shown(ValueSummary account) {
        boolean isCard = account.kind() == ValueKind.GIFT_CARD || account.kind() == ValueKind.STORE_CREDIT;
        return isCard ? OwnNumber.masked(account.number()) : account.number();
    }

    public List<ValueSummary> getFound() {
        return found;
    }

    public List<ValueSummary> getOverdrawn() {
        return overdrawn;
    }

    private String entered() {
        return number == null ? "" : number.strip();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}

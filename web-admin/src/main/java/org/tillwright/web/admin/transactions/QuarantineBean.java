package org.tillwright.web.admin.transactions;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.journal.QuarantineService;
import org.tillwright.server.journal.RefusedRecord;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Words;

/** What registers sent and the server refused, and what people made of it. */
@Named("quarantine")
@ViewScoped
public class QuarantineBean implements Serializable {

    private static final String RECORD = "record";

    @Inject
    QuarantineService service;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Navigation navigation;

    @Inject
    Words words;

    private Asked asked = Asked.now(List.of());
    private transient @Nullable List<RefusedRecord> records;
    private @Nullable String note;

    @PostConstruct
    void arrive() {
        asked = Asked.now(List.of(RECORD));
        if (asked.has(RECORD) && getShown() == null) {
            messages.refused("transactions.quarantine.gone");
        }
    }

    public List<RefusedRecord> getRecords() {
        List<RefusedRecord> known = records;
        if (known == null) {
            known = service.newest(console.getStoreId());
            records = known;
        }
        return known;
    }

    public void refresh() {
        records = null;
    }

    public long getOpenCount() {
        return service.countOpen(console.getStoreId());
    }

    /** The record that the address names; null when it names none. */
    public @Nullable RefusedRecord getShown() {
        return getRecords().stream().filter(this::isShown).findFirst().orElse(null);
    }

    public boolean isShown(RefusedRecord record) {
        return asked.find(RECORD)
                .flatMap(Identifiers::number)
                .filter(id -> id == record.refusedRecordId())
                .isPresent();
    }

    public String address(RefusedRecord record) {
        return asked.with(RECORD, Long.toString(record.refusedRecordId())).address();
    }

    public String getClosedAddress() {
        return asked.without(RECORD).address();
    }

    public @Nullable StoredBytes getStored() {
        RefusedRecord shown = getShown();
        return shown == null
                ? null
                : service.content(console.getStoreId(), shown.refusedRecordId())
                        .map(StoredBytes::new)
                        .orElse(null);
    }

    /** The number of a record is a name: no thousands in it. */
    public String number(RefusedRecord record) {
        return Long.toString(record.sequence());
    }

    /** Why a record is refused, in the reader's words; as the register was told when there are none. */
    public String reason(RefusedRecord record) {
        String key = "transactions.code." + record.code();
        return words.containsKey(key) ? words.get(key) : record.detail();
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    /** Marks the shown record as looked at, and goes back to the list. */
    public void markLookedAt() {
        RefusedRecord shown = getShown();
        if (shown != null && note != null) {
            service.markLookedAt(console.getStoreId(), shown.refusedRecordId(), console.getOperatorId(), note);
            messages.done("transactions.quarantine.marked", number(shown), shown.workstationName());
            navigation.go(getClosedAddress());
        }
    }
}

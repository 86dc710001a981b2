package org.tillwright.web.admin.setup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreDraft;
import org.tillwright.server.stores.StoreReason;
import org.tillwright.server.stores.StoreService;
import org.tillwright.web.admin.shell.Console;
import org.tillwright.web.admin.shell.Messages;
import org.tillwright.web.admin.shell.Navigation;
import org.tillwright.web.admin.shell.Refusals;
import org.tillwright.web.admin.shell.Words;

/** The stores, and one of them beside the list for a manager. */
@Named("stores")
@ViewScoped
public class StoresBean implements Serializable {

    /** Stands in the address in place of an id when a store is to be added. */
    private static final String NEW = "new";

    private static final String PAGE = "/admin/setup/stores.xhtml";
    private static final String FORM = "storeForm";

    @Inject
    StoreService stores;

    @Inject
    Console console;

    @Inject
    Messages messages;

    @Inject
    Refusals refusals;

    @Inject
    Navigation navigation;

    @Inject
    Words words;

    private List<StoreDetail> all = List.of();
    private Map<String, Long> workstationCounts = Map.of();
    private @Nullable String storeId;
    private @Nullable StoreDraft seen;
    private StoreForm form = new StoreForm();
    private boolean unused = true;
    private int workstations = 1;

    /** Reads the list and, when the address names one and a manager asks, the store. */
    public void load() {
        all = stores.all();
        if (!console.isManager()) {
            storeId = null;
            return;
        }
        workstationCounts = stores.workstations().stream()
                .collect(Collectors.groupingBy(one -> one.storeId(), Collectors.counting()));
        if (isAdding()) {
            all.stream().findFirst().ifPresent(first -> form.showPlace(first.draft()));
        } else if (storeId != null) {
            all.stream()
                    .filter(store -> store.storeId().equals(storeId))
                    .findFirst()
                    .ifPresentOrElse(this::fill, this::sayGone);
        }
    }

    private void fill(StoreDetail store) {
        StoreDraft draft = store.draft();
        seen = draft;
        form.show(draft);
        unused = stores.isUnused(store.storeId());
    }

    private void sayGone() {
        storeId = null;
        messages.refused("setup.stores.gone");
    }

    /** Adds the store with its first workstations, or stores what was changed. */
    public void save() {
        StoreDraft wanted = form.draft();
        try {
            if (isAdding()) {
                String id = stores.create(wanted, workstationNames(), console.getOperatorId());
                messages.done("setup.stores.done.created", wanted.name());
                navigation.go(PAGE + "?store=" + id);
            } else if (storeId != null && seen != null) {
                stores.change(storeId, seen, wanted, console.getOperatorId());
                messages.done("setup.stores.done.saved", wanted.name());
                navigation.go(PAGE + "?store=" + storeId);
            }
        } catch (Refused refused) {
            refusals.say(refused, FORM);
        }
    }

    private List<String> workstationNames() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= workstations; i++) {
            names.add(words.with("setup.stores.tillName", i));
        }
        return names;
    }

    /** Returns why country, currency and tax rule cannot be changed, or an empty text when they can. */
    public String getFixedBecause() {
        return unused ? "" : words.get(StoreReason.FIXED_BY_SALES.key());
    }

    public long workstationsOf(String id) {
        return workstationCounts.getOrDefault(id, 0L);
    }

    public List<StoreDetail> getAll() {
        return all;
    }

    /** Returns countries with their names in the reader's language, by name. */
    public List<Choice> getCountries() {
        return Choice.countries(console.getLocale());
    }

    public List<Choice> getCurrencies() {
        return Choice.currencies(console.getLocale());
    }

    public List<String> getTimeZones() {
        return Choice.timeZones(form.getTimeZone());
    }

    public boolean isPanelOpen() {
        return storeId != null;
    }

    public boolean isAdding() {
        return NEW.equals(storeId);
    }

    public boolean isUnused() {
        return unused;
    }

    public StoreForm getForm() {
        return form;
    }

    public @Nullable String getStoreId() {
        return storeId;
    }

    public void setStoreId(@Nullable String storeId) {
        this.storeId = storeId;
    }

    public int getWorkstations() {
        return workstations;
    }

    public void setWorkstations(int workstations) {
        this.workstations = workstations;
    }
}

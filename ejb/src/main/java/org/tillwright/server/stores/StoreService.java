package org.tillwright.server.stores;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;

/** The door for stores. A change of one is a publication: registers print what the store says of itself. */
@Stateless
public class StoreService {

    /** Stores of one server. */
    public static final int MAX_STORES = 200;

    @Inject
    Stores stores;

    @Inject
    Workstations workstations;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    @RolesAllowed({REGISTER, CASHIER})
    public Optional<StoreDetail> find(String storeId) {
        return stores.find(storeId);
    }

    /** Returns every store, by name. */
    @RolesAllowed(SUPERVISOR)
    public List<StoreDetail> all() {
        return stores.all();
    }

    /** True while country, currency and tax rule of a store may be changed: no register of it has sent anything yet. */
    @RolesAllowed(SUPERVISOR)
    public boolean isUnused(String storeId) {
        return !stores.hasRecords(storeId);
    }

    /**
     * Adds a store with workstations that registers can enrol at.
     *
     * @param workstationNames of the first workstations, such as Till 1
     * @param managerId who does it
     * @return the new store's id
     */
    @RolesAllowed(MANAGER)
    public String create(StoreDraft draft, List<String> workstationNames, String managerId) {
        publications.hold();
        List<StoreReason> reasons = StoreCheck.reasonsAgainst(draft);
        if (stores.isOtherCurrencyUsed(draft.currency(), "")) {
            reasons.add(StoreReason.CURRENCY_OF_OTHERS);
        }
        if (stores.count() >= MAX_STORES) {
            reasons.add(StoreReason.TOO_MANY_STORES);
        }
        if (workstationNames.size() > WorkstationService.MAX_IN_USE) {
            reasons.add(StoreReason.TOO_MANY_WORKSTATIONS);
        }
        if (!workstationNames.stream().allMatch(StoreCheck::isName)) {
            reasons.add(StoreReason.NAME_UNSOUND);
        }
        requireNone(reasons);
        String storeId = stores.nextId();
        publications.publish("store " + storeId);
        stores.add(storeId, draft);
        List<AuditNote> notes = new ArrayList<>();
        notes.add(note("STORE_CREATED", storeId, managerId, "in " + draft.country() + ", " + draft.currency()));
        for (String name : workstationNames) {
            String workstationId = workstations.nextId();
            workstations.add(workstationId, storeId, name);
            notes.add(
                    WorkstationService.note("WORKSTATION_CREATED", clock.instant(), storeId, workstationId, managerId));
        }
        audit.record(notes);
        return storeId;
    }

    /**
     * Changes a store.
     *
     * @param seen what was shown when the change was begun: what somebody else has changed since is not overwritten
     * @param managerId who does it
     */
    @RolesAllowed(MANAGER)
    public void change(String storeId, StoreDraft seen, StoreDraft wanted, String managerId) {
        publications.hold();
        StoreDraft before = stores.find(storeId)
                .map(StoreDetail::draft)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND, "There is no store " + storeId + "; choose one from the list."));
        if (!before.equals(seen)) {
            throw new Refused(ProblemCode.CHANGED_MEANWHILE, StoreReason.CHANGED_MEANWHILE);
        }
        if (before.equals(wanted)) {
            return;
        }
        List<StoreReason> reasons = StoreCheck.reasonsAgainst(wanted);
        if (!countsAlike(before, wanted) && stores.hasRecords(storeId)) {
            reasons.add(StoreReason.FIXED_BY_SALES);
        }
        if (!before.currency().equals(wanted.currency()) && stores.isOtherCurrencyUsed(wanted.currency(), storeId)) {
            reasons.add(StoreReason.CURRENCY_OF_OTHERS);
        }
        requireNone(reasons);
        publications.publish("store " + storeId);
        stores.change(storeId, wanted);
        audit.record(note("STORE_CHANGED", storeId, managerId, difference(before, wanted)));
    }

    /** Returns all stores by name, with no more than a list of choices needs. */
    @RolesAllowed({REGISTER, CASHIER})
    public List<StoreName> names() {
        return stores.names();
    }

    /** Finds a workstation. Open to all inside: who a caller is begins with it. */
    @PermitAll
    public Optional<WorkstationSummary> findWorkstation(String workstationId) {
        return workstations.find(workstationId).map(Workstation::summary);
    }

    @RolesAllowed(MANAGER)
    public List<WorkstationSummary> workstations() {
        return workstations.all().stream().map(Workstation::summary).toList();
    }

    private static boolean countsAlike(StoreDraft one, StoreDraft other) {
        return one.country().equals(other.country())
                && one.currency().equals(other.currency())
                && one.taxPolicy().equals(other.taxPolicy());
    }

    private static String difference(StoreDraft before, StoreDraft after) {
        List<String> changes = new ArrayList<>();
        addIf(!before.name().equals(after.name()), "name", changes);
        addIf(!before.addressLines().equals(after.addressLines()), "address", changes);
        addIf(!Objects.equals(before.taxNumber(), after.taxNumber()), "tax number", changes);
        addIf(!before.country().equals(after.country()), "country " + after.country(), changes);
        addIf(!before.currency().equals(after.currency()), "currency " + after.currency(), changes);
        addIf(!before.language().equals(after.language()), "language " + after.language(), changes);
        addIf(!before.timeZone().equals(after.timeZone()), "time zone " + after.timeZone(), changes);
        addIf(!before.dayEnds().equals(after.dayEnds()), "end of day " + after.dayEnds(), changes);
        addIf(!before.taxPolicy().equals(after.taxPolicy()), "tax rule", changes);
        addIf(!before.receiptFooter().equals(after.receiptFooter()), "receipt footer", changes);
        return String.join(", ", changes);
    }

    private static void addIf(boolean changed, String what, List<String> changes) {
        if (changed) {
            changes.add(what);
        }
    }

    private AuditNote note(String action, String storeId, String managerId, String detail) {
        return new AuditNote(action, clock.instant(), storeId, null, managerId, "store " + storeId, detail);
    }

    private static void requireNone(List<StoreReason> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, reasons);
        }
    }
}

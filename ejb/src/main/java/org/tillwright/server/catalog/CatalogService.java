package org.tillwright.server.catalog;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/**
 * The door for the catalogue. Each change is one publication, and returns its number; what changes nothing publishes
 * nothing, and returns the newest number.
 */
@Stateless
public class CatalogService {

    /** Items in one import. */
    public static final int MAX_ITEMS = 100_000;

    /** Bytes of one picture: tiles are small, and registers keep all of them. */
    public static final int MAX_PICTURE_BYTES = 500_000;

    @Inject
    Items items;

    @Inject
    Departments departments;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Adds an item; an id that is taken is refused. */
    @RolesAllowed(MANAGER)
    public long create(ItemDraft draft) {
        publications.hold();
        if (items.find(draft.itemId()).isPresent()) {
            throw unsound(new Fault("itemId", "is another item's: " + draft.itemId()));
        }
        return importItems(List.of(draft));
    }

    /** Makes an item what the draft says, price and codes included. */
    @RolesAllowed(MANAGER)
    public long change(ItemDraft draft) {
        known(draft.itemId());
        return importItems(List.of(draft));
    }

    /** Sets the price of one unit in millionths of the major unit; null takes the price away. */
    @RolesAllowed(MANAGER)
    public long setPrice(String itemId, @Nullable Long unitPriceMicro) {
        return importItems(List.of(known(itemId).withPrice(unitPriceMicro)));
    }

    /** Adds a code that finds an item; one that finds another item is refused. */
    @RolesAllowed(MANAGER)
    public long addCode(String itemId, String code) {
        ItemDraft item = known(itemId);
        List<String> codes = new ArrayList<>(item.codes());
        codes.add(code);
        return importItems(List.of(item.withCodes(codes)));
    }

    /**
     * Makes many items what their drafts say, in one publication: new ones are added, others changed, and those that are
     * so already are left alone. All or none; every fault is told.
     */
    @RolesAllowed(MANAGER)
    public long importItems(List<ItemDraft> drafts) {
        publications.hold();
        requireSound(drafts);
        List<ItemDraft> wanted = drafts.stream().map(CatalogService::withKeys).toList();
        Map<String, ItemDraft> before = items.findAll(wanted);
        List<ItemDraft> changed = wanted.stream()
                .filter(draft -> !draft.equals(before.get(draft.itemId())))
                .toList();
        if (changed.isEmpty()) {
            return publications.latest();
        }
        requireFreeCodes(changed);
        String reason = changed.size() == 1 ? "item " + changed.get(0).itemId() : changed.size() + " items";
        long number = publications.publish(reason);
        items.store(changed, before, number);
        audit.record(AuditNote.ofServer("ITEMS_CHANGED", clock.instant(), "publication " + number, reason));
        return number;
    }

    /** As {@link #importItems(List)}, after adding the departments that are not there yet; those that are stay as they are. */
    @RolesAllowed(MANAGER)
    public long importItems(List<DepartmentDraft> newDepartments, List<ItemDraft> drafts) {
        publications.hold();
        Set<String> known = departments.ids();
        newDepartments.stream()
                .filter(department -> !known.contains(department.departmentId()))
                .forEach(this::putDepartment);
        return importItems(drafts);
    }

    /** Finds an item as it is now. */
    @RolesAllowed({REGISTER, CASHIER})
    public Optional<ItemDraft> find(String itemId) {
        return items.find(itemId);
    }

    /** Finds an item by any way of writing one of its codes. */
    @RolesAllowed({REGISTER, CASHIER})
    public Optional<ItemDraft> findByCode(String code) {
        return items.itemOfCode(ScanCode.of(code).key()).flatMap(items::find);
    }

    /** Adds a department, or makes one what the draft says. */
    @RolesAllowed(MANAGER)
    public long putDepartment(DepartmentDraft draft) {
        List<Fault> faults = Departments.faultsOf(draft);
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ITEM, "The department cannot be stored.", faults);
        }
        long number = publications.publish("department " + draft.departmentId());
        departments.put(draft);
        return number;
    }

    /** Adds a picture. Its id stands for its bytes for ever, so the same id with other bytes is refused. */
    @RolesAllowed(MANAGER)
    public void addPicture(Picture picture) {
        if (picture.content().length > MAX_PICTURE_BYTES) {
            throw unsound(new Fault("content", "is larger than " + MAX_PICTURE_BYTES + " bytes"));
        }
        Optional<Picture> earlier = items.findPicture(picture.pictureId());
        if (earlier.isEmpty()) {
            items.addPicture(picture);
        } else if (!Arrays.equals(earlier.get().content(), picture.content())) {
            throw unsound(new Fault("pictureId", "stands for another picture: " + picture.pictureId()));
        }
    }

    @RolesAllowed({REGISTER, CASHIER})
    public Optional<Picture> findPicture(String pictureId) {
        return items.findPicture(pictureId);
    }

    private ItemDraft known(String itemId) {
        publications.hold();
        return items.find(itemId)
                .orElseThrow(
                        () -> new Refused(ProblemCode.NOT_FOUND, "There is no item " + itemId + "; check its id."));
    }

    private void requireSound(List<ItemDraft> drafts) {
        if (drafts.size() > MAX_ITEMS) {
            throw unsound(new Fault("items", "are more than " + MAX_ITEMS + "; import them in parts"));
        }
        List<Fault> faults = new DraftCheck(departments.ids(), items.taxCategories()).faultsOf(drafts);
        if (!faults.isEmpty()) {
            throw unsound(faults.toArray(Fault[]::new));
        }
    }

    private void requireFreeCodes(List<ItemDraft> drafts) {
        for (Items.TakenCode taken : items.codesOfOthers(drafts)) {
            throw new Refused(
                    ProblemCode.CODE_TAKEN,
                    "Code " + taken.key() + " already finds item " + taken.itemId() + " (" + taken.name()
                            + "); take it off there first.");
        }
    }

    private static ItemDraft withKeys(ItemDraft draft) {
        return draft.withCodes(draft.codes().stream()
                .map(code -> ScanCode.of(code).key())
                .distinct()
                .sorted()
                .toList());
    }

    private static Refused unsound(Fault... faults) {
        return new Refused(ProblemCode.UNSOUND_ITEM, "The catalogue cannot take this.", List.of(faults));
    }
}

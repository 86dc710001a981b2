package org.tillwright.server.catalog;

import static org.tillwright.server.Roles.CASHIER;
import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/**
 * The door for changing items. Each change is one publication, and returns its number; what changes nothing publishes
 * nothing, and returns the newest number.
 */
@Stateless
public class CatalogService {

    /** Items in one import. */
    public static final int MAX_ITEMS = 100_000;

    /** Price of one unit: a thousand million of the currency's major unit. */
    public static final long MAX_UNIT_PRICE_MICRO = 1_000_000_000_000_000L;

    private static final ItemWriter.Cause IMPORT = new ItemWriter.Cause("ITEMS_CHANGED", null, null);

    @Inject
    Items items;

    @Inject
    ItemWriter writer;

    @Inject
    ItemChanges changes;

    @Inject
    Departments departments;

    @Inject
    DepartmentService departmentService;

    @Inject
    PublicationService publications;

    /** Adds an item; an id that is taken is refused. */
    @RolesAllowed(MANAGER)
    public long create(ItemDraft draft) {
        publications.hold();
        requireFreeId(draft);
        return writer.store(List.of(draft), IMPORT);
    }

    /** As {@link #create(ItemDraft)}, by a person whom the item's history names. */
    @RolesAllowed(MANAGER)
    public long create(ItemDraft draft, String operatorId) {
        publications.hold();
        requireFreeId(draft);
        return writer.store(List.of(draft), new ItemWriter.Cause("ITEM_CREATED", null, operatorId));
    }

    /**
     * Adds an item that has no id yet, under one made from its name.
     *
     * @return the id
     */
    @RolesAllowed(MANAGER)
    public String createNamed(ItemDraft draft, String operatorId) {
        publications.hold();
        String name = draft.names().values().stream().findFirst().orElse("");
        String itemId = NewIds.of(name, "item", id -> items.find(id).isPresent());
        writer.store(List.of(draft.withId(itemId)), new ItemWriter.Cause("ITEM_CREATED", null, operatorId));
        return itemId;
    }

    /** Makes an item what the draft says, price and codes included. */
    @RolesAllowed(MANAGER)
    public long change(ItemDraft draft) {
        known(draft.itemId());
        return writer.store(List.of(draft), IMPORT);
    }

    /**
     * Makes an item what the draft says, unless it has changed since its editor looked at it: one of two people who edit
     * an item at once is told, and nobody's work is lost unseen.
     *
     * @param begunOn the publication that had changed it last when the edit began
     * @throws Refused with {@code CHANGED_MEANWHILE}, naming who changed what
     */
    @RolesAllowed(MANAGER)
    public long change(ItemDraft draft, long begunOn, String operatorId) {
        known(draft.itemId());
        if (changes.changedIn(draft.itemId()) != begunOn) {
            throw changedSince(draft.itemId());
        }
        return writer.store(List.of(draft), new ItemWriter.Cause("ITEM_CHANGED", null, operatorId));
    }

    /** Sets the price of one unit in millionths of the major unit; null takes the price away. */
    @RolesAllowed(MANAGER)
    public long setPrice(String itemId, @Nullable Long unitPriceMicro) {
        return writer.store(List.of(known(itemId).withPrice(unitPriceMicro)), IMPORT);
    }

    /**
     * Sets prices whose planned day has begun, in one publication and in the caller's transaction. Open to all inside: the
     * day decides, and who may plan was asked when it was planned.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void beginPlannedPrices(Map<String, Long> unitPricesMicro) {
        publications.hold();
        List<ItemDraft> wanted = new ArrayList<>();
        items.findIds(unitPricesMicro.keySet())
                .values()
                .forEach(item -> wanted.add(item.withPrice(unitPricesMicro.get(item.itemId()))));
        String reason = unitPricesMicro.size() == 1
                ? "planned price of " + unitPricesMicro.keySet().iterator().next()
                : unitPricesMicro.size() + " planned prices";
        writer.store(wanted, new ItemWriter.Cause("PLANNED_PRICES_PUBLISHED", reason, null));
    }

    /** Adds a code that finds an item; one that finds another item is refused. */
    @RolesAllowed(MANAGER)
    public long addCode(String itemId, String code) {
        ItemDraft item = known(itemId);
        List<String> codes = new ArrayList<>(item.codes());
        codes.add(code);
        return writer.store(List.of(item.withCodes(codes)), IMPORT);
    }

    /**
     * Makes many items what their drafts say, in one publication: new ones are added, others changed, and those that are
     * so already are left alone. All or none; every fault is told.
     */
    @RolesAllowed(MANAGER)
    public long importItems(List<ItemDraft> drafts) {
        publications.hold();
        return writer.store(drafts, IMPORT);
    }

    /** As {@link #importItems(List)}, after adding the departments that are not there yet; those that are stay as they are. */
    @RolesAllowed(MANAGER)
    public long importItems(List<DepartmentDraft> newDepartments, List<ItemDraft> drafts) {
        publications.hold();
        Set<String> known = departments.ids();
        newDepartments.stream()
                .filter(department -> !known.contains(department.departmentId()))
                .forEach(departmentService::put);
        return writer.store(drafts, IMPORT);
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

    private ItemDraft known(String itemId) {
        publications.hold();
        return items.find(itemId)
                .orElseThrow(
                        () -> new Refused(ProblemCode.NOT_FOUND, "There is no item " + itemId + "; check its id."));
    }

    private void requireFreeId(ItemDraft draft) {
        if (items.find(draft.itemId()).isPresent()) {
            throw ItemWriter.unsound(new Fault("itemId", "is another item's: " + draft.itemId()));
        }
    }

    private Refused changedSince(String itemId) {
        Optional<ItemChange> last = changes.newest(itemId, 1).stream()
                .findFirst()
                .filter(change -> change.number() == changes.changedIn(itemId));
        if (last.isEmpty()) {
            return new Refused(
                    ProblemCode.CHANGED_MEANWHILE,
                    "Item " + itemId
                            + " was changed by an import since you opened it; look at it again before you save.",
                    Refused.Wording.of("catalogue.refusal.changedByImport"));
        }
        String parts = String.join(", ", last.get().parts());
        String operator = last.get().operator();
        if (operator == null) {
            return new Refused(
                    ProblemCode.CHANGED_MEANWHILE,
                    "A planned price of item " + itemId + " began to count since you opened it; look at it again before"
                            + " you save.",
                    Refused.Wording.of("catalogue.refusal.changedByPlan"));
        }
        return new Refused(
                ProblemCode.CHANGED_MEANWHILE,
                operator + " changed item " + itemId + " since you opened it (" + parts
                        + "); look at it again before you save.",
                Refused.Wording.of("catalogue.refusal.changedBy", operator));
    }
}

package org.tillwright.server.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/**
 * Makes items what drafts say, in one publication: the one way in which items change, whoever wants it. Its callers
 * hold publications and have asked who may.
 */
@Dependent
class ItemWriter {

    @Inject
    Items items;

    @Inject
    ListedItems listed;

    @Inject
    ItemChanges changes;

    @Inject
    Departments departments;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Why items change.
     *
     * @param action for the audit trail
     * @param reason null for the items' own names
     * @param operatorId null when no person is known: an import, a plan that is due
     */
    record Cause(String action, @Nullable String reason, @Nullable String operatorId) {}

    /** Returns the publication; what is so already is left alone, and then it is the newest one. */
    long store(List<ItemDraft> drafts, Cause cause) {
        requireSound(drafts);
        List<ItemDraft> wanted = drafts.stream().map(ItemWriter::withKeys).toList();
        Map<String, ItemDraft> before =
                items.findIds(wanted.stream().map(ItemDraft::itemId).toList());
        List<ItemDraft> changed = wanted.stream()
                .filter(draft -> !draft.equals(before.get(draft.itemId())))
                .toList();
        if (changed.isEmpty()) {
            return publications.latest();
        }
        requireFreeCodes(changed);
        String reason = cause.reason() != null
                ? cause.reason()
                : changed.size() == 1 ? "item " + changed.get(0).itemId() : changed.size() + " items";
        long number = publications.publish(reason);
        items.store(changed, before, number);
        listed.store(changed, number);
        listed.storeWords(changed.stream()
                .filter(draft -> isFoundOtherwise(draft, before.get(draft.itemId())))
                .toList());
        note(changed, before, number, reason, cause);
        return number;
    }

    private void note(List<ItemDraft> changed, Map<String, ItemDraft> before, long number, String reason, Cause cause) {
        List<ItemChanges.Entry> entries = new ArrayList<>();
        for (ItemDraft draft : changed) {
            entries.add(new ItemChanges.Entry(
                    draft.itemId(), number, cause.operatorId(), partsOf(draft, before.get(draft.itemId()))));
        }
        if (cause.operatorId() != null || !cause.action().equals("ITEMS_CHANGED")) {
            changes.add(entries);
        }
        String parts = entries.size() == 1 ? ": " + entries.get(0).changed() : "";
        audit.record(new AuditNote(
                cause.action(),
                clock.instant(),
                null,
                null,
                cause.operatorId(),
                "publication " + number,
                reason + parts));
    }

    private static boolean isFoundOtherwise(ItemDraft draft, @Nullable ItemDraft old) {
        return old == null || !old.names().equals(draft.names()) || !old.codes().equals(draft.codes());
    }

    private static String partsOf(ItemDraft draft, @Nullable ItemDraft old) {
        if (old == null) {
            return "new";
        }
        List<String> parts = new ArrayList<>();
        addIf(parts, "names", old.names(), draft.names());
        addIf(parts, "department", old.departmentId(), draft.departmentId());
        addIf(parts, "unit", old.unit(), draft.unit());
        addIf(parts, "tax", old.taxCategory(), draft.taxCategory());
        addIf(parts, "price", old.unitPriceMicro(), draft.unitPriceMicro());
        addIf(parts, "codes", old.codes(), draft.codes());
        addIf(parts, "picture", old.pictureId(), draft.pictureId());
        addIf(parts, "tile", old.tile(), draft.tile());
        addIf(parts, "active", old.active(), draft.active());
        return String.join(",", parts);
    }

    private static void addIf(List<String> parts, String part, @Nullable Object old, @Nullable Object wanted) {
        if (!Objects.equals(old, wanted)) {
            parts.add(part);
        }
    }

    private void requireSound(List<ItemDraft> drafts) {
        if (drafts.size() > CatalogService.MAX_ITEMS) {
            throw unsound(new Fault("items", "are more than " + CatalogService.MAX_ITEMS + "; import them in parts"));
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
                            + "); take it off there first.",
                    Refused.Wording.of("catalogue.refusal.codeTaken", taken.key(), taken.name()));
        }
    }

    private static ItemDraft withKeys(ItemDraft draft) {
        return draft.withCodes(draft.codes().stream()
                .map(code -> ScanCode.of(code).key())
                .distinct()
                .sorted()
                .toList());
    }

    static Refused unsound(Fault... faults) {
        return new Refused(ProblemCode.UNSOUND_ITEM, "The catalogue cannot take this.", List.of(faults));
    }
}

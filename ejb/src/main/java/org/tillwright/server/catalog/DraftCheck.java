package org.tillwright.server.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Unit;
import org.tillwright.wire.json.Fault;

/** Finds everything that is wrong with drafts, before any of them is stored. */
final class DraftCheck {

    static final int MAX_ID_LENGTH = 40;
    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_CODES = 50;

    private static final int MAX_LANGUAGE_LENGTH = 5;
    private static final int MAX_PICTURE_ID_LENGTH = 80;

    /** Enough to mend a file by; a wrong file of 100,000 lines has no use for as many complaints. */
    private static final int MAX_FAULTS = 100;

    private final Set<String> departments;
    private final Set<String> taxCategories;
    private final List<Fault> faults = new ArrayList<>();

    DraftCheck(Set<String> departments, Set<String> taxCategories) {
        this.departments = departments;
        this.taxCategories = taxCategories;
    }

    List<Fault> faultsOf(List<ItemDraft> drafts) {
        Set<String> ids = new HashSet<>();
        Map<String, String> itemByCode = new HashMap<>();
        for (int i = 0; i < drafts.size() && faults.size() < MAX_FAULTS; i++) {
            ItemDraft draft = drafts.get(i);
            String path = "items[" + i + "].";
            require(ids.add(draft.itemId()), path + "itemId", "is there twice: " + draft.itemId());
            item(draft, path);
            codes(draft, path, itemByCode);
        }
        return List.copyOf(faults);
    }

    private void item(ItemDraft draft, String path) {
        require(isText(draft.itemId(), MAX_ID_LENGTH), path + "itemId", "is empty or longer than " + MAX_ID_LENGTH);
        require(!draft.names().isEmpty(), path + "names", "has no name");
        draft.names().forEach((language, name) -> {
            require(isText(language, MAX_LANGUAGE_LENGTH), path + "names", "has no language " + language);
            require(
                    isText(name, MAX_NAME_LENGTH),
                    path + "names." + language,
                    "is empty or longer than " + MAX_NAME_LENGTH);
        });
        require(
                departments.contains(draft.departmentId()),
                path + "departmentId",
                "names no department: " + draft.departmentId());
        require(Unit.find(draft.unit()) != null, path + "unit", "is no unit: " + draft.unit());
        require(
                taxCategories.contains(draft.taxCategory()),
                path + "taxCategory",
                "has no tax rate: " + draft.taxCategory());
        Long price = draft.unitPriceMicro();
        require(
                price == null || (price >= 0 && price <= CatalogService.MAX_UNIT_PRICE_MICRO),
                path + "unitPriceMicro",
                "is not between 0 and " + CatalogService.MAX_UNIT_PRICE_MICRO);
        Long tile = draft.tile();
        require(tile == null || (tile >= 0 && tile <= Integer.MAX_VALUE), path + "tile", "is negative or too large");
        String picture = draft.pictureId();
        require(picture == null || isText(picture, MAX_PICTURE_ID_LENGTH), path + "pictureId", "is empty or too long");
    }

    private void codes(ItemDraft draft, String path, Map<String, String> itemByCode) {
        require(draft.codes().size() <= MAX_CODES, path + "codes", "has more than " + MAX_CODES + " codes");
        for (int i = 0; i < draft.codes().size(); i++) {
            String key = ScanCode.of(draft.codes().get(i)).key();
            String field = path + "codes[" + i + "]";
            require(isText(key, ScanCode.MAX_LENGTH), field, "is empty or longer than " + ScanCode.MAX_LENGTH);
            String other = itemByCode.putIfAbsent(key, draft.itemId());
            require(
                    other == null || other.equals(draft.itemId()),
                    field,
                    "is a code of item " + other + " too: " + draft.codes().get(i));
        }
    }

    private static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}

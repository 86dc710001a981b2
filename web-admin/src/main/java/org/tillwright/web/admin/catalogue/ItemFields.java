package org.tillwright.web.admin.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.catalog.ItemDetail;
import org.tillwright.server.catalog.ItemDraft;

/** What is entered of an item, until it is saved. */
public class ItemFields implements Serializable {

    /** The languages that the console asks names in; names in others stay as they are. */
    static final List<String> LANGUAGES = List.of("en", "da", "uk");

    private static final int GTIN_LENGTH = 14;

    private final String itemId;
    private final long begunOn;
    private final Map<String, String> names;
    private final List<String> codes;
    private @Nullable String departmentId;
    private @Nullable String unit;
    private @Nullable String taxCategory;
    private @Nullable Long unitPriceMicro;
    private @Nullable String pictureId;
    private @Nullable Long tile;
    private boolean active;

    private ItemFields(String itemId, long begunOn, Map<String, String> names, List<String> codes) {
        this.itemId = itemId;
        this.begunOn = begunOn;
        this.names = new HashMap<>(names);
        this.codes = new ArrayList<>(codes);
    }

    static ItemFields of(ItemDetail detail) {
        ItemDraft item = detail.item();
        ItemFields fields = new ItemFields(item.itemId(), detail.changedIn(), item.names(), item.codes());
        fields.departmentId = item.departmentId();
        fields.unit = item.unit();
        fields.taxCategory = item.taxCategory();
        fields.unitPriceMicro = item.unitPriceMicro();
        fields.pictureId = item.pictureId();
        fields.tile = item.tile();
        fields.active = item.active();
        return fields;
    }

    static ItemFields empty(@Nullable String departmentId) {
        ItemFields fields = new ItemFields("", 0, Map.of(), List.of());
        fields.departmentId = departmentId;
        fields.unit = "PIECE";
        fields.active = true;
        return fields;
    }

    /** Returns what was entered; names that were left empty are none. */
    ItemDraft draft(String id) {
        return new ItemDraft(
                id,
                names(),
                departmentId == null ? "" : departmentId,
                unit == null ? "" : unit,
                taxCategory == null ? "" : taxCategory,
                unitPriceMicro,
                codes,
                pictureId,
                tile,
                active);
    }

    Map<String, String> names() {
        Map<String, String> entered = new HashMap<>();
        names.forEach((language, name) -> {
            if (name != null && !name.isBlank()) {
                entered.put(language, name.strip());
            }
        });
        return entered;
    }

    /** Returns the name in a language, or in another when it has none there. */
    public String name(String language) {
        Map<String, String> entered = names();
        return entered.getOrDefault(
                language, entered.values().stream().findFirst().orElse(itemId));
    }

    void addCode(String code) {
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    void removeCode(String code) {
        codes.remove(code);
    }

    public String shown(String code) {
        return printed(code);
    }

    /** Returns a code as people know it: a GTIN is kept in 14 digits and printed in 13. */
    static String printed(String code) {
        boolean isLonger = code.startsWith("0") && ScanCode.of(code).check() == ScanCode.Check.VALID;
        return isLonger && code.length() == GTIN_LENGTH ? code.substring(1) : code;
    }

    String itemId() {
        return itemId;
    }

    long begunOn() {
        return begunOn;
    }

    public String getItemId() {
        return itemId;
    }

    public Map<String, String> getNames() {
        return names;
    }

    public List<String> getCodes() {
        return codes;
    }

    public @Nullable String getDepartmentId() {
        return departmentId;
    }

    public void setDepartmentId(@Nullable String departmentId) {
        this.departmentId = departmentId;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getTaxCategory() {
        return taxCategory;
    }

    public void setTaxCategory(@Nullable String taxCategory) {
        this.taxCategory = taxCategory;
    }

    public @Nullable Long getUnitPriceMicro() {
        return unitPriceMicro;
    }

    public void setUnitPriceMicro(@Nullable Long unitPriceMicro) {
        this.unitPriceMicro = unitPriceMicro;
    }

    public @Nullable String getPictureId() {
        return pictureId;
    }

    public void setPictureId(@Nullable String pictureId) {
        this.pictureId = pictureId;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}

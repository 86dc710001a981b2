package org.tillwright.wire.pricing;

/** What a catalogue has that rules may refer to. Each question is asked of ids within the rules only. */
public interface KnownThings {

    boolean hasItem(String itemId);

    boolean hasDepartment(String departmentId);

    boolean hasStore(String storeId);

    /** True if an item has the category, or a simple rate is in force for it. */
    boolean hasTaxCategory(String taxCategory);

    /** Returns the currency that the stores count in. */
    String currency();
}

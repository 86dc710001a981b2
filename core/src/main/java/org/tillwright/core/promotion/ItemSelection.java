package org.tillwright.core.promotion;

import java.util.List;
import java.util.Set;

/**
 * Which items a promotion is for: all of them, or some items and whole departments; what is excluded stays out either way.
 *
 * @param all true for every item of the shop; then {@code items} and {@code departments} are empty
 * @param items item ids
 * @param departments department ids
 * @param exceptItems item ids that are never meant
 * @param exceptDepartments department ids whose items are never meant
 */
public record ItemSelection(
        boolean all,
        Set<String> items,
        Set<String> departments,
        Set<String> exceptItems,
        Set<String> exceptDepartments) {

    /** Every item of the shop. */
    public static final ItemSelection ALL = new ItemSelection(true, Set.of(), Set.of(), Set.of(), Set.of());

    public ItemSelection {
        items = Set.copyOf(items);
        departments = Set.copyOf(departments);
        exceptItems = Set.copyOf(exceptItems);
        exceptDepartments = Set.copyOf(exceptDepartments);
        if (all && !(items.isEmpty() && departments.isEmpty())) {
            throw new IllegalArgumentException("a selection of all items names some of them too");
        }
    }

    public static ItemSelection ofItems(String... itemIds) {
        return new ItemSelection(false, Set.copyOf(List.of(itemIds)), Set.of(), Set.of(), Set.of());
    }

    public static ItemSelection ofDepartments(String... departmentIds) {
        return new ItemSelection(false, Set.of(), Set.copyOf(List.of(departmentIds)), Set.of(), Set.of());
    }

    public ItemSelection exceptItems(String... itemIds) {
        return new ItemSelection(all, items, departments, Set.copyOf(List.of(itemIds)), exceptDepartments);
    }

    public ItemSelection exceptDepartments(String... departmentIds) {
        return new ItemSelection(all, items, departments, exceptItems, Set.copyOf(List.of(departmentIds)));
    }

    public boolean selects(String itemId, String departmentId) {
        return (all || items.contains(itemId) || departments.contains(departmentId))
                && !exceptItems.contains(itemId)
                && !exceptDepartments.contains(departmentId);
    }

    /** True if no item can ever be meant. */
    public boolean isEmpty() {
        return !all && exceptItems.containsAll(items) && exceptDepartments.containsAll(departments);
    }
}

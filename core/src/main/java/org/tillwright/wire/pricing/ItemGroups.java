package org.tillwright.wire.pricing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.promotion.ItemSelection;

/** Turns selections that name groups into such that name items and departments alone. */
final class ItemGroups {

    private final Map<String, PricingRules.ItemGroup> byId = new LinkedHashMap<>();

    ItemGroups(PricingRules rules) {
        Lists.of(rules.itemGroups()).forEach(group -> byId.putIfAbsent(group.groupId(), group));
    }

    boolean has(String groupId) {
        return byId.containsKey(groupId);
    }

    /** Which groups each group names; for finding circles. */
    Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        byId.forEach((id, group) -> arrows.put(id, Lists.of(group.groupIds())));
        return arrows;
    }

    ItemSelection selection(PromotionMessage.Selection told) {
        if (told.all()) {
            Members out = members(told.exceptItemIds(), told.exceptGroupIds(), told.exceptDepartmentIds());
            return new ItemSelection(true, Set.of(), Set.of(), out.items(), out.departments());
        }
        Members in = members(told.itemIds(), told.groupIds(), told.departmentIds());
        Members out = members(told.exceptItemIds(), told.exceptGroupIds(), told.exceptDepartmentIds());
        return new ItemSelection(false, in.items(), in.departments(), out.items(), out.departments());
    }

    private record Members(Set<String> items, Set<String> departments) {}

    private Members members(
            @Nullable List<String> items, @Nullable List<String> groups, @Nullable List<String> departments) {
        Members members = new Members(new LinkedHashSet<>(Lists.of(items)), new LinkedHashSet<>(Lists.of(departments)));
        Set<String> seen = new HashSet<>();
        Lists.of(groups).forEach(id -> add(id, members, seen));
        return members;
    }

    /** A group is looked into once, so that a circle ends. */
    private void add(String groupId, Members members, Set<String> seen) {
        PricingRules.ItemGroup group = byId.get(groupId);
        if (group != null && seen.add(groupId)) {
            members.items().addAll(Lists.of(group.itemIds()));
            members.departments().addAll(Lists.of(group.departmentIds()));
            Lists.of(group.groupIds()).forEach(id -> add(id, members, seen));
        }
    }
}

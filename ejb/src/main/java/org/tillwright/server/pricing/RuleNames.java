package org.tillwright.server.pricing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.PricingRules;

/**
 * What promotions and modifiers are called, by their ids, in one language.
 *
 * @param modifiers of all groups; where two groups have one id, what the first calls it
 */
public record RuleNames(Map<String, String> promotions, Map<String, String> modifiers) {

    /** Before any rules were published. */
    public static final RuleNames NONE = new RuleNames(Map.of(), Map.of());

    /** What is said where a thing has no name in the reader's language. */
    private static final String OTHERWISE = "en";

    public RuleNames {
        promotions = Map.copyOf(promotions);
        modifiers = Map.copyOf(modifiers);
    }

    static RuleNames of(PricingRules rules, String language) {
        Map<String, String> promotions = new HashMap<>();
        Lists.of(rules.promotions())
                .forEach(promotion -> promotions.put(
                        promotion.promotionId(), name(promotion.promotionId(), promotion.names(), language)));
        Map<String, String> modifiers = new HashMap<>();
        List<PricingRules.ModifierGroup> groups = Lists.of(rules.modifierGroups());
        groups.stream()
                .flatMap(group -> group.modifiers().stream())
                .forEach(modifier -> modifiers.putIfAbsent(
                        modifier.modifierId(), name(modifier.modifierId(), modifier.names(), language)));
        return new RuleNames(promotions, modifiers);
    }

    private static String name(String id, @Nullable Map<String, String> names, String language) {
        return names == null
                ? id
                : Stream.of(language, OTHERWISE)
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(id);
    }

    /** Returns what a promotion is called; its id, where the rules have it no more. */
    public String promotion(String promotionId) {
        return promotions.getOrDefault(promotionId, promotionId);
    }

    /** Returns what a modifier is called; its id, where the rules have it no more. */
    public String modifier(String modifierId) {
        return modifiers.getOrDefault(modifierId, modifierId);
    }
}

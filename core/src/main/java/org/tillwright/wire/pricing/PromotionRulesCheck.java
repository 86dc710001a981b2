package org.tillwright.wire.pricing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.promotion.Promotion;

/** Finds promotions that are incomplete, impossible, or about things that there are none of. */
final class PromotionRulesCheck {

    private final FaultList faults;
    private final ItemGroups groups;
    private final @Nullable KnownThings known;
    private final Promotions promotions;

    PromotionRulesCheck(FaultList faults, ItemGroups groups, @Nullable KnownThings known) {
        this.faults = faults;
        this.groups = groups;
        this.known = known;
        this.promotions = new Promotions(groups);
    }

    void check(List<PromotionMessage> told) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < told.size(); i++) {
            PromotionMessage promotion = told.get(i);
            String field = "promotions[" + i + "]";
            int before = faults.count();
            faults.unique(ids, promotion.promotionId(), field + ".promotionId");
            conditions(promotion, field);
            effect(promotion.effect(), field + ".effect");
            if (faults.count() == before) {
                requireThatItCanBeMade(promotion, field);
            }
        }
    }

    /** What is complete may still be impossible; core says so when it is made, in one sentence. */
    private void requireThatItCanBeMade(PromotionMessage promotion, String field) {
        try {
            promotions.of(promotion);
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(field, "cannot be: " + e.getMessage());
        }
    }

    private void conditions(PromotionMessage promotion, String field) {
        faults.oneOf(promotion.combining(), Promotion.Combining.values(), field + ".combining");
        faults.oneOf(promotion.returnPolicy(), Promotion.ReturnPolicy.values(), field + ".returnPolicy");
        faults.require(
                promotion.priority() >= 0 && promotion.priority() <= Integer.MAX_VALUE,
                field + ".priority",
                "is not between 0 and " + Integer.MAX_VALUE);
        Lists.of(promotion.days()).forEach(day -> faults.oneOf(day, DayOfWeek.values(), field + ".days"));
        parsed(promotion.from(), LocalDateTime::parse, field + ".from", "is no moment like 2026-03-01T08:00");
        parsed(promotion.until(), LocalDateTime::parse, field + ".until", "is no moment like 2026-03-01T08:00");
        parsed(promotion.hoursFrom(), LocalTime::parse, field + ".hoursFrom", "is no time of day like 17:00");
        parsed(promotion.hoursUntil(), LocalTime::parse, field + ".hoursUntil", "is no time of day like 17:00");
        faults.require(
                (promotion.hoursFrom() == null) == (promotion.hoursUntil() == null),
                field + ".hoursFrom",
                "and hoursUntil go together");
        KnownThings things = known;
        if (things != null) {
            faults.names(promotion.storeIds(), things::hasStore, "store", field + ".storeIds");
        }
    }

    private void parsed(@Nullable String text, Function<String, ?> parser, String field, String complaint) {
        if (text != null) {
            faults.require(isParsed(text, parser), field, complaint + ": " + text);
        }
    }

    private static boolean isParsed(String text, Function<String, ?> parser) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void effect(PromotionMessage.Effect effect, String field) {
        faults.oneOf(effect.type(), EffectType.values(), field + ".type");
        Arrays.stream(EffectType.values())
                .filter(type -> type.name().equals(effect.type()))
                .forEach(type -> members(effect)
                        .forEach((member, isThere) -> faults.require(
                                type.has(member) == isThere,
                                field + "." + member,
                                isThere ? "does not belong to " + type : "is missing; " + type + " needs it")));
        faults.share(effect.offPpm(), field + ".offPpm");
        faults.amount(effect.offMinor(), field + ".offMinor");
        faults.amount(effect.priceMinor(), field + ".priceMinor");
        faults.amount(effect.spendMinor(), field + ".spendMinor");
        count(effect.buyCount(), field + ".buyCount");
        count(effect.getCount(), field + ".getCount");
        count(effect.count(), field + ".count");
        count(effect.every(), field + ".every");
        count(effect.cheapest(), field + ".cheapest");
        selection(effect.items(), field + ".items");
        selection(effect.buy(), field + ".buy");
        List<PromotionMessage.Part> parts = Lists.of(effect.parts());
        for (int i = 0; i < parts.size(); i++) {
            selection(parts.get(i).items(), field + ".parts[" + i + "].items");
            count(parts.get(i).count(), field + ".parts[" + i + "].count");
        }
        List<PromotionMessage.Break> breaks = Lists.of(effect.breaks());
        for (int i = 0; i < breaks.size(); i++) {
            faults.share(breaks.get(i).offPpm(), field + ".breaks[" + i + "].offPpm");
            faults.amount(breaks.get(i).priceMinor(), field + ".breaks[" + i + "].priceMinor");
            faults.amount(breaks.get(i).fromMilli(), field + ".breaks[" + i + "].fromMilli");
        }
    }

    /** Which members an effect has, in the order of the record. */
    private static Map<String, Boolean> members(PromotionMessage.Effect effect) {
        Map<String, Boolean> members = new LinkedHashMap<>();
        members.put("items", effect.items() != null);
        members.put("buy", effect.buy() != null);
        members.put("buyCount", effect.buyCount() != null);
        members.put("getCount", effect.getCount() != null);
        members.put("count", effect.count() != null);
        members.put("every", effect.every() != null);
        members.put("cheapest", effect.cheapest() != null);
        members.put("offPpm", effect.offPpm() != null);
        members.put("offMinor", effect.offMinor() != null);
        members.put("priceMinor", effect.priceMinor() != null);
        members.put("spendMinor", effect.spendMinor() != null);
        members.put("parts", effect.parts() != null);
        members.put("breaks", effect.breaks() != null);
        members.put("couponCode", effect.couponCode() != null);
        return members;
    }

    private void count(@Nullable Long count, String field) {
        if (count != null) {
            faults.require(count >= 1 && count <= Integer.MAX_VALUE, field, "is not a number of pieces: " + count);
        }
    }

    private void selection(PromotionMessage.@Nullable Selection selection, String field) {
        if (selection == null) {
            return;
        }
        boolean namesSome = !Lists.of(selection.itemIds()).isEmpty()
                || !Lists.of(selection.groupIds()).isEmpty()
                || !Lists.of(selection.departmentIds()).isEmpty();
        faults.require(selection.all() || namesSome, field, "refers to nothing");
        faults.require(!selection.all() || !namesSome, field, "means all items and names some of them too");
        faults.names(selection.groupIds(), groups::has, "item group", field + ".groupIds");
        faults.names(selection.exceptGroupIds(), groups::has, "item group", field + ".exceptGroupIds");
        KnownThings things = known;
        if (things != null) {
            faults.names(selection.itemIds(), things::hasItem, "item", field + ".itemIds");
            faults.names(selection.exceptItemIds(), things::hasItem, "item", field + ".exceptItemIds");
            faults.names(selection.departmentIds(), things::hasDepartment, "department", field + ".departmentIds");
            faults.names(
                    selection.exceptDepartmentIds(),
                    things::hasDepartment,
                    "department",
                    field + ".exceptDepartmentIds");
        }
    }
}

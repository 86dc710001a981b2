package org.tillwright.system.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.promotion.Conditions;
import org.tillwright.core.promotion.Promotion;
import org.tillwright.core.promotion.Situation;

/** Whether a promotion counts in a sale, and how often. */
final class Activity {

    /** As good as without end, and far from overflow. */
    static final long WITHOUT_END = Long.MAX_VALUE / 4;

    private Activity() {}

    /** Returns how often the promotion may be applied; 0 when it is not active. */
    static long left(Promotion promotion, Situation situation) {
        Conditions conditions = promotion.conditions();
        if (!isInTime(conditions, situation.at()) || !isFor(conditions, situation)) {
            return 0;
        }
        long used = situation.usedByCustomer().getOrDefault(promotion.promotionId(), 0L);
        long ofSale = orWithoutEnd(conditions.perSale());
        long ofCustomer = conditions.perCustomer() == null ? WITHOUT_END : conditions.perCustomer() - used;
        return Math.max(0, Math.min(ofSale, ofCustomer));
    }

    private static long orWithoutEnd(@Nullable Long limit) {
        return limit == null ? WITHOUT_END : limit;
    }

    private static boolean isFor(Conditions conditions, Situation situation) {
        boolean store = conditions.stores().isEmpty() || conditions.stores().contains(situation.storeId());
        boolean group = conditions.customerGroups().isEmpty()
                || !Collections.disjoint(conditions.customerGroups(), situation.customerGroups());
        boolean coupon =
                conditions.couponCode() == null || situation.couponCodes().contains(conditions.couponCode());
        boolean tender = conditions.tender() == null || conditions.tender().equals(situation.tender());
        return store && group && coupon && tender;
    }

    private static boolean isInTime(Conditions conditions, LocalDateTime at) {
        LocalDateTime from = conditions.from();
        LocalDateTime until = conditions.until();
        if ((from != null && at.isBefore(from)) || (until != null && !at.isBefore(until))) {
            return false;
        }
        Conditions.Hours hours = conditions.hours();
        if (hours == null) {
            return isDay(conditions, at.getDayOfWeek());
        }
        // The window that began today, or the one that began yesterday and runs past midnight.
        return isInWindowOf(at.toLocalDate(), conditions, hours, at)
                || isInWindowOf(at.toLocalDate().minusDays(1), conditions, hours, at);
    }

    private static boolean isInWindowOf(
            LocalDate day, Conditions conditions, Conditions.Hours hours, LocalDateTime at) {
        LocalDateTime begin = day.atTime(hours.from());
        LocalDateTime end = day.atTime(hours.until());
        if (!end.isAfter(begin)) {
            end = end.plusDays(1);
        }
        return isDay(conditions, day.getDayOfWeek()) && !at.isBefore(begin) && at.isBefore(end);
    }

    private static boolean isDay(Conditions conditions, DayOfWeek day) {
        return conditions.days().isEmpty() || conditions.days().contains(day);
    }
}

package org.tillwright.core.promotion;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When, where and for whom a promotion counts. An empty set and a null ask for nothing. All times are those of the store's
 * own clock.
 *
 * @param from first moment
 * @param until first moment at which it counts no more
 * @param days days on which {@code hours} begin, or the days themselves where there are no hours
 * @param stores store ids
 * @param customerGroups the customer must be in one of them
 * @param couponCode code that must have been given
 * @param tender name of the tender that must pay the sale
 * @param perSale how often at most in one sale
 * @param perCustomer how often at most for one customer in all sales
 */
public record Conditions(
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        Set<DayOfWeek> days,
        @Nullable Hours hours,
        Set<String> stores,
        Set<String> customerGroups,
        @Nullable String couponCode,
        @Nullable String tender,
        @Nullable Long perSale,
        @Nullable Long perCustomer) {

    /** Always, everywhere, for everybody, without a limit. */
    public static final Conditions NONE =
            new Conditions(null, null, Set.of(), null, Set.of(), Set.of(), null, null, null, null);

    public Conditions {
        days = Set.copyOf(days);
        stores = Set.copyOf(stores);
        customerGroups = Set.copyOf(customerGroups);
    }

    /**
     * Hours of a day. Where the end is not after the beginning the window runs past midnight, and belongs to the day on
     * which it began; with both the same it is a whole day long.
     *
     * @param until first moment that is no longer in it
     */
    public record Hours(LocalTime from, LocalTime until) {}

    public Conditions between(@Nullable LocalDateTime first, @Nullable LocalDateTime end) {
        return new Conditions(
                first, end, days, hours, stores, customerGroups, couponCode, tender, perSale, perCustomer);
    }

    public Conditions onDays(Set<DayOfWeek> chosen, @Nullable Hours window) {
        return new Conditions(
                from, until, chosen, window, stores, customerGroups, couponCode, tender, perSale, perCustomer);
    }

    public Conditions inStores(Set<String> storeIds) {
        return new Conditions(
                from, until, days, hours, storeIds, customerGroups, couponCode, tender, perSale, perCustomer);
    }

    public Conditions forGroups(Set<String> groups) {
        return new Conditions(from, until, days, hours, stores, groups, couponCode, tender, perSale, perCustomer);
    }

    public Conditions withCoupon(String code) {
        return new Conditions(from, until, days, hours, stores, customerGroups, code, tender, perSale, perCustomer);
    }

    public Conditions paidBy(String tenderName) {
        return new Conditions(
                from, until, days, hours, stores, customerGroups, couponCode, tenderName, perSale, perCustomer);
    }

    public Conditions limited(@Nullable Long inOneSale, @Nullable Long inAllSales) {
        return new Conditions(
                from, until, days, hours, stores, customerGroups, couponCode, tender, inOneSale, inAllSales);
    }

    /** Returns the first reason why this does not hold in {@code situation}, or null if it does. Limits are not asked. */
    @Nullable
    Reason failing(Situation situation) {
        if (from != null && situation.at().isBefore(from)) {
            return Reason.NOT_YET_VALID;
        }
        if (until != null && !situation.at().isBefore(until)) {
            return Reason.NO_LONGER_VALID;
        }
        if (!stores.isEmpty() && !stores.contains(situation.storeId())) {
            return Reason.OTHER_STORE;
        }
        Reason clock = failingOnTheClock(situation.at());
        return clock != null ? clock : failingForTheCustomer(situation);
    }

    private @Nullable Reason failingForTheCustomer(Situation situation) {
        if (!customerGroups.isEmpty() && !sharesOne(situation.customerGroups())) {
            return Reason.CUSTOMER_NOT_IN_GROUP;
        }
        if (couponCode != null && !situation.couponCodes().contains(couponCode)) {
            return Reason.COUPON_MISSING;
        }
        return tender != null && !tender.equals(situation.tender()) ? Reason.NEEDS_OTHER_TENDER : null;
    }

    private boolean sharesOne(Set<String> groups) {
        for (String group : customerGroups) {
            if (groups.contains(group)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reason failingOnTheClock(LocalDateTime at) {
        DayOfWeek today = at.getDayOfWeek();
        if (hours == null) {
            return isDay(today) ? null : Reason.WRONG_DAY;
        }
        LocalTime time = at.toLocalTime();
        boolean pastMidnight = !hours.from().isBefore(hours.until());
        boolean sinceToday = !time.isBefore(hours.from()) && (pastMidnight || time.isBefore(hours.until()));
        boolean sinceYesterday = pastMidnight && time.isBefore(hours.until());
        if ((sinceToday && isDay(today)) || (sinceYesterday && isDay(today.minus(1)))) {
            return null;
        }
        return isDay(today) && !sinceToday ? Reason.WRONG_HOUR : Reason.WRONG_DAY;
    }

    private boolean isDay(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}

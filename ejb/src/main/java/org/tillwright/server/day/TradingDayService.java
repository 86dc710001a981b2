package org.tillwright.server.day;

import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;

/** The door for a day at a glance. */
@Stateless
public class TradingDayService {

    /** A register that sent nothing for so long needs a look: it is off, or offline with sales that wait. */
    public static final Duration QUIET_AFTER = Duration.ofHours(24);

    /** Open tills in one answer. */
    public static final int MAX_TILLS = 200;

    private static final int DAYS_IN_A_WEEK = 7;
    private static final int HOURS = 24;

    @Inject
    DaySums sums;

    @Inject
    StoreService stores;

    @Inject
    Clock clock;

    /** Returns the business day that it is now in a store: by its own zone and its own end of day. */
    @RolesAllowed(SUPERVISOR)
    public LocalDate today(String storeId) {
        return store(storeId).businessDayAt(clock.instant());
    }

    /** Returns a day's figures; department names are in {@code language} where there are such. */
    @RolesAllowed(SUPERVISOR)
    public DayFigures figures(String storeId, LocalDate day, String language) {
        StoreDetail store = store(storeId);
        DaySums.Day asked = new DaySums.Day(storeId, day, store.currency());
        DaySums.Day lastWeek = new DaySums.Day(storeId, day.minusDays(DAYS_IN_A_WEEK), store.currency());
        DaySums.Totals totals = sums.totals(asked);
        DaySums.Totals before = sums.totals(lastWeek);
        DaySums.Returns returns = sums.returns(asked);
        return new DayFigures(
                storeId,
                day,
                store.currency(),
                totals.netMinor(),
                totals.taxMinor(),
                totals.totalMinor(),
                totals.count(),
                totals.averageMinor(),
                returns.count(),
                returns.amountMinor(),
                sums.inOtherCurrencies(asked),
                before.totalMinor(),
                before.count(),
                sums.tenders(asked),
                sums.departments(asked, language),
                hours(asked, lastWeek, store));
    }

    /** Returns the tills of a store that are open, the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<OpenTill> openTills(String storeId) {
        return sums.openTills(storeId, MAX_TILLS);
    }

    /** Returns the registers of a store that are enrolled and have sent nothing for long. */
    @RolesAllowed(SUPERVISOR)
    public List<QuietRegister> quietRegisters(String storeId) {
        return sums.quietRegisters(storeId, clock.instant().minus(QUIET_AFTER));
    }

    private StoreDetail store(String storeId) {
        return stores.find(storeId)
                .orElseThrow(() ->
                        new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "; choose another one."));
    }

    /** From the first hour to the last in which anything was sold, today or a week ago, without gaps. */
    private List<DayFigures.Hour> hours(DaySums.Day asked, DaySums.Day lastWeek, StoreDetail store) {
        ZoneId zone = ZoneId.of(store.timeZone());
        int firstHour = LocalTime.parse(store.dayEnds()).getHour();
        NavigableMap<Integer, DaySums.Sum> now = byHour(asked, zone, firstHour);
        NavigableMap<Integer, DaySums.Sum> before = byHour(lastWeek, zone, firstHour);
        NavigableMap<Integer, DaySums.Sum> all = new TreeMap<>(now);
        all.putAll(before);
        List<DayFigures.Hour> hours = new ArrayList<>();
        if (all.isEmpty()) {
            return hours;
        }
        for (int place = all.firstKey(); place <= all.lastKey(); place++) {
            DaySums.Sum today = now.getOrDefault(place, DaySums.Sum.NONE);
            DaySums.Sum then = before.getOrDefault(place, DaySums.Sum.NONE);
            int hour = (place + firstHour) % HOURS;
            hours.add(new DayFigures.Hour(hour, today.amountMinor(), today.count(), then.amountMinor(), then.count()));
        }
        return hours;
    }

    /** By hours since the day began: a day that ends at three has its hours from three to two. */
    private NavigableMap<Integer, DaySums.Sum> byHour(DaySums.Day day, ZoneId zone, int firstHour) {
        NavigableMap<Integer, DaySums.Sum> hours = new TreeMap<>();
        for (DaySums.Quarter quarter : sums.quarters(day)) {
            int hour = quarter.begin().atZone(zone).getHour();
            hours.merge((hour - firstHour + HOURS) % HOURS, quarter.sum(), DaySums.Sum::plus);
        }
        return hours;
    }
}

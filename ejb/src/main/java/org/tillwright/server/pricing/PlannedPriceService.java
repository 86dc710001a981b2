package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/**
 * The door for prices that begin on a day to come. A plan stands beside the price of today: who changes that price by
 * hand in between changes it until the planned day, and then the plan counts.
 */
@Stateless
public class PlannedPriceService {

    /** Plans of one item. */
    public static final int MAX_PER_ITEM = 24;

    /** Plans in one list. */
    public static final int MAX_LISTED = 500;

    /** How far ahead a price is planned; what is further is a slip of the finger. */
    public static final int MAX_DAYS_AHEAD = 3_660;

    /** Prices that one publication takes; the rest follows with the next. */
    static final int MAX_PER_PUBLICATION = 20_000;

    @Inject
    PlannedPrices planned;

    @Inject
    CatalogService catalog;

    @Inject
    StoreDays days;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Plans a price from the beginning of a store's day; another plan of the item for that day goes. A day that has
     * begun is refused: a price from now on is a change of the item.
     */
    @RolesAllowed(MANAGER)
    public void plan(String itemId, LocalDate from, long unitPriceMicro, String storeId, String operatorId) {
        ZoneId zone = days.zoneOf(storeId);
        Instant now = clock.instant();
        publications.hold();
        requireItem(itemId);
        requireSound(itemId, from, LocalDate.ofInstant(now, zone), unitPriceMicro);
        planned.put(itemId, from, from.atStartOfDay(zone).toInstant(), unitPriceMicro, operatorId, now);
        audit.record(new AuditNote(
                "PRICE_PLANNED",
                now,
                storeId,
                null,
                operatorId,
                "item " + itemId,
                "from " + from + ": " + unitPriceMicro + " micro"));
    }

    /** Takes a plan back; one that has begun to count, or was taken back already, is refused. */
    @RolesAllowed(MANAGER)
    public void takeBack(String itemId, LocalDate from, String operatorId) {
        publications.hold();
        if (!planned.remove(itemId, from)) {
            throw new Refused(
                    ProblemCode.NOT_FOUND,
                    "No price is planned for item " + itemId + " from " + from
                            + "; it counts already, or someone took it back.",
                    Refused.Wording.of("catalogue.refusal.planGone"));
        }
        audit.record(new AuditNote(
                "PLANNED_PRICE_TAKEN_BACK", clock.instant(), null, null, operatorId, "item " + itemId, "from " + from));
    }

    /** Returns what is planned for an item, the next day first. */
    @RolesAllowed(SUPERVISOR)
    public List<PlannedPrice> of(String itemId) {
        return planned.of(itemId);
    }

    /** Returns what is planned at all, the next day first. */
    @RolesAllowed(SUPERVISOR)
    public List<PlannedPrice> all() {
        return planned.all(MAX_LISTED);
    }

    /** True if a planned day has begun. Asked before {@link #publishDue()}, so that nothing is locked for nothing. */
    @PermitAll
    public boolean anyDue() {
        return planned.anyDue(clock.instant());
    }

    /**
     * Publishes the planned prices whose day has begun, all in one publication; when several of an item have, the latest
     * day counts. Servers that do this at once take turns, and only the first finds anything. Open to all inside: the
     * day decides, not the caller.
     *
     * @return how many plans were taken
     */
    @PermitAll
    public int publishDue() {
        publications.hold();
        List<PlannedPrices.Due> due = planned.takeDue(clock.instant(), MAX_PER_PUBLICATION);
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, Long> prices = new LinkedHashMap<>();
        due.forEach(price -> prices.put(price.itemId(), price.unitPriceMicro()));
        catalog.beginPlannedPrices(prices);
        return due.size();
    }

    private void requireItem(String itemId) {
        if (catalog.find(itemId).isEmpty()) {
            throw new Refused(ProblemCode.NOT_FOUND, "There is no item " + itemId + "; check its id.");
        }
    }

    private void requireSound(String itemId, LocalDate from, LocalDate today, long unitPriceMicro) {
        List<Fault> faults = new ArrayList<>();
        if (!from.isAfter(today)) {
            faults.add(new Fault("from", "is not after today, " + today + "; change the price itself for today"));
        } else if (from.isAfter(today.plusDays(MAX_DAYS_AHEAD))) {
            faults.add(new Fault("from", "is more than " + MAX_DAYS_AHEAD + " days ahead"));
        }
        if (unitPriceMicro < 0 || unitPriceMicro > CatalogService.MAX_UNIT_PRICE_MICRO) {
            faults.add(new Fault("unitPriceMicro", "is not between 0 and " + CatalogService.MAX_UNIT_PRICE_MICRO));
        }
        if (planned.count(itemId) >= MAX_PER_ITEM) {
            faults.add(new Fault("from", "would be more than " + MAX_PER_ITEM + " plans of one item"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ITEM, "The price cannot be planned.", faults);
        }
    }
}

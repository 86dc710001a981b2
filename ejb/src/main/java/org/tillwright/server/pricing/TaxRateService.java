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
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/** The door for tax rates. */
@Stateless
public class TaxRateService {

    /** How far ahead a rate is planned; what is further is a slip of the finger. */
    public static final int MAX_DAYS_AHEAD = 3_660;

    /** Rates of all categories, with those that counted once, that are told. */
    static final int MAX_HISTORY = 1_000;

    private static final int MAX_ID_LENGTH = 40;

    @Inject
    PublishedPrices prices;

    @Inject
    PlannedTaxRates planned;

    @Inject
    StoreDays days;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Returns all tax categories with their rates. */
    @RolesAllowed(SUPERVISOR)
    public List<TaxCategory> categories() {
        return prices.categories(planned.all(), MAX_HISTORY);
    }

    /**
     * Puts a rate in force for a tax category, new or known, from the next publication on.
     *
     * @return the publication's number
     */
    @RolesAllowed(MANAGER)
    public long setRate(String taxCategory, TaxRate rate) {
        return setRate(taxCategory, rate, null);
    }

    /** As {@link #setRate(String, TaxRate)}, by a person whom the audit trail names. */
    @RolesAllowed(MANAGER)
    public long setRate(String taxCategory, TaxRate rate, @Nullable String operatorId) {
        requireNone(faultsOf(taxCategory, rate));
        long number = publications.publish("tax rate " + taxCategory);
        prices.setTaxRate(taxCategory, rate, number);
        note("TAX_RATE_SET", operatorId, taxCategory, text(rate));
        return number;
    }

    /**
     * Plans a rate for a known category from the beginning of a store's day; another plan of the category for that day
     * goes. A day that has begun is refused.
     */
    @RolesAllowed(MANAGER)
    public void plan(String taxCategory, TaxRate rate, LocalDate from, String storeId, String operatorId) {
        ZoneId zone = days.zoneOf(storeId);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        publications.hold();
        List<Fault> faults = faultsOf(taxCategory, rate);
        if (!from.isAfter(today)) {
            faults.add(new Fault("from", "is not after today, " + today + "; set the rate itself for today"));
        } else if (from.isAfter(today.plusDays(MAX_DAYS_AHEAD))) {
            faults.add(new Fault("from", "is more than " + MAX_DAYS_AHEAD + " days ahead"));
        }
        if (!prices.taxRatesAt(publications.latest()).containsKey(taxCategory)) {
            faults.add(new Fault("taxCategory", "has no rate yet: " + taxCategory));
        }
        requireNone(faults);
        planned.put(
                new PlannedTaxRate(
                        taxCategory, from, rate.taxRateId(), rate.rate().ppm(), operatorId),
                from.atStartOfDay(zone).toInstant(),
                now);
        note("TAX_RATE_PLANNED", operatorId, taxCategory, "from " + from + ": " + text(rate));
    }

    /** Takes a planned rate back; one that counts already is refused. */
    @RolesAllowed(MANAGER)
    public void takeBack(String taxCategory, LocalDate from, String operatorId) {
        publications.hold();
        if (!planned.remove(taxCategory, from)) {
            throw new Refused(
                    ProblemCode.NOT_FOUND,
                    "No rate is planned for " + taxCategory + " from " + from
                            + "; it counts already, or someone took it back.",
                    Refused.Wording.of("catalogue.refusal.planGone"));
        }
        note("PLANNED_TAX_RATE_TAKEN_BACK", operatorId, taxCategory, "from " + from);
    }

    /** True if a planned day has begun. Asked before {@link #publishDue()}, so that nothing is locked for nothing. */
    @PermitAll
    public boolean anyDue() {
        return planned.anyDue(clock.instant());
    }

    /**
     * Publishes the planned rates whose day has begun, all in one publication; servers that do this at once take turns.
     * Open to all inside: the day decides, not the caller.
     *
     * @return how many plans were taken
     */
    @PermitAll
    public int publishDue() {
        publications.hold();
        List<PlannedTaxRates.Due> due = planned.takeDue(clock.instant());
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, TaxRate> rates = new LinkedHashMap<>();
        due.forEach(rate -> rates.put(rate.taxCategory(), rate.rate()));
        long number = publications.publish(rates.size() + " planned tax rates");
        rates.forEach((taxCategory, rate) -> {
            prices.setTaxRate(taxCategory, rate, number);
            note("PLANNED_TAX_RATE_PUBLISHED", null, taxCategory, text(rate));
        });
        return due.size();
    }

    private void note(String action, @Nullable String operatorId, String taxCategory, String detail) {
        audit.record(new AuditNote(action, clock.instant(), null, null, operatorId, taxCategory, detail));
    }

    private static String text(TaxRate rate) {
        return rate.taxRateId() + " at " + rate.rate().percentText() + " %";
    }

    private static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ITEM, "The tax rate cannot be set.", faults);
        }
    }

    private static List<Fault> faultsOf(String taxCategory, TaxRate taxRate) {
        List<Fault> faults = new ArrayList<>();
        requireId(taxCategory, "taxCategory", faults);
        requireId(taxRate.taxRateId(), "taxRateId", faults);
        return faults;
    }

    private static void requireId(String id, String field, List<Fault> faults) {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            faults.add(new Fault(field, "is empty or longer than " + MAX_ID_LENGTH + " characters"));
        }
    }
}

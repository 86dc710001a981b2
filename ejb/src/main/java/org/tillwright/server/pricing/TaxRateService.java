package org.tillwright.server.pricing;

import static org.tillwright.server.Roles.MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.pricing.TaxRate;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.json.Fault;

/** The door for tax rates. */
@Stateless
public class TaxRateService {

    private static final int MAX_ID_LENGTH = 40;

    /** A tax of a thousand times the price is a slip of the finger. */
    private static final long MAX_RATE_PPM = 1_000_000_000L;

    @Inject
    PublishedPrices prices;

    @Inject
    PublicationService publications;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Puts a rate in force for a tax category, new or known, from the next publication on.
     *
     * @return the publication's number
     */
    @RolesAllowed(MANAGER)
    public long setRate(String taxCategory, TaxRate rate) {
        List<Fault> faults = new ArrayList<>();
        requireId(taxCategory, "taxCategory", faults);
        requireId(rate.taxRateId(), "taxRateId", faults);
        if (rate.rate().ppm() < 0 || rate.rate().ppm() > MAX_RATE_PPM) {
            faults.add(new Fault("ratePpm", "is not between 0 and " + MAX_RATE_PPM));
        }
        if (!faults.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ITEM, "The tax rate cannot be set.", faults);
        }
        long number = publications.publish("tax rate " + taxCategory);
        prices.setTaxRate(taxCategory, rate, number);
        audit.record(AuditNote.ofServer(
                "TAX_RATE_SET",
                clock.instant(),
                taxCategory,
                rate.taxRateId() + " at " + rate.rate().percentText() + " %"));
        return number;
    }

    private static void requireId(String id, String field, List<Fault> faults) {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            faults.add(new Fault(field, "is empty or longer than " + MAX_ID_LENGTH + " characters"));
        }
    }
}

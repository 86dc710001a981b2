package org.tillwright.server.pricing;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Contention;

/**
 * Publishes every few seconds the planned prices and tax rates whose day has begun, so also those that became due while the
 * server was down. Each server does this; they take turns at the database. Each step is a transaction of its own.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "FirstStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class PlanTimer {

    private static final System.Logger LOG = System.getLogger(PlanTimer.class.getName());

    /** True from a failure to the next success, so that an outage is told once. */
    private boolean failing;

    @Inject
    PlannedPriceService plannedPrices;

    @Inject
    TaxRateService taxRates;

    /** A failure must not leave here: the container gives a timer up that failed twice, and the database may be back. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "planned prices and tax rates")
    void publishDue() {
        boolean pricesFailed = fails("prices", () -> plannedPrices.anyDue() ? plannedPrices.publishDue() : 0);
        boolean ratesFailed = fails("tax rates", () -> taxRates.anyDue() ? taxRates.publishDue() : 0);
        failing = pricesFailed || ratesFailed;
    }

    /** Prices that cannot be published must not keep tax rates waiting, nor the other way round. */
    private boolean fails(String what, IntSupplier publish) {
        try {
            int count = publish.getAsInt();
            if (count > 0) {
                LOG.log(System.Logger.Level.INFO, "Published {0} planned {1}", count, what);
            }
            return false;
        } catch (EJBException | Contention | Refused e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Planned " + what + " wait: " + e.getMessage(), e);
            }
            return true;
        }
    }
}

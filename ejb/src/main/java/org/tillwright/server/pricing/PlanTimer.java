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
        try {
            if (plannedPrices.anyDue()) {
                int count = plannedPrices.publishDue();
                LOG.log(System.Logger.Level.INFO, "Published {0} planned prices", count);
            }
            if (taxRates.anyDue()) {
                int count = taxRates.publishDue();
                LOG.log(System.Logger.Level.INFO, "Published {0} planned tax rates", count);
            }
            failing = false;
        } catch (EJBException | Contention e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Planned prices wait: " + e.getMessage(), e);
            }
            failing = true;
        }
    }
}

package org.tillwright.server.orders;

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

/** Ends parked carts whose time is over. Each server does this; they take turns at the database. */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class SuspensionTimer {

    private static final System.Logger LOG = System.getLogger(SuspensionTimer.class.getName());

    /** True from a failure to the next success, so that an outage is told once. */
    private boolean failing;

    @Inject
    SuspendedSaleService sales;

    /** A failure must not leave here: the container gives a timer up that failed twice. */
    @Schedule(hour = "*", minute = "*/5", second = "20", persistent = false, info = "suspended sales that expire")
    void expireDue() {
        try {
            int count = sales.expireDue();
            if (count > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} suspended sales expired", count);
            }
            failing = false;
        } catch (EJBException | Contention e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Suspended sales do not expire: " + e.getMessage(), e);
            }
            failing = true;
        }
    }
}

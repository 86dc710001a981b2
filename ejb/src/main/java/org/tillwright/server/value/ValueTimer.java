package org.tillwright.server.value;

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

/** Compares each night what accounts say they hold with what their entries sum to. */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class ValueTimer {

    private static final System.Logger LOG = System.getLogger(ValueTimer.class.getName());

    @Inject
    ValueAccountService accounts;

    /** A failure must not leave here: the container gives a timer up that failed twice. */
    @Schedule(hour = "3", minute = "40", persistent = false, info = "sums of stored value")
    void compareSums() {
        try {
            int count = accounts.noteOutOfBalance();
            if (count > 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} accounts of stored value differ from their entries; the audit trail names them",
                        count);
            }
        } catch (EJBException | Contention e) {
            LOG.log(System.Logger.Level.WARNING, "Stored value was not compared tonight: " + e.getMessage(), e);
        }
    }
}

package org.tillwright.server.wallet;

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

/** Asks about payments whose end nobody told. Each server does this; the table sees to it that one asks at a time. */
@Startup
@Singleton
@DependsOn({"Migrator", "FirstStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class WalletTimer {

    private static final System.Logger LOG = System.getLogger(WalletTimer.class.getName());

    /** True from a failure to the next success, so that an outage is told once. */
    private boolean failing;

    @Inject
    WalletService wallets;

    @Inject
    WalletBooksService books;

    /** A failure must not leave here: the container gives a timer up that failed twice, and the database may be back. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "wallet payments without an end")
    void lookAfter() {
        try {
            int looked = wallets.lookAfter();
            LOG.log(System.Logger.Level.DEBUG, "Asked about {0} wallet payments", looked);
            failing = false;
        } catch (EJBException | Contention e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Wallet payments wait to be asked about: " + e.getMessage(), e);
            }
            failing = true;
        }
    }

    @Schedule(hour = "3", minute = "25", persistent = false, info = "events of wallet payments long ago")
    void forgetOld() {
        try {
            int more = books.forgetOld();
            while (more > 0) {
                more = books.forgetOld();
            }
        } catch (EJBException | Contention e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Events of wallet payments wait to be forgotten: " + e.getMessage(),
                    e);
        }
    }
}

package org.tillwright.server.devices;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.tillwright.server.delivery.PlainMail;
import org.tillwright.server.platform.Contention;

/**
 * Looks each minute for what has become an alert only because time went by, and sends the letters that are due. Each server
 * does this; the tables see to it that a letter is one server's.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "FirstStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class DeviceAlertTimer {

    private static final System.Logger LOG = System.getLogger(DeviceAlertTimer.class.getName());

    /** True from a failure to the next success, so that an outage is told once. */
    private boolean failing;

    @Inject
    DeviceService devices;

    @Inject
    AlertMailService letters;

    @Inject
    PlainMail mail;

    /** A failure must not leave here: the container gives a timer up that failed twice, and the database may be back. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = "alerts about devices of registers")
    void look() {
        try {
            devices.toLookAt().forEach(devices::lookAgain);
            if (mail.isSetUp()) {
                letters.claim().forEach(due -> letters.note(due, mail.send(due.note())));
            }
            failing = false;
        } catch (EJBException | Contention e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Alerts about devices wait: " + e.getMessage(), e);
            }
            failing = true;
        }
    }

    @Schedule(hour = "3", minute = "40", persistent = false, info = "alerts that were over long ago")
    void forgetOld() {
        try {
            int forgotten = devices.forgetOld();
            while (forgotten > 0) {
                forgotten = devices.forgetOld();
            }
        } catch (EJBException | Contention e) {
            LOG.log(System.Logger.Level.WARNING, "Old alerts wait to be deleted: " + e.getMessage(), e);
        }
    }
}

package org.tillwright.server.delivery;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tillwright.server.platform.Contention;

/**
 * Sends every few seconds what is due. Each server does this; the table sees to it that one of them has a request at a time.
 * No transaction is open while another machine is waited for.
 */
@Startup
@Singleton
@DependsOn({"Migrator", "FirstStartup"})
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class DeliveryTimer {

    private static final System.Logger LOG = System.getLogger(DeliveryTimer.class.getName());

    /** True from a failure to the next success, so that an outage is told once. */
    private boolean failing;

    @Inject
    DeliveryService service;

    @Inject
    Couriers couriers;

    /** A failure must not leave here: the container gives a timer up that failed twice, and the database may be back. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "receipts by e-mail and SMS")
    void sendDue() {
        try {
            List<Deliveries.Claimed> batch = service.claim();
            batch.forEach(this::send);
            failing = false;
        } catch (EJBException | Contention e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Receipts wait to be sent: " + e.getMessage(), e);
            }
            failing = true;
        }
    }

    @Schedule(hour = "3", minute = "20", persistent = false, info = "addresses of receipts sent long ago")
    void forgetOld() {
        try {
            int forgotten = 0;
            int more = service.forgetOld();
            while (more > 0) {
                forgotten += more;
                more = service.forgetOld();
            }
            LOG.log(System.Logger.Level.DEBUG, "Forgot {0} addresses of receipts", forgotten);
        } catch (EJBException | Contention e) {
            LOG.log(System.Logger.Level.WARNING, "Addresses of receipts wait to be forgotten: " + e.getMessage(), e);
        }
    }

    /** The log names the request alone: who it is for is nobody's business there. */
    private void send(Deliveries.Claimed claimed) {
        Outcome outcome = outcome(claimed);
        service.note(claimed, outcome);
        LOG.log(
                System.Logger.Level.INFO,
                "Receipt request {0} by {1}: {2}",
                claimed.requestId(),
                claimed.channel(),
                outcome.kind());
    }

    private Outcome outcome(Deliveries.Claimed claimed) {
        try {
            Optional<Letter> letter = service.letter(claimed);
            return letter.isEmpty()
                    ? Outcome.later("The sale has not arrived from its register yet")
                    : couriers.send(claimed.channel(), letter.get());
        } catch (EJBException e) {
            // One sale whose paper cannot be made must not keep the others of its batch waiting.
            LOG.log(System.Logger.Level.ERROR, "The receipt of request " + claimed.requestId() + " cannot be made", e);
            return Outcome.later("The receipt could not be made; the server's log has the cause");
        }
    }
}

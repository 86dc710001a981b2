package org.tillwright.server.devices;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.delivery.PlainMail;

/**
 * Which letters about alerts are due, and how sending them ended. For the server's own timer: each step is a transaction of
 * its own, and none is open while a mail server is waited for.
 */
@Stateless
public class AlertMailService {

    /** What is over within this nobody is written to about: somebody is changing the paper. */
    static final Duration WORTH_A_LETTER = Duration.ofMinutes(1);

    /** Between two letters to one store; what comes in between waits and goes in one. */
    static final Duration BETWEEN_LETTERS = Duration.ofMinutes(10);

    /** After this long nobody is written to any more. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    @Inject
    DeviceAlerts alerts;

    @Inject
    Clock clock;

    /** A letter that this server has taken upon itself. */
    record Due(String storeId, List<AlertSummary> alerts, PlainMail.Note note) {}

    /** Takes the letters that are due. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Due> claim() {
        Instant now = now();
        Instant beganBefore = now.minus(WORTH_A_LETTER);
        List<Due> due = new ArrayList<>();
        for (DeviceAlerts.Addressee addressee : alerts.toWriteTo(now, beganBefore)) {
            if (alerts.claim(addressee.storeId(), now, now.plus(BETWEEN_LETTERS))) {
                List<AlertSummary> told = alerts.toMail(addressee.storeId(), beganBefore);
                due.add(new Due(addressee.storeId(), told, AlertLetter.of(addressee, told)));
            }
        }
        return due;
    }

    /** Notes how sending a letter ended. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(Due due, PlainMail.Answer answer) {
        Instant now = now();
        switch (answer.result()) {
            case SENT -> {
                alerts.mailed(ids(due.alerts()), now);
                alerts.mailTrouble(due.storeId(), null);
            }
            case REFUSED -> {
                alerts.giveUp(ids(due.alerts()));
                alerts.mailTrouble(due.storeId(), answer.detail());
            }
            case LATER -> {
                Instant tooOld = now.minus(GIVEN_UP_AFTER);
                alerts.giveUp(ids(due.alerts().stream()
                        .filter(alert -> alert.beganAt().isBefore(tooOld))
                        .toList()));
                alerts.mailTrouble(due.storeId(), answer.detail());
            }
        }
    }

    private static List<UUID> ids(List<AlertSummary> alerts) {
        return alerts.stream().map(AlertSummary::alertId).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

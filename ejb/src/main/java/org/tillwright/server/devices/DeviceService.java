package org.tillwright.server.devices;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;
import org.tillwright.wire.receipt.SendAddress;

/** The door for what registers tell of their devices, and for what people are told of it. */
@Stateless
public class DeviceService {

    /** An alert that comes back within this goes on: nobody is told of it twice. */
    static final Duration GOES_ON = Duration.ofMinutes(30);

    /** How long alerts that are over are kept. */
    static final Duration CLEARED_KEPT = Duration.ofDays(90);

    private static final int MOST_AT_ONCE = 500;

    @Inject
    DeviceStates states;

    @Inject
    DeviceAlerts alerts;

    @Inject
    ReportLimit limit;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Keeps how a register's devices are doing. The same again changes nothing but when it was heard.
     *
     * @throws Refused with {@code TOO_MANY_LOOK_UPS} when it tells more often than any counter is lively
     */
    @RolesAllowed(REGISTER)
    public void report(String workstationId, DeviceReport report) {
        Instant now = now();
        if (!limit.take(workstationId, now)) {
            throw new Refused(
                    ProblemCode.TOO_MANY_LOOK_UPS,
                    "This register tells of its devices too often; tell again in a few minutes.");
        }
        states.heard(workstationId, report, now);
        Map<String, DeviceSummary> before = new HashMap<>();
        states.conditions(workstationId).forEach(device -> before.put(device.kind(), device));
        boolean hasChanged = false;
        Set<String> told = new HashSet<>();
        for (DeviceCondition condition : report.devices()) {
            if (told.add(condition.kind())) {
                hasChanged |= take(workstationId, condition, before.get(condition.kind()), report.toldAt(), now);
            }
        }
        for (String kind : before.keySet()) {
            if (!told.contains(kind)) {
                states.remove(workstationId, kind);
            }
        }
        if (hasChanged) {
            states.forgetOldChanges(workstationId);
        }
        look(workstationId, now);
    }

    private boolean take(
            String workstationId,
            DeviceCondition condition,
            @Nullable DeviceSummary before,
            Instant toldAt,
            Instant now) {
        DeviceSummary told = summary(condition, toldAt, now);
        boolean isSame = before != null && before.saysTheSameAs(told);
        DeviceSummary device =
                before != null && before.state() == told.state() && Objects.equals(before.trouble(), told.trouble())
                        ? since(told, before.since())
                        : told;
        states.put(workstationId, device);
        if (!isSame) {
            states.changed(workstationId, device, now);
        }
        return !isSame;
    }

    /** A register's clock may be wrong: how long ago something was is believed, not when. */
    private static DeviceSummary summary(DeviceCondition condition, Instant toldAt, Instant now) {
        Instant seenAt = condition.seenAt();
        Duration ago = seenAt == null ? Duration.ZERO : Duration.between(seenAt, toldAt);
        return new DeviceSummary(
                condition.kind(),
                condition.protocol(),
                DeviceCondition.State.of(condition.state()),
                seenAt == null ? null : now.minus(ago.isNegative() ? Duration.ZERO : bounded(ago)),
                condition.trouble(),
                now,
                condition.errors(),
                condition.paperLow(),
                condition.coverOpen(),
                condition.drawerOpen());
    }

    /** What a database can hold. */
    private static Duration bounded(Duration ago) {
        Duration most = Duration.ofDays(3_650);
        return ago.compareTo(most) > 0 ? most : ago;
    }

    private static DeviceSummary since(DeviceSummary device, Instant since) {
        return new DeviceSummary(
                device.kind(),
                device.protocol(),
                device.state(),
                device.seenAt(),
                device.trouble(),
                since,
                device.errors(),
                device.paperLow(),
                device.coverOpen(),
                device.drawerOpen());
    }

    private void look(String workstationId, Instant now) {
        Set<AlertCheck.Alert> wanted = states.register(workstationId)
                .map(register -> new AlertCheck(alerts.rulesOf(workstationId), now)
                        .of(register.devices(), register.hostRestartsLastHour()))
                .orElse(Set.of()); // out of use: whatever was told is over
        Set<AlertCheck.Alert> open = alerts.open(workstationId);
        for (AlertCheck.Alert alert : wanted) {
            if (!open.contains(alert)) {
                alerts.begin(workstationId, alert, now, now.minus(GOES_ON));
            }
        }
        for (AlertCheck.Alert alert : open) {
            if (!wanted.contains(alert)) {
                alerts.clear(workstationId, alert, now);
            }
        }
    }

    /** Registers of which something may have to be told because time went by. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<String> toLookAt() {
        return states.toLookAt();
    }

    /** Looks at one register again. Open to the server's own timer only: it tells nobody anything. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void lookAgain(String workstationId) {
        if (states.lock(workstationId)) {
            look(workstationId, now());
        }
    }

    /** Deletes some alerts that are over long since; zero when there are none. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int forgetOld() {
        return alerts.forgetClearedBefore(now().minus(CLEARED_KEPT), MOST_AT_ONCE);
    }

    /** Returns the registers of a store that are in use, each with its devices. */
    @RolesAllowed(SUPERVISOR)
    public List<RegisterDevices> of(String storeId) {
        return states.registers(storeId);
    }

    /** Returns the registers of all stores, by store. */
    @RolesAllowed(SUPERVISOR)
    public List<RegisterDevices> ofAll() {
        return states.registers(null);
    }

    /** Returns what became of a register's devices, the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<DeviceChange> changes(String workstationId) {
        return states.changes(workstationId);
    }

    /** Returns a store's alerts that are not over, the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<AlertSummary> alerts(String storeId) {
        return alerts.listOpen(storeId);
    }

    @RolesAllowed(SUPERVISOR)
    public List<AlertSummary> alertsOfAll() {
        return alerts.listOpen(null);
    }

    @RolesAllowed(SUPERVISOR)
    public long countAlerts(String storeId) {
        return alerts.countOpen(storeId);
    }

    /** Grows whenever anything changed at any device: pages that are open look again then. */
    @PermitAll
    public long newestChange() {
        return states.newestChange();
    }

    @RolesAllowed(SUPERVISOR)
    public AlertRules rules(String storeId) {
        return alerts.rules(storeId);
    }

    /** Returns why the last letter of a store could not be sent, in the mail server's words; empty where none failed. */
    @RolesAllowed(SUPERVISOR)
    public Optional<String> mailTrouble(String storeId) {
        return alerts.mailTrouble(storeId);
    }

    /**
     * Says when a store is told of its devices, and who is written to. What is not over is looked at again within a minute.
     *
     * @throws Refused with {@code UNSOUND_ENTRY}, naming every field that is wrong
     */
    @RolesAllowed(MANAGER)
    public void changeRules(String storeId, AlertRules wanted, String managerId) {
        List<AlertReason> reasons = reasonsAgainst(wanted);
        if (!reasons.isEmpty()) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, reasons);
        }
        if (!wanted.equals(alerts.rules(storeId))) {
            alerts.putRules(storeId, wanted);
            audit.record(new AuditNote(
                    "DEVICE_ALERTS_SET", clock.instant(), storeId, null, managerId, "store " + storeId, null));
        }
    }

    private static List<AlertReason> reasonsAgainst(AlertRules wanted) {
        List<AlertReason> reasons = new ArrayList<>();
        String address = wanted.mailAddress();
        if (address != null
                && SendAddress.email(address).filter(address::equals).isEmpty()) {
            reasons.add(AlertReason.MAIL_UNSOUND);
        }
        if (wanted.downMinutes() < 1 || wanted.downMinutes() > AlertRules.MOST_MINUTES) {
            reasons.add(AlertReason.MINUTES_UNSOUND);
        }
        if (wanted.restartsAnHour() < 0 || wanted.restartsAnHour() > AlertRules.MOST_RESTARTS) {
            reasons.add(AlertReason.RESTARTS_UNSOUND);
        }
        return reasons;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.tillwright.server.devices;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;

/** The tables of what registers told. */
@Dependent
class DeviceStates {

    /** Changes that are kept of one register. */
    static final int MOST_CHANGES = 200;

    /** Registers in one list: every store's at once are more than anybody reads. */
    static final int MOST_REGISTERS = 500;

    private static final String REGISTER =
            "select w.store_id, s.name, w.workstation_id, w.name, r.heard_at, r.version, r.host_restarts_last_hour"
                    + " from workstation w join store s on s.store_id = w.store_id"
                    + " left join device_report r on r.workstation_id = w.workstation_id";

    private static final String IN_USE =
            " not exists (select 1 from workstation_retired t where t.workstation_id = w.workstation_id)";

    private static final String CONDITION =
            "select c.workstation_id, c.kind, c.protocol, c.state, c.seen_at, c.trouble, c.since, c.errors,"
                    + " c.paper_low, c.cover_open, c.drawer_open from device_condition c";

    private record Kept(String workstationId, DeviceSummary device) {}

    @Inject
    Sql sql;

    /** Notes a report and makes other reports of the same register wait. */
    void heard(String workstationId, DeviceReport report, Instant now) {
        sql.update(
                "insert into device_report (workstation_id, heard_at, version, host_restarts_last_hour)"
                        + " values (?, ?, ?, ?) on duplicate key update heard_at = values(heard_at),"
                        + " version = values(version), host_restarts_last_hour = values(host_restarts_last_hour)",
                workstationId,
                now,
                report.version(),
                report.hostRestartsLastHour());
    }

    /** Makes reports of a register wait; false when it never told anything. */
    boolean lock(String workstationId) {
        return sql.first(
                        "select 1 from device_report where workstation_id = ? for update",
                        row -> row.number(1),
                        workstationId)
                .isPresent();
    }

    void put(String workstationId, DeviceSummary device) {
        sql.update(
                "insert into device_condition (workstation_id, kind, protocol, state, seen_at, trouble, since, errors,"
                        + " paper_low, cover_open, drawer_open) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update protocol = values(protocol), state = values(state),"
                        + " seen_at = values(seen_at), trouble = values(trouble), since = values(since),"
                        + " errors = values(errors), paper_low = values(paper_low), cover_open = values(cover_open),"
                        + " drawer_open = values(drawer_open)",
                workstationId,
                device.kind(),
                device.protocol(),
                device.state(),
                device.seenAt(),
                device.trouble(),
                device.since(),
                device.errors(),
                device.paperLow(),
                device.coverOpen(),
                device.drawerOpen());
    }

    void remove(String workstationId, String kind) {
        sql.update("delete from device_condition where workstation_id = ? and kind = ?", workstationId, kind);
    }

    void changed(String workstationId, DeviceSummary device, Instant now) {
        sql.update(
                "insert into device_change (workstation_id, kind, changed_at, state, trouble, paper_low, cover_open,"
                        + " drawer_open) values (?, ?, ?, ?, ?, ?, ?, ?)",
                workstationId,
                device.kind(),
                now,
                device.state(),
                device.trouble(),
                device.paperLow(),
                device.coverOpen(),
                device.drawerOpen());
    }

    /** Deletes what is older than the newest changes of a register. */
    void forgetOldChanges(String workstationId) {
        sql.first(
                        "select change_id from device_change where workstation_id = ? order by change_id desc"
                                + " limit 1 offset ?",
                        row -> row.number(1),
                        workstationId,
                        MOST_CHANGES)
                .ifPresent(last -> sql.update(
                        "delete from device_change where workstation_id = ? and change_id <= ?", workstationId, last));
    }

    List<DeviceSummary> conditions(String workstationId) {
        return sql
                .query(CONDITION + " where c.workstation_id = ? order by c.kind", DeviceStates::kept, workstationId)
                .stream()
                .map(Kept::device)
                .toList();
    }

    /** The registers of a store that are in use with their devices; of all stores for null. */
    List<RegisterDevices> registers(@Nullable String storeId) {
        List<RegisterDevices> found = storeId == null
                ? sql.query(
                        REGISTER + " where" + IN_USE + " order by s.name, s.store_id, length(w.workstation_id),"
                                + " w.workstation_id limit ?",
                        DeviceStates::registerOf,
                        MOST_REGISTERS)
                : sql.query(
                        REGISTER + " where w.store_id = ? and" + IN_USE + " order by length(w.workstation_id),"
                                + " w.workstation_id limit ?",
                        DeviceStates::registerOf,
                        storeId,
                        MOST_REGISTERS);
        Map<String, List<DeviceSummary>> devices = devices(storeId);
        return found.stream()
                .map(register -> register.with(devices.getOrDefault(register.workstationId(), List.of())))
                .toList();
    }

    private Map<String, List<DeviceSummary>> devices(@Nullable String storeId) {
        List<Kept> kept = storeId == null
                ? sql.query(CONDITION + " order by c.workstation_id, c.kind", DeviceStates::kept)
                : sql.query(
                        CONDITION + " join workstation w on w.workstation_id = c.workstation_id"
                                + " where w.store_id = ? order by c.workstation_id, c.kind",
                        DeviceStates::kept,
                        storeId);
        Map<String, List<DeviceSummary>> devices = new HashMap<>();
        kept.forEach(each -> devices.computeIfAbsent(each.workstationId(), id -> new ArrayList<>())
                .add(each.device()));
        return devices;
    }

    Optional<RegisterDevices> register(String workstationId) {
        return sql.first(REGISTER + " where w.workstation_id = ? and" + IN_USE, DeviceStates::registerOf, workstationId)
                .map(register -> register.with(conditions(workstationId)));
    }

    /** Registers of which something may have to be told only because time went by. */
    List<String> toLookAt() {
        return sql.query(
                "select workstation_id from device_condition where state = 'TROUBLE' union select workstation_id"
                        + " from device_alert where is_open",
                row -> row.text(1));
    }

    List<DeviceChange> changes(String workstationId) {
        return sql.query(
                "select changed_at, kind, state, trouble, paper_low, cover_open, drawer_open from device_change"
                        + " where workstation_id = ? order by change_id desc limit ?",
                row -> new DeviceChange(
                        row.instant(1),
                        row.text(2),
                        DeviceCondition.State.of(row.text(3)),
                        row.textOrNull(4),
                        row.truth(5),
                        row.truth(6),
                        row.truth(7)),
                workstationId,
                MOST_CHANGES);
    }

    /** The number of the newest change anywhere: pages that are open look again when it grows. */
    long newestChange() {
        return sql.first("select max(change_id) from device_change", row -> row.number(1))
                .orElse(0L);
    }

    private static RegisterDevices registerOf(Row row) throws SQLException {
        return new RegisterDevices(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.instantOrNull(5),
                row.textOrNull(6),
                row.number(7),
                List.of());
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.text(1),
                new DeviceSummary(
                        row.text(2),
                        row.text(3),
                        DeviceCondition.State.of(row.text(4)),
                        row.instantOrNull(5),
                        row.textOrNull(6),
                        row.instant(7),
                        row.number(8),
                        row.truth(9),
                        row.truth(10),
                        row.truth(11)));
    }
}

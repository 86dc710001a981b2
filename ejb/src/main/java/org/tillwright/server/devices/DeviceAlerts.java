package org.tillwright.server.devices;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;

/** The tables of alerts and of who is told. */
@Dependent
class DeviceAlerts {

    /** Alerts in one list or letter. */
    static final int MOST = 500;

    private static final String ALERT =
            "select a.alert_id, w.store_id, s.name, a.workstation_id, w.name, a.kind, a.what, a.began_at, a.mailed_at"
                    + " from device_alert a join workstation w on w.workstation_id = a.workstation_id"
                    + " join store s on s.store_id = w.store_id";

    /** Who a letter goes to. */
    record Addressee(String storeId, String storeName, String language, String timeZone, String address) {}

    @Inject
    Sql sql;

    Set<AlertCheck.Alert> open(String workstationId) {
        return new HashSet<>(sql.query(
                "select kind, what from device_alert where workstation_id = ? and is_open",
                row -> new AlertCheck.Alert(row.text(1), AlertKind.valueOf(row.text(2))),
                workstationId));
    }

    /** Opens an alert; the same one goes on where it was over for a moment only. */
    void begin(String workstationId, AlertCheck.Alert alert, Instant now, Instant goesOnAfter) {
        int gone = sql.update(
                "update device_alert set is_open = true, cleared_at = null where workstation_id = ? and kind = ?"
                        + " and what = ? and cleared_at > ? order by cleared_at desc limit 1",
                workstationId,
                alert.kind(),
                alert.what(),
                goesOnAfter);
        if (gone == 0) {
            sql.update(
                    "insert into device_alert (alert_id, workstation_id, kind, what, began_at, is_open)"
                            + " values (?, ?, ?, ?, ?, true)",
                    UUID.randomUUID(),
                    workstationId,
                    alert.kind(),
                    alert.what(),
                    now);
        }
    }

    void clear(String workstationId, AlertCheck.Alert alert, Instant now) {
        sql.update(
                "update device_alert set is_open = null, cleared_at = ? where workstation_id = ? and kind = ?"
                        + " and what = ? and is_open",
                now,
                workstationId,
                alert.kind(),
                alert.what());
    }

    /** Those of a store that are not over, the newest first; of all stores for null. */
    List<AlertSummary> listOpen(@Nullable String storeId) {
        return storeId == null
                ? sql.query(ALERT + " where a.is_open order by a.began_at desc limit ?", DeviceAlerts::alertOf, MOST)
                : sql.query(
                        ALERT + " where a.is_open and w.store_id = ? order by a.began_at desc limit ?",
                        DeviceAlerts::alertOf,
                        storeId,
                        MOST);
    }

    long countOpen(String storeId) {
        return sql.first(
                        "select count(*) from device_alert a join workstation w on w.workstation_id = a.workstation_id"
                                + " where a.is_open and w.store_id = ?",
                        row -> row.number(1),
                        storeId)
                .orElse(0L);
    }

    /** The store of a workstation and its rules. */
    AlertRules rulesOf(String workstationId) {
        return sql.first(
                        "select r.mail_address, r.down_minutes, r.restarts_an_hour from device_alert_rules r"
                                + " join workstation w on w.store_id = r.store_id where w.workstation_id = ?",
                        DeviceAlerts::rulesIn,
                        workstationId)
                .orElse(AlertRules.USUAL);
    }

    AlertRules rules(String storeId) {
        return sql.first(
                        "select mail_address, down_minutes, restarts_an_hour from device_alert_rules where store_id = ?",
                        DeviceAlerts::rulesIn,
                        storeId)
                .orElse(AlertRules.USUAL);
    }

    Optional<String> mailTrouble(String storeId) {
        return sql
                .query(
                        "select mail_trouble from device_alert_rules where store_id = ? and mail_trouble is not null",
                        row -> row.text(1),
                        storeId)
                .stream()
                .findFirst();
    }

    void putRules(String storeId, AlertRules rules) {
        sql.update(
                "insert into device_alert_rules (store_id, mail_address, down_minutes, restarts_an_hour)"
                        + " values (?, ?, ?, ?) on duplicate key update mail_address = values(mail_address),"
                        + " down_minutes = values(down_minutes), restarts_an_hour = values(restarts_an_hour),"
                        + " mail_trouble = null",
                storeId,
                rules.mailAddress(),
                rules.downMinutes(),
                rules.restartsAnHour());
    }

    /** Stores for which there is something to write that is old enough, and to which nobody wrote lately. */
    List<Addressee> toWriteTo(Instant now, Instant beganBefore) {
        return sql.query(
                "select s.store_id, s.name, s.language, s.time_zone, r.mail_address from device_alert_rules r"
                        + " join store s on s.store_id = r.store_id where r.mail_address is not null"
                        + " and (r.next_mail_at is null or r.next_mail_at <= ?) and exists (select 1"
                        + " from device_alert a join workstation w on w.workstation_id = a.workstation_id"
                        + " where w.store_id = r.store_id and a.is_open and a.mailed_at is null"
                        + " and not a.mail_given_up and a.began_at <= ?) limit ?",
                row -> new Addressee(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
                now,
                beganBefore,
                MOST);
    }

    /** Takes a store's letter upon this server; false when another one has it. */
    boolean claim(String storeId, Instant now, Instant next) {
        return sql.update(
                        "update device_alert_rules set next_mail_at = ? where store_id = ?"
                                + " and (next_mail_at is null or next_mail_at <= ?)",
                        next,
                        storeId,
                        now)
                == 1;
    }

    List<AlertSummary> toMail(String storeId, Instant beganBefore) {
        return sql.query(
                ALERT + " where a.is_open and w.store_id = ? and a.mailed_at is null and not a.mail_given_up"
                        + " and a.began_at <= ? order by a.began_at limit ?",
                DeviceAlerts::alertOf,
                storeId,
                beganBefore,
                MOST);
    }

    void mailed(List<UUID> alerts, Instant now) {
        sql.batch(
                "update device_alert set mailed_at = ? where alert_id = ?",
                alerts.stream().map(id -> Sql.row(now, id)).toList());
    }

    void giveUp(List<UUID> alerts) {
        sql.batch(
                "update device_alert set mail_given_up = true where alert_id = ?",
                alerts.stream().map(id -> Sql.row(id)).toList());
    }

    void mailTrouble(String storeId, @Nullable String detail) {
        sql.update("update device_alert_rules set mail_trouble = ? where store_id = ?", detail, storeId);
    }

    int forgetClearedBefore(Instant moment, int most) {
        return sql.update("delete from device_alert where cleared_at < ? limit ?", moment, most);
    }

    private static AlertRules rulesIn(Row row) throws SQLException {
        return new AlertRules(row.textOrNull(1), row.number(2), row.number(3));
    }

    private static AlertSummary alertOf(Row row) throws SQLException {
        return new AlertSummary(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                AlertKind.valueOf(row.text(7)),
                row.instant(8),
                row.instantOrNull(9));
    }
}

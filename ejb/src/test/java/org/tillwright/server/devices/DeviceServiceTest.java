package org.tillwright.server.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;

class DeviceServiceTest {

    private final TestShop shop = new TestShop();
    private final DeviceService devices = shop.get(DeviceService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void whatARegisterTellsIsShownWithTheRegistersThatToldNothing() {
        report(TestShop.TILL, printer("WELL", null, false), condition("scanner", "UNUSED", null));
        List<RegisterDevices> shown = ofStore();
        assertThat(shown).extracting(RegisterDevices::workstationId).containsExactly("till-01", "till-02");
        assertThat(shown.get(0).version()).isEqualTo("0.1.0");
        assertThat(shown.get(0).devices()).extracting(DeviceSummary::kind).containsExactly("printer", "scanner");
        assertThat(shown.get(0).needsLook()).isFalse();
        assertThat(shown.get(1).heardAt()).isNull();
        assertThat(shown.get(1).devices()).isEmpty();
    }

    @Test
    void theSameAgainChangesNothingButWhenItWasHeard() {
        report(TestShop.TILL, printer("TROUBLE", "PAPER_OUT", false));
        Instant since = printerOf(TestShop.TILL).since();
        long change = newestChange();
        shop.clock.advance(Duration.ofMinutes(3));
        report(TestShop.TILL, printer("TROUBLE", "PAPER_OUT", false));
        assertThat(printerOf(TestShop.TILL).since()).isEqualTo(since);
        assertThat(newestChange()).isEqualTo(change);
        assertThat(ofStore().get(0).heardAt()).isEqualTo(micros(shop.clock.instant()));
    }

    @Test
    void aChangeIsKeptAndANewTroubleBeginsAnew() {
        report(TestShop.TILL, printer("TROUBLE", "PAPER_OUT", false));
        shop.clock.advance(Duration.ofMinutes(1));
        report(TestShop.TILL, printer("TROUBLE", "COVER_OPEN", false));
        shop.clock.advance(Duration.ofMinutes(1));
        report(TestShop.TILL, printer("WELL", null, true));
        assertThat(changes()).extracting(DeviceChange::trouble).containsExactly(null, "COVER_OPEN", "PAPER_OUT");
        assertThat(changes().get(0).paperLow()).isTrue();
        assertThat(printerOf(TestShop.TILL).since()).isEqualTo(micros(shop.clock.instant()));
    }

    @Test
    void theHistoryOfALivelyRegisterDoesNotGrowForEver() {
        for (int i = 0; i < DeviceStates.MOST_CHANGES + 20; i++) {
            shop.clock.advance(Duration.ofMinutes(1));
            report(TestShop.TILL, printer(i % 2 == 0 ? "WELL" : "TROUBLE", i % 2 == 0 ? null : "UNPLUGGED", false));
        }
        assertThat(shop.database.count("device_change", "workstation_id = 'till-01'"))
                .isEqualTo(DeviceStates.MOST_CHANGES);
    }

    @Test
    void aDeviceThatTheRegisterNoLongerHasIsGone() {
        report(TestShop.TILL, printer("WELL", null, false), condition("card", "TROUBLE", "NOT_ANSWERING"));
        report(TestShop.TILL, printer("WELL", null, false));
        assertThat(ofStore().get(0).devices()).extracting(DeviceSummary::kind).containsExactly("printer");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aRegisterWhoseClockIsWrongIsSeenWhenItWas() {
        Instant wrong = Instant.parse("2020-01-01T00:00:00Z");
        var seen = new DeviceCondition(
                "printer", "escpos+tcp", "WELL", wrong.minusSeconds(40), null, null, 0L, false, false, false);
        tell(TestShop.TILL, new DeviceReport(wrong, "0.1.0", 0L, List.of(seen)));
        assertThat(printerOf(TestShop.TILL).seenAt())
                .isEqualTo(micros(shop.clock.instant()).minusSeconds(40));
    }

    @Test
    void paperThatComesToAnEndIsToldOnceAndAgainWhenItDoesSoAnotherTime() {
        report(TestShop.TILL, printer("WELL", null, true));
        report(TestShop.TILL, printer("WELL", null, true));
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.what()).isEqualTo(AlertKind.PAPER_LOW);
            assertThat(alert.workstationName()).isEqualTo("Till 1");
        });
        report(TestShop.TILL, printer("WELL", null, false));
        assertThat(alerts()).isEmpty();
        shop.clock.advance(DeviceService.GOES_ON.plusMinutes(1));
        report(TestShop.TILL, printer("WELL", null, true));
        assertThat(alerts()).hasSize(1);
        assertThat(shop.database.count("device_alert", "what = 'PAPER_LOW'")).isEqualTo(2);
    }

    @Test
    void whatIsOverForAMomentOnlyGoesOn() {
        for (int i = 0; i < 10; i++) {
            shop.clock.advance(Duration.ofMinutes(1));
            report(TestShop.TILL, condition("card", "TROUBLE", "NOT_ANSWERING"));
            shop.clock.advance(Duration.ofMinutes(1));
            report(TestShop.TILL, condition("card", "WELL", null));
        }
        assertThat(shop.database.count("device_alert", "what = 'TERMINAL_UNREACHABLE'"))
                .isEqualTo(1);
    }

    @Test
    void aPrinterThatIsDownForLongIsToldAlthoughItsRegisterSaysNothingNew() {
        report(TestShop.TILL, printer("TROUBLE", "UNPLUGGED", false));
        lookAgain();
        assertThat(alerts()).isEmpty();
        shop.clock.advance(Duration.ofMinutes(AlertRules.USUAL.downMinutes()));
        lookAgain();
        assertThat(alerts()).extracting(AlertSummary::what).containsExactly(AlertKind.DOWN);
    }

    @Test
    void theStoresOwnLimitsCount() {
        change(new AlertRules(null, 60, 0));
        report(TestShop.TILL, printer("TROUBLE", "UNPLUGGED", false));
        shop.clock.advance(Duration.ofMinutes(30));
        lookAgain();
        assertThat(alerts()).isEmpty();
        tell(TestShop.TILL, new DeviceReport(shop.clock.instant(), "0.1.0", 1L, List.of()));
        assertThat(alerts()).extracting(AlertSummary::what).containsExactly(AlertKind.HOST_RESTARTS);
        assertThat(shop.database.count("audit_entry", "action = 'DEVICE_ALERTS_SET' and operator_id = 'anna'"))
                .isEqualTo(1);
    }

    @Test
    void aRegisterOutOfUseHasNoAlertsAndIsNotListed() {
        report(TestShop.TILL, printer("WELL", null, true));
        shop.database.tamper("insert into workstation_retired values ('till-01', now(6))");
        lookAgain();
        assertThat(alerts()).isEmpty();
        assertThat(ofStore()).extracting(RegisterDevices::workstationId).containsExactly("till-02");
    }

    @Test
    void aRegisterThatTellsWithoutEndIsToldToWait() {
        for (int i = 0; i < ReportLimit.MOST; i++) {
            report(TestShop.TILL, printer("WELL", null, false));
        }
        assertThatThrownBy(() -> report(TestShop.TILL, printer("WELL", null, false)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_LOOK_UPS));
        report("till-02", printer("WELL", null, false));
        shop.clock.advance(ReportLimit.SPAN.plusSeconds(1));
        report(TestShop.TILL, printer("WELL", null, false));
    }

    @Test
    void rulesThatMakeNoSenseAreRefusedWithEachReason() {
        assertThatThrownBy(() -> change(new AlertRules("nobody", 0, -1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                        .containsExactly(
                                AlertReason.MAIL_UNSOUND, AlertReason.MINUTES_UNSOUND, AlertReason.RESTARTS_UNSOUND));
    }

    private static DeviceCondition printer(String state, String trouble, boolean paperLow) {
        return new DeviceCondition("printer", "escpos+serial", state, null, trouble, null, 0L, paperLow, false, false);
    }

    private static DeviceCondition condition(String kind, String state, String trouble) {
        return new DeviceCondition(kind, "serial", state, null, trouble, null, 0L, false, false, false);
    }

    private void report(String workstationId, DeviceCondition... conditions) {
        tell(workstationId, new DeviceReport(shop.clock.instant(), "0.1.0", 0L, List.of(conditions)));
    }

    private void tell(String workstationId, DeviceReport report) {
        run(() -> devices.report(workstationId, report));
    }

    private void change(AlertRules rules) {
        run(() -> devices.changeRules(TestShop.STORE, rules, "anna"));
    }

    private void lookAgain() {
        shop.inTransaction(devices::toLookAt).forEach(id -> run(() -> devices.lookAgain(id)));
    }

    private List<RegisterDevices> ofStore() {
        return shop.inTransaction(() -> devices.of(TestShop.STORE));
    }

    private DeviceSummary printerOf(String workstationId) {
        return ofStore().stream()
                .filter(register -> register.workstationId().equals(workstationId))
                .flatMap(register -> register.devices().stream())
                .filter(device -> device.kind().equals("printer"))
                .findFirst()
                .orElseThrow();
    }

    private List<DeviceChange> changes() {
        return shop.inTransaction(() -> devices.changes(TestShop.TILL));
    }

    private List<AlertSummary> alerts() {
        return shop.inTransaction(() -> devices.alerts(TestShop.STORE));
    }

    private long newestChange() {
        return shop.inTransaction(devices::newestChange);
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private void run(Runnable work) {
        shop.inTransaction(() -> {
            work.run();
            return true;
        });
    }
}

package org.tillwright.register.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceHealth;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.StationHealth;
import org.tillwright.register.device.StationState;
import org.tillwright.register.testing.TestClock;
import org.tillwright.wire.device.DeviceCondition;
import org.tillwright.wire.device.DeviceReport;
import org.tillwright.wire.json.WireJson;

class DeviceReporterTest {

    private final TestClock clock = new TestClock();
    private final DeviceHealth health = new DeviceHealth(clock, failure -> {});
    private final List<DeviceReport> told = new ArrayList<>();
    private boolean serverTakes = true;
    private final StationHealth stations = new StationHealth(clock);
    private final DeviceReporter reporter = new DeviceReporter(
            health,
            stations,
            report -> {
                told.add(report);
                return serverTakes;
            },
            clock,
            "0.1.0");

    DeviceReporterTest() {
        health.has(DeviceUris.NONE
                .with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5")
                .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:10.0.0.9?password=123456"));
    }

    @Test
    void everythingIsToldEachTimeAndNoPlaceOrPassword() {
        health.worked(DeviceKind.PRINTER);
        health.troubled(new DeviceException(DeviceKind.CARD_TERMINAL, Trouble.NOT_ANSWERING));
        health.hostRestarted();
        assertThat(reporter.turnAndRest()).isEqualTo(DeviceReporter.EVERY);
        DeviceReport report = told.get(0);
        assertThat(report.hostRestartsLastHour()).isEqualTo(1);
        assertThat(report.devices()).extracting(DeviceCondition::kind).containsExactly("printer", "card");
        assertThat(report.devices()).extracting(DeviceCondition::state).containsExactly("WELL", "TROUBLE");
        assertThat(report.devices().get(1).trouble()).isEqualTo("NOT_ANSWERING");
        String json = new String(WireJson.print(report), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("123456", "10.0.0");
    }

    @Test
    void printersInTheKitchenAreToldBesideTheCountersAndNeverMistakenForThem() {
        int[] changes = {0};
        stations.has(DeviceUris.NONE
                .withStation("printer", "escpos+tcp:10.0.0.21:9100")
                .withStation("bar", "escpos+serial:/dev/ttyUSB4"));
        stations.onChange(() -> changes[0]++);
        stations.did("bar", StationState.WELL);
        for (int i = 0; i < 3; i++) {
            stations.did("printer", StationState.troubled(Trouble.PAPER_OUT));
            clock.pass(Duration.ofSeconds(3));
        }
        stations.did("cellar", StationState.WELL);
        assertThat(changes[0]).as("working for the first time, and no paper").isEqualTo(2);
        reporter.turnAndRest();
        List<DeviceCondition> devices = told.get(0).devices();
        assertThat(devices)
                .extracting(DeviceCondition::kind)
                .containsExactly("printer", "card", "at.bar", "at.printer");
        assertThat(devices.get(2).state()).isEqualTo("WELL");
        assertThat(devices.get(3).trouble()).isEqualTo("PAPER_OUT");
        assertThat(devices.get(3).errors()).isEqualTo(1);
        assertThat(devices.get(3).troubleSince()).isEqualTo(clock.instant().minusSeconds(9));
    }

    @Test
    void aLivelyCounterIsToldInItsTime() {
        reporter.turnAndRest();
        clock.pass(Duration.ofSeconds(5));
        assertThat(reporter.turnAndRest()).isEqualTo(DeviceReporter.AT_MOST_EVERY.minusSeconds(5));
        assertThat(told).hasSize(1);
        clock.pass(Duration.ofSeconds(15));
        assertThat(reporter.turnAndRest()).isEqualTo(DeviceReporter.EVERY);
        assertThat(told).hasSize(2);
    }

    @Test
    void aServerThatDoesNotTakeItIsToldAgainAfterAWhile() {
        serverTakes = false;
        assertThat(reporter.turnAndRest()).isEqualTo(DeviceReporter.AFTER_A_FAILURE);
        clock.pass(Duration.ofSeconds(30));
        assertThat(reporter.turnAndRest()).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        serverTakes = true;
        assertThat(reporter.turnAndRest()).isEqualTo(DeviceReporter.EVERY);
        assertThat(told).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceTheRegister() {
        reporter.turnAndRest();
        clock.pass(Duration.ofHours(-2));
        reporter.turnAndRest();
        assertThat(told).hasSize(2);
    }

    @Test
    void theLargestReportFits() {
        List<DeviceCondition> devices = new ArrayList<>();
        Instant now = Instant.parse("2026-11-23T08:00:00.123456789Z");
        for (int i = 0; i < DeviceReport.MAX_DEVICES; i++) {
            devices.add(new DeviceCondition(
                    "x".repeat(24),
                    "y".repeat(40),
                    "UNUSED",
                    now,
                    "z".repeat(24),
                    now,
                    Long.MAX_VALUE,
                    false,
                    false,
                    false));
        }
        assertThat(WireJson.print(new DeviceReport(now, "v".repeat(40), Long.MAX_VALUE, devices)).length)
                .isLessThan(DeviceReport.MAX_BYTES);
    }
}

package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceHealth.Condition;
import org.tillwright.register.testing.TestClock;

class DeviceHealthTest {

    private static final DeviceUris COUNTER = DeviceUris.NONE
            .with(DeviceKind.PRINTER, "escpos+serial:/dev/ttyS0")
            .with(DeviceKind.CARD_TERMINAL, "zvt+tcp:10.0.0.9?password=123456");

    private final TestClock clock = new TestClock();
    private final List<String> heard = new ArrayList<>();
    private final DeviceHealth health = new DeviceHealth(clock, failure -> heard.add(failure.textKey()));
    private int changes;

    DeviceHealthTest() {
        health.has(COUNTER);
        health.onChange(() -> changes++);
    }

    @Test
    void whatNobodyUsedIsUnusedAndItsPlaceIsNotTold() {
        assertThat(health.conditions()).allMatch(Condition::isUnused);
        assertThat(health.conditions()).extracting(Condition::protocol).containsExactly("escpos+serial", "zvt+tcp");
        assertThat(health.conditions().toString()).doesNotContain("123456");
    }

    @Test
    void whatFollowsAnAddressWithoutAPlaceIsNotToldEither() {
        health.has(DeviceUris.NONE.with(DeviceKind.BADGE_READER, "keyboard?uid=hex&prefix=:AB"));
        assertThat(health.conditions()).extracting(Condition::protocol).containsExactly("keyboard");
    }

    @Test
    void aTroubleLastsUntilTheDeviceWorksAndCountsOnceHoweverOftenItIsLookedFor() {
        health.troubled(new DeviceException(DeviceKind.PRINTER, Trouble.PAPER_OUT));
        Instant began = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        health.troubled(new DeviceException(DeviceKind.PRINTER, Trouble.PAPER_OUT));
        assertThat(printer().trouble()).isEqualTo(Trouble.PAPER_OUT);
        assertThat(printer().troubleSince()).isEqualTo(began);
        assertThat(printer().errors()).isEqualTo(1);
        assertThat(changes).isEqualTo(1);
        health.worked(DeviceKind.PRINTER);
        assertThat(printer().trouble()).isNull();
        assertThat(printer().seenAt()).isEqualTo(clock.instant());
        assertThat(printer().errors()).isEqualTo(1);
        assertThat(changes).isEqualTo(2);
        health.troubled(new DeviceException(DeviceKind.PRINTER, Trouble.PAPER_OUT));
        assertThat(printer().errors()).isEqualTo(2);
    }

    @Test
    void workingAgainAndAgainIsNoNews() {
        health.worked(DeviceKind.PRINTER);
        health.worked(DeviceKind.PRINTER);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aPrinterThatSaysItsCoverIsOpenIsInTroubleBeforeAReceipt() {
        health.printerSays(DeviceKind.PRINTER, new PrinterHealth(true, false, true, false, false));
        assertThat(printer().trouble()).isEqualTo(Trouble.COVER_OPEN);
        assertThat(printer().paperLow()).isTrue();
        health.printerSays(DeviceKind.PRINTER, PrinterHealth.WELL);
        assertThat(printer().trouble()).isNull();
        assertThat(printer().coverOpen()).isFalse();
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void aPrinterWithAJammedKnifeDoesNotWorkThoughItAnswers() {
        health.printerSays(DeviceKind.PRINTER, new PrinterHealth(false, false, false, true, false));
        health.troubled(new DeviceException(DeviceKind.PRINTER, Trouble.FAULTY)); // the look that found it ends so
        assertThat(printer().trouble()).isEqualTo(Trouble.FAULTY);
        assertThat(printer().errors()).isEqualTo(1);
        assertThat(changes).isEqualTo(1);
        health.printerSays(DeviceKind.PRINTER, PrinterHealth.WELL);
        assertThat(printer().trouble()).isNull();
    }

    @Test
    void aRegisterThatEndsIsNoTrouble() {
        health.troubled(new DeviceException(DeviceKind.PRINTER, Trouble.CLOSED));
        assertThat(printer().isUnused()).isTrue();
    }

    @Test
    void restartsAreCountedForAnHour() {
        health.hostRestarted();
        clock.pass(Duration.ofMinutes(40));
        health.hostRestarted();
        assertThat(health.restarts()).isEqualTo(2);
        clock.pass(Duration.ofMinutes(21));
        assertThat(health.restarts()).isEqualTo(1);
    }

    @Test
    void otherSettingsForgetWhatIsGoneAndKeepWhatStays() {
        health.worked(DeviceKind.PRINTER);
        health.has(DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+serial:/dev/ttyS1"));
        assertThat(health.conditions()).singleElement().satisfies(only -> assertThat(only.seenAt())
                .isEqualTo(clock.instant()));
        health.has(DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+tcp:10.0.0.5"));
        assertThat(printer().isUnused()).isTrue();
        health.troubled(new DeviceException(DeviceKind.CARD_TERMINAL, Trouble.UNPLUGGED));
        assertThat(health.conditions()).hasSize(1);
    }

    @Test
    void theNextListenerHearsEverythingToo() {
        health.failed(new DeviceException(DeviceKind.PRINTER, Trouble.PAPER_OUT));
        assertThat(heard).containsExactly("device.printer.paper-out");
    }

    private Condition printer() {
        return health.conditions().get(0);
    }
}

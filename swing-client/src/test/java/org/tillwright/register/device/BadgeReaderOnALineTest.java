package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tillwright.simulator.ScannerSimulator;

/** A badge reader at the end of a TCP line, as {@code ./pos simulate badge} puts one there. */
class BadgeReaderOnALineTest {

    private final BlockingQueue<String> badges = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();

    @Test
    void badgesComeAsTheyAreWithoutTheMarksOfASwipedCard() throws Exception {
        try (ScannerSimulator reader = ScannerSimulator.open("tcp:0", null);
                Devices devices = Devices.open(uris("tcp:127.0.0.1:" + reader.tcpPort()), failures::add)) {
            devices.listenToBadgeReader(badges::add);
            awaitConnection(reader);
            reader.scan("%TWB123?");
            assertThat(badges.poll(10, TimeUnit.SECONDS)).isEqualTo("TWB123");
            reader.send(";0042?\r\n+7?\r");
            assertThat(badges.poll(10, TimeUnit.SECONDS)).isEqualTo("0042");
            assertThat(badges.poll(10, TimeUnit.SECONDS)).isEqualTo("7");
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aReaderThatIsNotThereIsToldOnceByItsName() throws Exception {
        try (Devices devices = Devices.open(uris("serial:/dev/no-such-badge-reader"), failures::add)) {
            devices.listenToBadgeReader(badges::add);
            DeviceException told = failures.poll(10, TimeUnit.SECONDS);
            assertThat(told).isNotNull();
            assertThat(told.textKey()).isEqualTo("device.badge.absent");
        }
        assertThat(Devices.faultsOf(uris("zvt+tcp:10.0.0.1:1")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("badge"));
    }

    /** The reader has nobody to send to until the register has found it. */
    private void awaitConnection(ScannerSimulator reader) throws InterruptedException {
        String seen = null;
        for (int i = 0; i < 100 && seen == null; i++) {
            try {
                reader.scan("HELLO");
            } catch (IOException e) {
                // the register is not there yet
            }
            seen = badges.poll(100, TimeUnit.MILLISECONDS);
        }
        assertThat(seen).isEqualTo("HELLO");
        badges.clear();
    }

    private static DeviceUris uris(String badge) {
        return DeviceUris.NONE.with(DeviceKind.BADGE_READER, badge);
    }
}

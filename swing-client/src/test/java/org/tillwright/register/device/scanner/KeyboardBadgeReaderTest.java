package org.tillwright.register.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.TypedBadges;

/** Readers of radio cards that type, as their settings have them. */
class KeyboardBadgeReaderTest {

    private final BlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyboard                                        | 0006543210   | TWU0063D76A",
                "keyboard?uid=decimal                            | 006543210    |",
                "keyboard?uid=decimal                            | 0006543210A  |",
                "keyboard?uid=decimal&length=12                  | 000006543210 | TWU0063D76A",
                "keyboard?uid=hex                                | 04a2b3c4     | TWU04A2B3C4",
                "keyboard?uid=hex&uid-order=reversed             | 04A2B3C4     | TWUC4B3A204",
                "keyboard?uid=hex&length=14                      | 04A2B3C4D5E6F7 | TWU04A2B3C4D5E6F7",
                "keyboard?uid=hex                                | 00000000     |",
                "keyboard?uid=wiegand                            | 099,55146    | TWU63D76A",
                "keyboard?uid=wiegand                            | 299,55146    |",
                "keyboard?uid=hex&prefix=;&suffix=%3F            | ;04A2B3C4?   | TWU04A2B3C4",
                "keyboard?uid=hex&prefix=;&suffix=%3F            | 04A2B3C4?    |",
                "keyboard?uid=hex&prefix=;                       | ;0102030405  | TWU0102030405",
                "keyboard?uid=hex&prefix=;&length=8              | ;0102030405  |",
                "keyboard?uid=decimal&prefix=ID                  | ID           |"
            })
    void aNumberInItsFormIsABadgeAndNothingElseIs(String address, String typed, String badge) {
        try (Devices devices = open(address)) {
            assertThat(devices.typedBadges()
                            .flatMap(reader -> reader.read(typed))
                            .orElse(null))
                    .isEqualTo(badge);
        }
    }

    @Test
    void whatMayBeAPartOfANumberIsKnownForOne() {
        try (Devices devices = open("keyboard?uid=decimal&prefix=;")) {
            TypedBadges reader = devices.typedBadges().orElseThrow();
            assertThat(Stream.of("0006", ";0006", "00065432100006543210", ";x")).allMatch(reader::mayHold);
            assertThat(Stream.of("SHELF-A17", "06A", "")).noneMatch(reader::mayHold);
        }
    }

    @Test
    void aBadgeGoesTheWayOfEveryReadersBadges() throws Exception {
        BlockingQueue<String> badges = new LinkedBlockingQueue<>();
        try (Devices devices = open("keyboard?uid=hex")) {
            TypedBadges reader = devices.typedBadges().orElseThrow();
            reader.shown("TWU04A2B3C4"); // nobody listens yet
            devices.listenToBadgeReader(badges::add);
            String heard = null;
            for (int i = 0; i < 600 && heard == null; i++) {
                reader.shown("TWU0102030405");
                heard = badges.poll(100, TimeUnit.MILLISECONDS);
            }
            assertThat(heard).isEqualTo("TWU0102030405");
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyboard:/dev/ttyS0       | is no reader that types; it has no place, so write badge = keyboard?uid=decimal",
                "keyboard?uid=off          | has uid=off; use decimal or hex or wiegand",
                "keyboard?prefix=%02       | has a prefix of signs that no key types; use letters, figures and signs such as %3B",
                "keyboard?baud=9600        | has the option baud, which is not known for this device"
            })
    void aFaultIsSaid(String address, String sentence) {
        assertThat(Devices.faultsOf(uris(address))).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("badge");
            assertThat(fault.message()).isEqualTo(sentence);
        });
    }

    private Devices open(String address) {
        return Devices.open(uris(address), failures::add);
    }

    private static DeviceUris uris(String address) {
        return DeviceUris.NONE.with(DeviceKind.BADGE_READER, address);
    }
}

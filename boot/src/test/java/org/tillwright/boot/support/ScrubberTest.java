package org.tillwright.boot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private final Scrubber scrubber = new Scrubber(List.of("s3cr3t-$1(x"), List.of("Planted Person", "Al"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer planted.token-1",
                "token eyJplanted.eyJplanted.planted-sig",
                "jdbc:mariadb://db/shop?password=planted&x=1",
                "{\"password\":\"planted\"}",
                "mail to planted@shop.example now",
                "signed on: PLANTED PERSON",
                "it is s3cr3t-$1(x here",
            })
    void whatIsPlantedIsGone(String text) {
        assertThat(scrubber.scrub(text)).doesNotContainIgnoringCase("planted").doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIN of operator 1: 481516", "pin=481516", "code ABCDE-FGHJK", "card 4111 1111 1111 1111"})
    void numbersThatLetSomebodyInAreGone(String text) {
        assertThat(scrubber.scrub(text))
                .doesNotContain("481516")
                .doesNotContain("ABCDE")
                .doesNotContain("1111");
    }

    @Test
    void whatHelpsStays() {
        String line = "2026-03-02T10:15:30.123 SEVERE [reference=7F3K-9QXA workstation=till-01] Already Also broken";
        assertThat(scrubber.scrub(line)).isEqualTo(line);
    }
}

package org.tillwright.boot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private final Scrubber scrubber = new Scrubber(List.of("s3cr3t-$1(x"), List.of("Planted Person", "Al"));

    @Test
    void aRandomTokenIsGoneWithoutAnyWordBeforeIt() {
        assertThat(scrubber.scrub("got q7Vd0Zk3_xT9uYb2LwPe8Rm1NcHs5Fj4AgKi6Bo-DtE now"))
                .isEqualTo("got [token] now");
    }

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
    @ValueSource(
            strings = {
                "PIN of operator 1: 481516",
                "pin=481516",
                "code ABCDE-FGHJK",
                "code AB0DE-T1Q69",
                "password 6wt9-puds-scnd-arek",
                "card 4111 1111 1111 1111"
            })
    void numbersThatLetSomebodyInAreGone(String text) {
        assertThat(scrubber.scrub(text))
                .doesNotContain("481516")
                .doesNotContain("ABCDE")
                .doesNotContain("T1Q69")
                .doesNotContain("puds")
                .doesNotContain("1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:15:30.123 SEVERE [reference=7F3K-9QXA workstation=till-01] Already Also broken",
                "\tat org.tillwright.server.platform.__EJB31_Generated__DatabaseWatch__Intf____Bean__.look(Unknown Source)",
                "connection_pool_H2Pool_freeConnection_count{mp_scope=\"vendor\"} 0.0",
                "0191a6f0-5a3c-7c11-9a55-0242ac120002 by PlantedPersonManager",
            })
    void whatHelpsStays(String line) {
        assertThat(scrubber.scrub(line)).isEqualTo(line);
    }
}

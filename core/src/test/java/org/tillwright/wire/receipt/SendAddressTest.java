package org.tillwright.wire.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendAddressTest {

    @Test
    void peopleKeyNumbersInManyWays() {
        assertThat(SendAddress.phone(" +45 12 34 56 78 ")).hasValue("+4512345678");
        assertThat(SendAddress.phone("0045 12-34-56-78")).hasValue("+4512345678");
        assertThat(SendAddress.phone("+380 (50) 123 45 67")).hasValue("+380501234567");
        assertThat(SendAddress.email(" maja.holm+shop@mail.example.org ")).hasValue("maja.holm+shop@mail.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "+0 12345678", "+45 12 34 abc", "+451", "+4512345678901234", ""})
    void whatIsNoNumberIsNone(String keyed) {
        assertThat(SendAddress.phone(keyed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maja",
                "maja@example",
                "@example.org",
                "a b@example.org",
                "a@b.org,c@d.org",
                "a@b.o\nBcc: x@y.org",
                ""
            })
    void whatIsNoAddressIsNone(String keyed) {
        assertThat(SendAddress.email(keyed)).isEmpty();
    }
}

package org.tillwright.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void aDefaultIsUsableAndEverySettingSaysWhatItDoes(Setting setting) {
        assertThat(setting.standard().isEmpty()
                        || setting.fault(setting.standard()).isEmpty())
                .isTrue();
        assertThat(setting.about()).endsWith(".");
        assertThat(setting.readers()).isNotEmpty();
        assertThat(setting.key()).startsWith("tillwright.").doesNotContain("_");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "HTTP_PORT, 65536",
        "HTTP_PORT, -1",
        "HTTP_PORT, 8480 ",
        "HTTP_ADDRESS, localhost",
        "HTTP_ADDRESS, 256.1.1.1",
        "PROXY, 10.0.0.0/8",
        "PROXY, proxy.example",
        "DB_URL, jdbc:mysql://h/d",
        "DB_URL, jdbc:mariadb://h",
        "STORE_COUNTRY, dk",
        "CURRENCY, EURO",
        "LANGUAGE, de",
        "TIME_ZONE, Mars",
        "STORE_WORKSTATIONS, 0",
        "TAX_RATES, STANDARD:19",
        "DEMO, yes",
        "TUNING, fast",
        "PLAIN_HTTP, true",
        "LOG_FORMAT, xml"
    })
    void whatCannotBeUsedIsToldWithWhatCan(Setting setting, String text) {
        String spaced = text.equals("8480") ? "8480 x" : text;
        assertThat(setting.fault(spaced)).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith(setting.variable() + " is " + spaced + "; set ")
                .endsWith("."));
    }

    @Test
    void anAddressOfSixteenBytesIsOneToo() {
        assertThat(Setting.HTTP_ADDRESS.fault("::1")).isEmpty();
        assertThat(Setting.PROXY.fault("10.0.0.7, ::1")).isEmpty();
    }

    @Test
    void aSecretIsNotRepeatedEvenWhenItIsWrong() {
        assertThat(Setting.DB_PASSWORD.fault("x".repeat(2_000)))
                .hasValueSatisfying(sentence -> assertThat(sentence).doesNotContain("xxx"));
    }

    @Test
    void everyFaultIsToldOnceAndTheDefaultsCountMeanwhile() {
        Map<Setting, String> set = Map.of(Setting.HTTP_PORT, "http", Setting.DEMO, "yes", Setting.TUNING, " ");
        var values = new SettingValues(set::get);
        assertThat(values.number(Setting.HTTP_PORT)).isEqualTo(8480);
        assertThat(values.number(Setting.HTTP_PORT)).isEqualTo(8480);
        assertThat(values.truth(Setting.DEMO)).isFalse();
        assertThat(values.text(Setting.TUNING)).isEqualTo("start");
        assertThat(values.faults())
                .containsExactly(
                        "TILLWRIGHT_HTTP_PORT is http; set a whole number from 0 to 65535.",
                        "TILLWRIGHT_DEMO is yes; set true or false.");
    }
}

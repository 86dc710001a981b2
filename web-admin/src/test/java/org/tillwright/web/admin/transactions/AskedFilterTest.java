package org.tillwright.web.admin.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.MoneyFormat;

class AskedFilterTest {

    @Test
    void anAmountIsReadAsTheLanguageWritesIt() {
        assertThat(filter("12,50").of("s").leastMinor()).isEqualTo(1_250);
        assertThat(filter("\u22121.000").of("s").leastMinor()).isEqualTo(-100_000);
    }

    /** Written out it has a hundred million digits, and the server would count them. */
    @Test
    @Timeout(5)
    void anAmountWithAnExponentIsNone() {
        for (String text : new String[] {"1e99999999", "1E9", "0x1p3", "12,345", "+1", "9999999999999999"}) {
            AskedFilter filter = filter(text);
            assertThat(filter.of("s").leastMinor()).as(text).isNull();
            assertThat(filter.unread()).as(text).containsKey(AskedFilter.LEAST);
        }
    }

    private static AskedFilter filter(String least) {
        return new AskedFilter(
                new Asked("/p", Map.of(AskedFilter.LEAST, least)), new MoneyFormat(',', '.'), Currency.of("EUR"));
    }
}

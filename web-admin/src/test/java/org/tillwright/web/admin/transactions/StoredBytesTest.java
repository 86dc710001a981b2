package org.tillwright.web.admin.transactions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredBytesTest {

    @Test
    void aLittleIsShownWhole() {
        StoredBytes stored = new StoredBytes("{\"kind\":\"SALE\"} æ".getBytes(UTF_8));
        assertThat(stored.isCut()).isFalse();
        assertThat(stored.getText()).isEqualTo("{\"kind\":\"SALE\"} æ");
        assertThat(stored.getHex()).startsWith("000000  7b 22 6b 69").contains("\n000010  c3 a6\n");
    }

    @Test
    void ofMuchTheBeginningIsShownAndThatIsSaid() {
        StoredBytes stored = new StoredBytes(new byte[100_000]);
        assertThat(stored.isCut()).isTrue();
        assertThat(stored.getText()).hasSize(stored.getShownLength());
        assertThat(stored.getShownLength()).isEqualTo(8192);
    }

    @Test
    void nothingIsNothing() {
        assertThat(new StoredBytes(new byte[0]).getHex()).isEmpty();
    }
}

package org.tillwright.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalletFaultsTest {

    @Test
    void nothingSetIsNothingWrongAndNeitherIsAWholeGateway() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of(
                        Setting.WALLET_URL, "https://pay.example/v1",
                        Setting.WALLET_KEY_FILE, "/etc/tillwright/wallet-key",
                        Setting.WALLET_SECRET, "hush")))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingOrTooMuchIsToldAtOnceAndNoSecretWithIt() {
        assertThat(faults(Map.of(
                        Setting.WALLET_URL, "https://pay.example",
                        Setting.WALLET_KEY, "the-key",
                        Setting.WALLET_KEY_FILE, "/etc/key")))
                .containsExactlyInAnyOrder(
                        "Set TILLWRIGHT_WALLET_KEY or TILLWRIGHT_WALLET_KEY_FILE, not both.",
                        "TILLWRIGHT_WALLET_URL needs TILLWRIGHT_WALLET_SECRET_FILE or TILLWRIGHT_WALLET_SECRET;"
                                + " the gateway's provider gives it out.");
        assertThat(faults(Map.of(Setting.WALLET_SECRET, "hush")))
                .singleElement()
                .asString()
                .contains("counts only with TILLWRIGHT_WALLET_URL")
                .doesNotContain("hush");
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThat(faults(Map.of(
                        Setting.WALLET_URL, "http://pay.example",
                        Setting.WALLET_KEY, "k",
                        Setting.WALLET_SECRET, "s")))
                .singleElement()
                .asString()
                .contains("set https://");
        assertThat(faults(Map.of(
                        Setting.WALLET_URL, "http://127.0.0.1:7070",
                        Setting.WALLET_KEY, "k",
                        Setting.WALLET_SECRET, "s")))
                .isEmpty();
    }

    private static List<String> faults(Map<Setting, String> set) {
        SettingValues values = new SettingValues(set::get);
        WalletFaults.tell(values);
        return values.faults();
    }
}

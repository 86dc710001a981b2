package org.tillwright.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagingFaultsTest {

    @Test
    void nothingSetIsNothingWrong() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void wholeSettingsOfEachWayAreTaken() {
        assertThat(faults(Map.of(
                        Setting.SMTP_URL, "smtp://mail.example:587",
                        Setting.SMTP_USER, "shop",
                        Setting.SMTP_PASSWORD_FILE, "/etc/tillwright/smtp",
                        Setting.MAIL_FROM, "receipts@shop.example",
                        Setting.SMS_URL, "smpp://sms.example:2775",
                        Setting.SMS_USER, "shop",
                        Setting.SMS_PASSWORD, "secret",
                        Setting.SMS_FROM, "CornerShop")))
                .isEmpty();
        assertThat(faults(Map.of(Setting.SMS_URL, "https://sms.example/send", Setting.SMS_FROM, "+4512345678")))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(faults(Map.of(
                        Setting.SMTP_URL, "mail.example",
                        Setting.SMTP_USER, "shop",
                        Setting.SMS_URL, "smpp://sms.example",
                        Setting.SMS_PASSWORD, "secret",
                        Setting.SMS_PASSWORD_FILE, "/etc/sms")))
                .anySatisfy(fault -> assertThat(fault).startsWith("TILLWRIGHT_SMTP_URL is mail.example; set smtp://"))
                .anySatisfy(fault -> assertThat(fault).startsWith("TILLWRIGHT_SMTP_USER needs a password"))
                .anySatisfy(fault -> assertThat(fault).startsWith("TILLWRIGHT_SMS_URL needs TILLWRIGHT_SMS_FROM"))
                .anySatisfy(fault -> assertThat(fault).contains("TILLWRIGHT_SMS_PASSWORD_FILE, not both"))
                .anySatisfy(fault -> assertThat(fault).contains("which needs TILLWRIGHT_SMS_USER"));
    }

    @Test
    void aSenderWithoutAServerIsTold() {
        assertThat(faults(Map.of(Setting.MAIL_FROM, "receipts@shop.example")))
                .containsExactly("TILLWRIGHT_MAIL_FROM counts only with TILLWRIGHT_SMTP_URL; set both, or neither.");
    }

    @Test
    void aTokenIsNotSentInTheClear() {
        assertThat(faults(Map.of(Setting.SMS_URL, "http://sms.example/send", Setting.SMS_FROM, "Shop")))
                .hasSize(1)
                .first()
                .asString()
                .contains("https://");
    }

    private static List<String> faults(Map<Setting, String> set) {
        var values = new SettingValues(set::get);
        MessagingFaults.tell(values);
        return values.faults();
    }
}

package org.tillwright.core.settings;

import java.util.List;

/** What must be set together so that receipts can be sent. Starter and server ask the same. */
public final class MessagingFaults {

    private static final List<Setting> OF_MAIL =
            List.of(Setting.SMTP_USER, Setting.SMTP_PASSWORD, Setting.SMTP_PASSWORD_FILE, Setting.MAIL_FROM);
    private static final List<Setting> OF_SMS =
            List.of(Setting.SMS_USER, Setting.SMS_PASSWORD, Setting.SMS_PASSWORD_FILE, Setting.SMS_FROM);

    private MessagingFaults() {}

    /** Adds a sentence for everything that is missing or too much. */
    public static void tell(SettingValues values) {
        together(values, Setting.SMTP_URL, OF_MAIL, Setting.MAIL_FROM);
        together(values, Setting.SMS_URL, OF_SMS, Setting.SMS_FROM);
        onePassword(values, Setting.SMTP_USER, Setting.SMTP_PASSWORD, Setting.SMTP_PASSWORD_FILE);
        notBoth(values, Setting.SMS_PASSWORD, Setting.SMS_PASSWORD_FILE);
        boolean isSmpp = values.set(Setting.SMS_URL)
                .filter(url -> url.startsWith("smpp"))
                .isPresent();
        if (isSmpp) {
            onePassword(values, Setting.SMS_USER, Setting.SMS_PASSWORD, Setting.SMS_PASSWORD_FILE);
            if (values.isAbsent(Setting.SMS_USER)) {
                values.fault(Setting.SMS_URL.variable() + " names an SMPP server, which needs "
                        + Setting.SMS_USER.variable() + "; set the system id that it knows you by.");
            }
        }
    }

    private static void together(SettingValues values, Setting url, List<Setting> others, Setting sender) {
        for (Setting other : others) {
            values.set(other); // for its fault
            if (values.isAbsent(url) && !values.isAbsent(other)) {
                values.fault(other.variable() + " counts only with " + url.variable() + "; set both, or neither.");
            }
        }
        if (values.set(url).isPresent() && values.isAbsent(sender)) {
            values.fault(url.variable() + " needs " + sender.variable() + "; set " + sender.wanted() + ".");
        }
    }

    private static void onePassword(SettingValues values, Setting user, Setting password, Setting file) {
        notBoth(values, password, file);
        boolean hasPassword = !values.isAbsent(password) || !values.isAbsent(file);
        if (!values.isAbsent(user) && !hasPassword) {
            values.fault(
                    user.variable() + " needs a password; set " + password.variable() + " or " + file.variable() + ".");
        } else if (values.isAbsent(user) && hasPassword) {
            values.fault("A password without " + user.variable() + " opens nothing; set both, or neither.");
        }
    }

    private static void notBoth(SettingValues values, Setting password, Setting file) {
        if (!values.isAbsent(password) && !values.isAbsent(file)) {
            values.fault("Set " + password.variable() + " or " + file.variable() + ", not both.");
        }
    }
}

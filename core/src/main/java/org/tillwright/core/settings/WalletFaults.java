package org.tillwright.core.settings;

import java.util.List;

/** What must be set together so that phones can pay. Starter and server ask the same. */
public final class WalletFaults {

    private static final List<Setting> OTHERS =
            List.of(Setting.WALLET_KEY, Setting.WALLET_KEY_FILE, Setting.WALLET_SECRET, Setting.WALLET_SECRET_FILE);

    private WalletFaults() {}

    /** Adds a sentence for everything that is missing or too much. */
    public static void tell(SettingValues values) {
        for (Setting other : OTHERS) {
            values.set(other); // for its fault
            if (values.isAbsent(Setting.WALLET_URL) && !values.isAbsent(other)) {
                values.fault(other.variable() + " counts only with " + Setting.WALLET_URL.variable()
                        + "; set both, or neither.");
            }
        }
        one(values, Setting.WALLET_KEY, Setting.WALLET_KEY_FILE);
        one(values, Setting.WALLET_SECRET, Setting.WALLET_SECRET_FILE);
    }

    private static void one(SettingValues values, Setting secret, Setting file) {
        boolean hasFile = !values.isAbsent(file);
        if (!values.isAbsent(secret) && hasFile) {
            values.fault("Set " + secret.variable() + " or " + file.variable() + ", not both.");
        } else if (values.set(Setting.WALLET_URL).isPresent() && values.isAbsent(secret) && !hasFile) {
            values.fault(Setting.WALLET_URL.variable() + " needs " + file.variable() + " or " + secret.variable()
                    + "; the gateway's provider gives it out.");
        }
    }
}

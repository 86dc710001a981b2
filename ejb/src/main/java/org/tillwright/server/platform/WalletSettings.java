package org.tillwright.server.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;
import org.tillwright.core.settings.WalletFaults;

/**
 * The gateway that phones pay through, and what the two sides know of each other.
 *
 * @param gateway without a slash at its end
 * @param key that the gateway knows the shop by
 * @param secrets that the gateway may sign with: the one in use, and the one before it while they are changed over
 */
public record WalletSettings(URI gateway, String key, List<String> secrets) {

    private static final int MOST_SECRETS = 2;

    public WalletSettings {
        secrets = List.copyOf(secrets);
    }

    static Optional<WalletSettings> read(SettingValues values) {
        WalletFaults.tell(values);
        List<String> key = secrets(values, Setting.WALLET_KEY, Setting.WALLET_KEY_FILE);
        List<String> secrets = secrets(values, Setting.WALLET_SECRET, Setting.WALLET_SECRET_FILE);
        return key.isEmpty() || secrets.isEmpty()
                ? Optional.empty()
                : values.set(Setting.WALLET_URL)
                        .map(url -> new WalletSettings(URI.create(url.replaceAll("/+$", "")), key.get(0), secrets));
    }

    /** A file can be readable for the server's account alone; a variable is seen by whoever may look at the process. */
    private static List<String> secrets(SettingValues values, Setting secret, Setting file) {
        Optional<String> named = values.set(file);
        if (named.isEmpty()) {
            return values.set(secret).stream().toList();
        }
        try (Stream<String> lines = Files.lines(Path.of(named.get()))) {
            List<String> found = lines.limit(MOST_SECRETS)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (found.isEmpty()) {
                values.fault(file.variable() + " names " + named.get()
                        + ", whose first lines are empty; write what the gateway's provider gave out there.");
            }
            return found;
        } catch (IOException e) {
            values.fault(file.variable() + " names " + named.get() + ", which cannot be read.");
            return List.of();
        }
    }

    /** Without key and secrets: this may end in a log. */
    @Override
    public String toString() {
        return gateway.toString();
    }
}

package org.tillwright.server.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.settings.MessagingFaults;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;

/**
 * How the server sends what people asked for.
 *
 * @param mail empty where no mail server is set
 * @param sms empty where no gateway is set
 */
public record MessagingSettings(Optional<Way> mail, Optional<Way> sms) {

    /** Nothing is sent. */
    public static final MessagingSettings NONE = new MessagingSettings(Optional.empty(), Optional.empty());

    /**
     * Where to, and as whom.
     *
     * @param user null where nobody asks
     * @param password null where nobody asks
     * @param from the sender that people see
     */
    public record Way(URI server, @Nullable String user, @Nullable String password, String from) {

        /** Without the password: this may end in a log. */
        @Override
        public String toString() {
            return user == null ? server.toString() : user + " at " + server;
        }
    }

    static MessagingSettings read(SettingValues values) {
        MessagingFaults.tell(values);
        return new MessagingSettings(
                way(
                        values,
                        Setting.SMTP_URL,
                        Setting.SMTP_USER,
                        password(values, Setting.SMTP_PASSWORD, Setting.SMTP_PASSWORD_FILE),
                        Setting.MAIL_FROM),
                way(
                        values,
                        Setting.SMS_URL,
                        Setting.SMS_USER,
                        password(values, Setting.SMS_PASSWORD, Setting.SMS_PASSWORD_FILE),
                        Setting.SMS_FROM));
    }

    private static Optional<Way> way(
            SettingValues values, Setting url, Setting user, Optional<String> password, Setting from) {
        Optional<String> sender = values.set(from);
        return sender.isEmpty()
                ? Optional.empty()
                : values.set(url)
                        .map(server -> new Way(
                                URI.create(server),
                                values.set(user).orElse(null),
                                password.orElse(null),
                                sender.get()));
    }

    /** A file can be readable for the server's account alone; a variable is seen by whoever may look at the process. */
    private static Optional<String> password(SettingValues values, Setting password, Setting file) {
        Optional<String> named = values.set(file);
        if (named.isEmpty()) {
            return values.set(password);
        }
        try (Stream<String> lines = Files.lines(Path.of(named.get()))) {
            Optional<String> first = lines.findFirst().filter(line -> !line.isBlank());
            if (first.isEmpty()) {
                values.fault(file.variable() + " names " + named.get()
                        + ", whose first line is empty; write the password there.");
            }
            return first;
        } catch (IOException e) {
            values.fault(file.variable() + " names " + named.get() + ", which cannot be read.");
            return Optional.empty();
        }
    }
}

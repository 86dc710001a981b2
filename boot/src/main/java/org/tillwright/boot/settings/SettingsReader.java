package org.tillwright.boot.settings;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tillwright.boot.network.Network;
import org.tillwright.boot.settings.ServerSettings.Tuning;
import org.tillwright.core.settings.MessagingFaults;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingReader;
import org.tillwright.core.settings.SettingValues;
import org.tillwright.core.settings.WalletFaults;

/** Reads {@link ServerSettings} and collects every fault on the way. One use. */
final class SettingsReader {

    /** The server gets these as the starter has worked them out. */
    private static final Set<Setting> HANDED_OVER =
            EnumSet.of(Setting.DATA, Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD, Setting.FIRST_START_FILE);

    private final SettingValues values;

    SettingsReader(Map<String, String> environment) {
        this.values = new SettingValues(setting -> environment.get(setting.variable()));
    }

    ServerSettings read() throws UnusableSettingsException {
        Path data = data();
        MessagingFaults.tell(values);
        requireReadable(Setting.SMTP_PASSWORD_FILE);
        requireReadable(Setting.SMS_PASSWORD_FILE);
        WalletFaults.tell(values);
        requireReadable(Setting.WALLET_KEY_FILE);
        requireReadable(Setting.WALLET_SECRET_FILE);
        var settings = new ServerSettings(
                Network.read(values),
                data,
                values.number(Setting.DB_PORT),
                externalDatabase(),
                war(),
                values.number(Setting.MEMORY_MB),
                Tuning.of(values.text(Setting.TUNING)),
                values.text(Setting.LOG_FORMAT).equals("json"),
                values.set(Setting.FIRST_START_FILE).map(file -> Path.of(file).toAbsolutePath()),
                forServer());
        if (!values.faults().isEmpty()) {
            throw new UnusableSettingsException(values.faults());
        }
        return settings;
    }

    /**
     * A directory that the system empties would lose the shop's books at the next start of the machine. The demo store has
     * none to lose, and people who only look clone projects there.
     */
    private Path data() {
        Path data = values.set(Setting.DATA)
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".tillwright", "server"))
                .toAbsolutePath()
                .normalize();
        Path temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        if (data.startsWith(temporary) && !values.truth(Setting.DEMO)) {
            values.fault(Setting.DATA.variable() + " is " + data + ", inside the directory for temporary files "
                    + temporary + ", which is emptied now and then; choose a directory elsewhere.");
        } else if (Files.exists(data) && !(Files.isDirectory(data) && Files.isWritable(data))) {
            values.fault(Setting.DATA.variable() + " is " + data + ", which is not a directory that we may write to.");
        }
        return data;
    }

    private Optional<DatabaseAddress> externalDatabase() {
        Optional<String> password = password();
        boolean anyIsSet = Stream.of(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD, Setting.DB_PASSWORD_FILE)
                .anyMatch(setting -> !values.isAbsent(setting));
        boolean allAreSet = !values.isAbsent(Setting.DB_URL)
                && !values.isAbsent(Setting.DB_USER)
                && !(values.isAbsent(Setting.DB_PASSWORD) && values.isAbsent(Setting.DB_PASSWORD_FILE));
        if (anyIsSet && !allAreSet) {
            values.fault("Set all three of " + Setting.DB_URL.variable() + ", " + Setting.DB_USER.variable() + " and "
                    + Setting.DB_PASSWORD.variable() + " to use a database of your own, or none for the embedded one.");
        }
        Optional<String> url = values.set(Setting.DB_URL);
        Optional<String> user = values.set(Setting.DB_USER);
        return url.isEmpty() || user.isEmpty() || password.isEmpty()
                ? Optional.empty()
                : Optional.of(new DatabaseAddress(
                        url.get(), user.get(), password.get(), values.number(Setting.DB_CONNECT_SECONDS)));
    }

    /** A file can be readable for the server's account alone; a variable is seen by whoever may look at the process. */
    private Optional<String> password() {
        Optional<String> file = values.set(Setting.DB_PASSWORD_FILE);
        if (file.isEmpty()) {
            return values.set(Setting.DB_PASSWORD);
        } else if (!values.isAbsent(Setting.DB_PASSWORD)) {
            values.fault("Set " + Setting.DB_PASSWORD.variable() + " or " + Setting.DB_PASSWORD_FILE.variable()
                    + ", not both.");
        }
        try (Stream<String> lines = Files.lines(Path.of(file.get()))) {
            Optional<String> password = lines.findFirst().filter(line -> !line.isBlank());
            if (password.isEmpty()) {
                values.fault(Setting.DB_PASSWORD_FILE.variable() + " names " + file.get()
                        + ", whose first line is empty; write the password there.");
            }
            return password;
        } catch (IOException e) {
            values.fault(Setting.DB_PASSWORD_FILE.variable() + " names " + file.get() + ", which cannot be read.");
            return Optional.empty();
        }
    }

    /** The server reads it, and would find out later only. */
    private void requireReadable(Setting setting) {
        values.set(setting)
                .filter(file -> !Files.isReadable(Path.of(file)))
                .ifPresent(file -> values.fault(setting.variable() + " names " + file + ", which cannot be read."));
    }

    /** Adds a fault when the application is not there. */
    void requireWar() {
        if (!Files.isRegularFile(war())) {
            values.fault("The application " + war() + " is not there; build it, or name it by -D"
                    + ServerSettings.WAR_PROPERTY + "=FILE.");
        }
    }

    private static Path war() {
        String named = System.getProperty(ServerSettings.WAR_PROPERTY);
        return named == null ? besideProgram() : Path.of(named).toAbsolutePath();
    }

    /** The program is a jar, or a build's target/classes, and the application lies beside it. */
    private static Path besideProgram() {
        try {
            Path program = Path.of(ServerSettings.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolveSibling("tillwright.war");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it lies", e);
        }
    }

    /** What the server reads by itself, as it is set. */
    private Map<String, String> forServer() {
        var passedOn = new HashMap<String, String>();
        for (Setting setting : Setting.values()) {
            if (setting.readers().contains(SettingReader.SERVER) && !HANDED_OVER.contains(setting)) {
                values.set(setting).ifPresent(text -> passedOn.put(setting.variable(), text));
            }
        }
        return passedOn;
    }
}

package org.tillwright.boot;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.ServerSettings.Tuning;
import org.tillwright.core.money.Currency;

/** Reads {@link ServerSettings} and collects every fault on the way. One use. */
final class SettingsReader {

    private static final Set<String> LANGUAGES = Set.of("en", "da", "uk");
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    ServerSettings read() throws UnusableSettingsException {
        Path data = data();
        var settings = new ServerSettings(
                number(ServerSettings.HTTP_PORT, ServerSettings.DEFAULT_HTTP_PORT, 0, HIGHEST_PORT),
                data,
                number(ServerSettings.DB_PORT, 0, 0, HIGHEST_PORT),
                externalDatabase(),
                war(),
                number(
                        ServerSettings.MEMORY_MB,
                        ServerSettings.DEFAULT_MEMORY_MB,
                        ServerSettings.LEAST_MEMORY_MB,
                        ServerSettings.MOST_MEMORY_MB),
                tuning(),
                path(ServerSettings.FIRST_START_FILE),
                forServer());
        if (!faults.isEmpty()) {
            throw new UnusableSettingsException(faults);
        }
        return settings;
    }

    private int number(String name, int otherwise, int least, int most) {
        String text = value(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same sentence serves a word and a number that is out of range.
        }
        faults.add(name + " is " + text + "; set a whole number from " + least + " to " + most + ".");
        return otherwise;
    }

    /**
     * A directory that the system empties would lose the shop's books at the next start of the machine. The demo store has
     * none to lose, and people who only look clone projects there.
     */
    private Path data() {
        Path data = path(ServerSettings.DATA)
                .orElse(Path.of(System.getProperty("user.home"), ".tillwright", "server"))
                .toAbsolutePath()
                .normalize();
        Path temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        if (data.startsWith(temporary) && !"true".equals(value(ServerSettings.DEMO))) {
            faults.add(ServerSettings.DATA + " is " + data + ", inside the directory for temporary files " + temporary
                    + ", which is emptied now and then; choose a directory elsewhere.");
        } else if (Files.exists(data) && !(Files.isDirectory(data) && Files.isWritable(data))) {
            faults.add(ServerSettings.DATA + " is " + data + ", which is not a directory that we may write to.");
        }
        return data;
    }

    private Optional<Path> path(String name) {
        String text = value(name);
        try {
            return text == null ? Optional.empty() : Optional.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException e) {
            faults.add(name + " is " + text + ", which cannot be a path on this machine.");
            return Optional.empty();
        }
    }

    private Optional<DatabaseAddress> externalDatabase() {
        String url = value(ServerSettings.DB_URL);
        String user = value(ServerSettings.DB_USER);
        String password = value(ServerSettings.DB_PASSWORD);
        if (url == null && user == null && password == null) {
            return Optional.empty();
        } else if (url == null || user == null || password == null) {
            faults.add("Set all three of " + ServerSettings.DB_URL + ", " + ServerSettings.DB_USER + " and "
                    + ServerSettings.DB_PASSWORD + " to use a database of your own, or none for the embedded one.");
            return Optional.empty();
        } else if (!url.startsWith("jdbc:mariadb://")) {
            faults.add(ServerSettings.DB_URL + " must begin with jdbc:mariadb:// and then host, port and database.");
        }
        return Optional.of(new DatabaseAddress(url, user, password));
    }

    /** Adds a fault when the application is not there. */
    void requireWar() {
        if (!Files.isRegularFile(war())) {
            faults.add("The application " + war() + " is not there; build it, or name it by -D"
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

    private Tuning tuning() {
        String text = value(ServerSettings.TUNING);
        if (text != null && !text.equals("start") && !text.equals("load")) {
            faults.add(ServerSettings.TUNING + " is " + text + "; set start or load.");
        }
        return "load".equals(text) ? Tuning.LOAD : Tuning.START;
    }

    private Map<String, String> forServer() {
        var passedOn = new HashMap<String, String>();
        pass(passedOn, ServerSettings.DEMO, text -> Set.of("true", "false").contains(text), "true or false");
        pass(passedOn, ServerSettings.STORE_NAME, text -> text.length() <= 120, "a name of at most 120 characters");
        pass(
                passedOn,
                ServerSettings.STORE_COUNTRY,
                text -> Set.of(Locale.getISOCountries()).contains(text),
                "two capital letters such as DK");
        pass(
                passedOn,
                ServerSettings.CURRENCY,
                text -> Currency.find(text) != null,
                "three capital letters such as DKK");
        pass(passedOn, ServerSettings.LANGUAGE, LANGUAGES::contains, "en, da or uk");
        pass(
                passedOn,
                ServerSettings.TIME_ZONE,
                text -> ZoneId.getAvailableZoneIds().contains(text),
                "a name such as Europe/Copenhagen");
        pass(passedOn, ServerSettings.WORKSTATIONS, text -> text.matches("[1-9][0-9]?"), "a number from 1 to 99");
        pass(passedOn, ServerSettings.TAX_PLACEMENT, Set.of("IN_PRICE", "ON_TOP")::contains, "IN_PRICE or ON_TOP");
        pass(
                passedOn,
                ServerSettings.TAX_RATES,
                text -> text.contains(":"),
                "a list such as STANDARD:S:19,REDUCED:R:7");
        return passedOn;
    }

    private void pass(Map<String, String> passedOn, String name, Predicate<String> isUsable, String whatIsWanted) {
        String text = value(name);
        if (text != null && !isUsable.test(text)) {
            faults.add(name + " is " + text + "; set " + whatIsWanted + ".");
        } else if (text != null) {
            passedOn.put(name, text);
        }
    }

    private @Nullable String value(String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}

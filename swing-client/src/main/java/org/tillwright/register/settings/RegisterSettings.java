package org.tillwright.register.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;

/**
 * What a person configured at this register: one file, read once, and every fault in it told at once.
 *
 * @param server address of the store server, without a path
 * @param language what the register speaks before anyone signs on
 * @param window size of the window in pixels, or null for the whole screen
 * @param isLoud whether scans are heard
 * @param customerDisplay the screen that the customer sees, or null for none
 * @param trust a file of certificates (PEM) that are trusted beside the system's own, such as a company's; or null
 */
public record RegisterSettings(
        URI server,
        String language,
        Theme theme,
        @Nullable WindowSize window,
        DeviceUris devices,
        @Nullable Path trust,
        boolean isLoud,
        @Nullable CustomerDisplay customerDisplay) {

    public static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:8480");

    /** Settings of a register that nobody configured. */
    public static final RegisterSettings DEFAULT =
            new RegisterSettings(DEFAULT_SERVER, "en", Theme.LIGHT, null, DeviceUris.NONE, null);

    /** A register that is heard, and has one screen. */
    public RegisterSettings(
            URI server,
            String language,
            Theme theme,
            @Nullable WindowSize window,
            DeviceUris devices,
            @Nullable Path trust) {
        this(server, language, theme, window, devices, trust, true, null);
    }

    /** The two looks of the window. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** Size in pixels. */
    public record WindowSize(int width, int height) {

        static final int MIN_WIDTH = 1024;
        static final int MIN_HEIGHT = 768;
        static final int MAX = 10_000;
    }

    /**
     * The screen that the customer sees.
     *
     * @param screen number of the screen, from 1; the register itself is on the first
     * @param window a window of this size on the first screen instead, for trying out; or null
     */
    public record CustomerDisplay(int screen, @Nullable WindowSize window) {

        static final int MAX_SCREEN = 16;

        /** As it is written in the settings. */
        @Override
        public String toString() {
            return window == null ? Integer.toString(screen) : window.width() + "x" + window.height();
        }
    }

    /** Reads the settings file; a file that is not there means {@link #DEFAULT}. */
    public static RegisterSettings read(Path file) throws SettingsException, IOException {
        return Files.exists(file) ? parse(Files.readString(file, StandardCharsets.UTF_8)) : DEFAULT;
    }

    /** Reads a register's settings: its own, and the machine's where its own say nothing. */
    public static RegisterSettings read(RegisterHome home) throws SettingsException, IOException {
        Reading reading = readWithFaults(home);
        if (!reading.faults().isEmpty()) {
            throw new SettingsException(reading.faults());
        }
        return reading.settings();
    }

    /** The same for whoever looks at a part of them, which a fault in another part has nothing to do with. */
    public static Reading readWithFaults(RegisterHome home) throws IOException {
        Map<String, String> values = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        load(machineText(home), values, faults);
        load(textOf(home.settings()), values, faults);
        RegisterSettings settings = new SettingsParser(values, faults).settings();
        return new Reading(settings, List.copyOf(faults));
    }

    /**
     * Settings as far as they can be read. A register does not start with those that have a fault.
     *
     * @param faults everything wrong with them, each one a sentence that names its key
     */
    public record Reading(RegisterSettings settings, List<String> faults) {}

    /** Reads what the machine's settings alone say, or {@link #DEFAULT}. */
    public static RegisterSettings readMachine(RegisterHome home) throws SettingsException, IOException {
        return parse(machineText(home));
    }

    /** Reads the text of a settings file, in the form of {@link Properties}. */
    public static RegisterSettings parse(String text) throws SettingsException {
        Map<String, String> values = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        load(text, values, faults);
        return settings(values, faults);
    }

    private static void load(String text, Map<String, String> values, List<String> faults) {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(text)) {
            properties.load(reader);
            properties
                    .stringPropertyNames()
                    .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        } catch (IOException | IllegalArgumentException e) {
            faults.add("The settings are not in the form \"key = value\": " + e.getMessage() + ".");
        }
    }

    private static RegisterSettings settings(Map<String, String> values, List<String> faults) throws SettingsException {
        RegisterSettings settings = new SettingsParser(values, faults).settings();
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings;
    }

    private static String machineText(RegisterHome home) throws IOException {
        Path file = home.machineSettings();
        return file == null ? "" : textOf(file);
    }

    private static String textOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }

    /** Reads a server's address as a person types it, or null when it is none; without a scheme it is http. */
    public static @Nullable URI serverAddress(String typed) {
        try {
            return SettingsParser.serverAddress(typed);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    public RegisterSettings withServer(URI changed) {
        return new RegisterSettings(changed, language, theme, window, devices, trust, isLoud, customerDisplay);
    }

    public RegisterSettings withDevices(DeviceUris changed) {
        return new RegisterSettings(server, language, theme, window, changed, trust, isLoud, customerDisplay);
    }

    public RegisterSettings withWindow(WindowSize changed) {
        return new RegisterSettings(server, language, theme, changed, devices, trust, isLoud, customerDisplay);
    }

    /**
     * Writes a register's own settings so that {@link #read(RegisterHome)} gives them back. What the machine says is not
     * repeated: when whoever looks after it changes it, the register follows.
     */
    public void save(RegisterHome home) throws SettingsException, IOException {
        save(home.settings(), readMachine(home));
    }

    /** Writes the server's address into a register's own settings and leaves every other line of them alone. */
    public static void saveServer(RegisterHome home, URI server) throws IOException {
        boolean isImplied = server.equals(machineOf(home).server());
        Map<String, @Nullable String> change = new TreeMap<>();
        change.put("server", isImplied ? null : server.toString());
        SettingsFile.change(home.settings(), change);
    }

    private static RegisterSettings machineOf(RegisterHome home) throws IOException {
        try {
            return readMachine(home);
        } catch (SettingsException e) {
            throw new IOException("The machine's settings in " + home.machineSettings() + " cannot be used.", e);
        }
    }

    /**
     * Writes the devices into a register's own settings and leaves every other line of them alone. A device that is taken
     * away although the machine's settings name it stands there without an address: that counts as none.
     */
    public static void saveDevices(RegisterHome home, DeviceUris devices) throws IOException {
        DeviceUris machine = machineOf(home).devices();
        Map<String, @Nullable String> changes = new TreeMap<>();
        for (DeviceKind kind : DeviceKind.values()) {
            changes.put(kind.setting(), change(devices.of(kind), machine.of(kind)));
        }
        Set<String> stations = new TreeSet<>(machine.stations().keySet());
        stations.addAll(devices.stations().keySet());
        stations.addAll(ownStations(home));
        for (String station : stations) {
            changes.put(
                    DeviceUris.STATION_SETTING + station,
                    change(devices.stations().get(station), machine.stations().get(station)));
        }
        SettingsFile.change(home.settings(), changes);
    }

    /** The stations that a register's own settings have a line of. */
    private static List<String> ownStations(RegisterHome home) throws IOException {
        Map<String, String> own = new TreeMap<>();
        load(textOf(home.settings()), own, new ArrayList<>());
        return own.keySet().stream()
                .filter(key -> key.startsWith(DeviceUris.STATION_SETTING))
                .map(key -> key.substring(DeviceUris.STATION_SETTING.length()))
                .toList();
    }

    /** What the register's own line has to say so that this counts: null for no line, empty for none of the machine's. */
    private static @Nullable String change(@Nullable String wanted, @Nullable String implied) {
        if (wanted == null) {
            return implied == null ? null : "";
        }
        return wanted.equals(implied) ? null : wanted;
    }

    /** Writes the settings so that {@link #read(Path)} gives them back. */
    public void save(Path file) throws IOException {
        save(file, DEFAULT);
    }

    /** A crash in between leaves the old file. */
    private void save(Path file, RegisterSettings defaults) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(written, SettingsParser.text(this, defaults), StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.tillwright.register.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.settings.RegisterSettings.CustomerDisplay;
import org.tillwright.register.settings.RegisterSettings.Theme;
import org.tillwright.register.settings.RegisterSettings.WindowSize;
import org.tillwright.register.text.Texts;

/** Turns the keys of the settings file into {@link RegisterSettings}, and collects every fault on the way. */
final class SettingsParser {

    private static final String JPOS_FILE = "jpos-file";

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of(
                            "server",
                            "trust",
                            "language",
                            "theme",
                            "width",
                            "height",
                            "sounds",
                            "customer-display",
                            JPOS_FILE),
                    Arrays.stream(DeviceKind.values()).map(DeviceKind::setting))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> values;
    private final List<String> faults;

    SettingsParser(Map<String, String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    RegisterSettings settings() {
        values.keySet().stream()
                .filter(key -> !KEYS.contains(key) && !key.startsWith(DeviceUris.STATION_SETTING))
                .forEach(this::unknownKey);
        return new RegisterSettings(
                server(), language(), theme(), window(), devices(), trust(), sounds(), customerDisplay());
    }

    /** The lines of a settings file; what the defaults say already is left out. */
    static String text(RegisterSettings settings, RegisterSettings defaults) {
        Map<String, String> implied = lines(defaults);
        StringBuilder text = new StringBuilder();
        lines(settings).forEach((key, value) -> {
            if (!value.equals(implied.get(key))) {
                text.append(key)
                        .append(" = ")
                        .append(value.replace("\\", "\\\\"))
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static Map<String, String> lines(RegisterSettings settings) {
        Map<String, String> lines = new LinkedHashMap<>();
        WindowSize window = settings.window();
        line(lines, "server", settings.server());
        line(lines, "trust", settings.trust());
        line(lines, "language", settings.language());
        line(lines, "theme", settings.theme().name().toLowerCase(Locale.ROOT));
        line(lines, "width", window == null ? null : window.width());
        line(lines, "height", window == null ? null : window.height());
        for (DeviceKind kind : DeviceKind.values()) {
            line(lines, kind.setting(), settings.devices().of(kind));
        }
        settings.devices().stations().forEach((id, uri) -> line(lines, DeviceUris.STATION_SETTING + id, uri));
        line(lines, JPOS_FILE, settings.devices().jposFile());
        line(lines, "sounds", settings.isLoud() ? "on" : "off");
        line(lines, "customer-display", settings.customerDisplay());
        return lines;
    }

    private static void line(Map<String, String> lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.put(key, value.toString());
        }
    }

    private void unknownKey(String key) {
        faults.add("The setting \"" + key + "\" is not known; the settings are "
                + String.join(", ", KEYS.stream().sorted().toList()) + ", and " + DeviceUris.STATION_SETTING
                + " with the name of a kitchen's or bar's station.");
    }

    private URI server() {
        String text = values.getOrDefault("server", RegisterSettings.DEFAULT_SERVER.toString());
        try {
            return serverAddress(text);
        } catch (URISyntaxException e) {
            faults.add(
                    "The setting \"server\" is \"" + text + "\"; it must be an address like http://192.168.1.10:8480.");
            return RegisterSettings.DEFAULT_SERVER;
        }
    }

    /** Reads a server's address as a person types it; one without a scheme is taken as http. */
    static URI serverAddress(String typed) throws URISyntaxException {
        String text = typed.strip();
        URI uri = new URI(text.contains("://") ? text : "http://" + text);
        String scheme = uri.getScheme();
        String path = uri.getPath();
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new URISyntaxException(text, "no http address");
        }
        if (path.length() > 1 || uri.getQuery() != null || uri.getFragment() != null) {
            throw new URISyntaxException(text, "more than an address");
        }
        return new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null);
    }

    private @Nullable Path trust() {
        String text = values.getOrDefault("trust", "");
        if (text.isEmpty()) {
            return null;
        }
        Path file = Path.of(text);
        try {
            TrustFile.read(file);
        } catch (IOException e) {
            faults.add("The setting \"trust\" is \"" + text + "\"; that file cannot be read.");
        } catch (GeneralSecurityException e) {
            faults.add("The setting \"trust\" is \"" + text + "\"; there must be certificates in it in PEM form, which"
                    + " begin with -----BEGIN CERTIFICATE-----.");
        }
        return file;
    }

    private String language() {
        String language = values.getOrDefault("language", RegisterSettings.DEFAULT.language());
        if (!Texts.LANGUAGES.contains(language)) {
            faults.add("The setting \"language\" is \"" + language + "\"; it must be one of "
                    + String.join(", ", Texts.LANGUAGES) + ".");
        }
        return language;
    }

    private Theme theme() {
        String text = values.getOrDefault("theme", "light");
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    faults.add("The setting \"theme\" is \"" + text + "\"; it must be light or dark.");
                    return Theme.LIGHT;
                });
    }

    private @Nullable WindowSize window() {
        boolean hasWidth = values.containsKey("width");
        boolean hasHeight = values.containsKey("height");
        if (hasWidth != hasHeight) {
            faults.add("The settings \"width\" and \"height\" belong together; give both or neither.");
        }
        int width = hasWidth ? pixels("width", WindowSize.MIN_WIDTH) : 0;
        int height = hasHeight ? pixels("height", WindowSize.MIN_HEIGHT) : 0;
        return hasWidth && hasHeight ? new WindowSize(width, height) : null;
    }

    private int pixels(String key, int least) {
        String text = values.getOrDefault(key, "");
        int pixels = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (pixels < least || pixels > WindowSize.MAX) {
            faults.add("The setting \"" + key + "\" is \"" + text + "\"; it must be a whole number of pixels from "
                    + least + " to " + WindowSize.MAX + ".");
        }
        return pixels;
    }

    private boolean sounds() {
        String text = values.getOrDefault("sounds", "on");
        if (!text.equals("on") && !text.equals("off")) {
            faults.add("The setting \"sounds\" is \"" + text + "\"; it must be on or off.");
        }
        return !text.equals("off");
    }

    private @Nullable CustomerDisplay customerDisplay() {
        String text = values.getOrDefault("customer-display", "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{1,2}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= CustomerDisplay.MAX_SCREEN) {
            return new CustomerDisplay(Integer.parseInt(text), null);
        }
        if (text.matches("[0-9]{3,4}x[0-9]{3,4}")) {
            String[] size = text.split("x", -1);
            return new CustomerDisplay(1, new WindowSize(Integer.parseInt(size[0]), Integer.parseInt(size[1])));
        }
        faults.add("The setting \"customer-display\" is \"" + text
                + "\"; it must be the number of a screen, such as 2, or a window's size, such as 1024x600.");
        return null;
    }

    private DeviceUris devices() {
        DeviceUris uris = DeviceUris.NONE.withJposFile(jposFile());
        for (DeviceKind kind : DeviceKind.values()) {
            uris = uris.with(kind, device(kind.setting()));
        }
        for (String key : values.keySet()) {
            String uri = key.startsWith(DeviceUris.STATION_SETTING) ? device(key) : null;
            if (uri != null) {
                uris = uris.withStation(key.substring(DeviceUris.STATION_SETTING.length()), uri);
            }
        }
        Devices.faultsOf(uris)
                .forEach(fault -> faults.add("The setting \"" + fault.field() + "\" is \""
                        + values.getOrDefault(fault.field(), "") + "\"; it " + fault.message() + "."));
        return uris;
    }

    /** Not looked into here: what is wrong with it must not keep the register from starting. */
    private @Nullable Path jposFile() {
        String text = values.getOrDefault(JPOS_FILE, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            Path file = Path.of(text);
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        faults.add("The setting \"" + JPOS_FILE + "\" is \"" + text
                + "\"; it must be the whole path of a file, such as /etc/tillwright/jpos.xml.");
        return null;
    }

    private @Nullable String device(String key) {
        String uri = values.get(key);
        return uri == null || uri.isEmpty() ? null : uri;
    }
}

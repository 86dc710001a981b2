package org.tillwright.boot.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;

/**
 * Every setting as it counts now, and all that is wrong with them. Secrets are never in it.
 *
 * @param faults one sentence each; empty when the server can start with these
 * @param unknown variables that look like settings and are none, such as a misspelt one; nobody reads them
 */
public record SettingsList(List<Line> settings, List<String> faults, List<String> unknown) {

    private static final String OURS = "TILLWRIGHT_";
    private static final String MASK = "(set, not shown)";

    /**
     * One setting.
     *
     * @param value what counts; empty when nothing is set and there is no default
     * @param from "environment" or "default"
     */
    public record Line(
            String name, String value, String from, String standard, String unit, String readBy, String about) {}

    public SettingsList {
        settings = List.copyOf(settings);
        faults = List.copyOf(faults);
        unknown = List.copyOf(unknown);
    }

    /** Reads them as the server's start does. */
    public static SettingsList of(Map<String, String> environment) {
        var values = new SettingValues(setting -> environment.get(setting.variable()));
        List<Line> lines = Stream.of(Setting.values())
                .map(setting -> line(setting, values, environment))
                .toList();
        Set<String> faults = new LinkedHashSet<>(values.faults());
        try {
            new SettingsReader(environment).read();
        } catch (UnusableSettingsException e) {
            faults.addAll(e.faults());
        }
        return new SettingsList(lines, new ArrayList<>(faults), unknown(environment));
    }

    private static List<String> unknown(Map<String, String> environment) {
        Set<String> known = Stream.of(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
        return environment.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !known.contains(name))
                .sorted()
                .toList();
    }

    private static Line line(Setting setting, SettingValues values, Map<String, String> environment) {
        boolean isSet = !values.isAbsent(setting);
        values.set(setting); // for its fault
        String text = isSet ? environment.getOrDefault(setting.variable(), "").strip() : setting.standard();
        return new Line(
                setting.variable(),
                isSet && setting.isSecret() ? MASK : withoutPassword(text),
                isSet ? "environment" : "default",
                setting.standard(),
                setting.unit(),
                setting.readers().stream()
                        .map(reader -> reader.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                setting.about());
    }

    /** An address may carry a password among its options, although ours has a setting of its own. */
    static String withoutPassword(String text) {
        return text.replaceAll("(?i)([?&][a-z]*password=)[^&]*", "$1***").replaceAll("//[^/@]*:[^/@]*@", "//***@");
    }

    /** Texts that must not leave this machine; for whoever writes what others read. */
    public static List<String> secrets(Map<String, String> environment) {
        return Stream.of(Setting.values())
                .filter(Setting::isSecret)
                .map(setting ->
                        Optional.ofNullable(environment.get(setting.variable())).orElse(""))
                .filter(text -> !text.isBlank())
                .toList();
    }
}

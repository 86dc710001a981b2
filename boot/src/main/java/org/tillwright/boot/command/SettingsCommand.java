package org.tillwright.boot.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.boot.settings.SettingsList;
import org.tillwright.boot.settings.UnusableSettingsException;
import org.tillwright.wire.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists every setting with its value now and where that came from; ends with 2 when the server could not start with them. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Lists every setting, its value now, and everything that is wrong; secrets are not shown.")
public final class SettingsCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    boolean json;

    @Override
    public Integer call() throws UnusableSettingsException {
        SettingsList list = SettingsList.of(options.environment());
        if (json) {
            options.answer(new String(WireJson.print(list), StandardCharsets.UTF_8));
        } else {
            show(list.settings());
        }
        list.unknown().forEach(name -> options.progress()
                .tell(name + " is no setting of this program, and nobody reads it."));
        if (!list.faults().isEmpty()) {
            throw new UnusableSettingsException(list.faults());
        }
        options.progress().tell("The server can start with these.");
        return 0;
    }

    private void show(List<SettingsList.Line> settings) {
        options.answer(row("SETTING", "VALUE NOW", "FROM", "WHAT IT IS"));
        for (SettingsList.Line line : settings) {
            String value = line.value().isEmpty() ? "-" : (line.value() + " " + line.unit()).strip();
            options.answer(row(line.name(), value, line.from(), line.about()));
        }
    }

    private static String row(String name, String value, String from, String about) {
        return "%-32s %-28s %-12s %s".formatted(name, value, from, about);
    }
}

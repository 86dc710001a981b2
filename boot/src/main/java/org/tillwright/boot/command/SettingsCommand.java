package org.tillwright.boot.command;

import java.nio.charset.StandardCharsets;
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
            options.answer(new String(WireJson.write(list), StandardCharsets.UTF_8));
        } else {
            for (SettingsList.Line line : list.settings()) {
                options.answer("%-32s %-28s %-12s %s"
                        .formatted(
                                line.name(),
                                line.value().isEmpty() ? "-" : (line.value() + " " + line.unit()).strip(),
                                line.from(),
                                line.about()));
            }
        }
        if (!list.faults().isEmpty()) {
            throw new UnusableSettingsException(list.faults());
        }
        return 0;
    }
}

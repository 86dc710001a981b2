package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.settings.UnusableSettingsException;
import org.tillwright.boot.support.SupportBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects what whoever helps from afar asks for, without secrets and names of people. */
@Command(
        name = "support-bundle",
        mixinStandardHelpOptions = true,
        description = "Collects versions, settings, health, sizes and logs into one file, without secrets and names.")
public final class SupportBundleCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "File to write, a ZIP archive.")
    Path output = Path.of("");

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        Path file = output.toAbsolutePath();
        var bundle = new SupportBundle(options.environment(), options.settingsForDatabase(), options.progress());
        List<String> parts = bundle.write(file);
        options.progress().tell("Look before you send it. It holds:");
        parts.forEach(part -> options.progress().tell("  " + part));
        options.answer(file.toString());
        return 0;
    }
}

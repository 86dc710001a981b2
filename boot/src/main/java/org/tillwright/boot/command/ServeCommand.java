package org.tillwright.boot.command;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.boot.server.RunningStore;
import org.tillwright.boot.settings.UnusableSettingsException;
import org.tillwright.core.settings.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the store server until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the store server, with its own database unless TILLWRIGHT_DB_URL names another.")
public final class ServeCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Option(names = "--port", paramLabel = "PORT", description = "Port on 127.0.0.1 (TILLWRIGHT_HTTP_PORT, 8480).")
    @Nullable
    String port;

    @Option(names = "--demo", description = "Fill an empty database with the demo store (TILLWRIGHT_DEMO).")
    boolean demo;

    @Override
    public Integer call() throws UnusableSettingsException, StartException {
        Map<String, @Nullable String> flags = new HashMap<>();
        flags.put(Setting.HTTP_PORT.variable(), port);
        flags.put(Setting.DEMO.variable(), demo ? "true" : null);
        try (RunningStore store = RunningStore.start(options.settings(flags), options.progress())) {
            options.answer("Tillwright answers at " + store.address());
            store.awaitEnd();
            return 0;
        }
    }
}

package org.tillwright.register.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.jpos.DriverFolder;
import org.tillwright.register.device.jpos.JposCategory;
import org.tillwright.register.device.jpos.JposCheck;
import org.tillwright.register.device.jpos.JposEntryLine;
import org.tillwright.register.device.jpos.JposFile;
import org.tillwright.register.device.jpos.JposFileException;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the services in {@code jpos.xml}, and says what is wrong with them and with the settings that name them. */
@Command(
        name = "jpos",
        mixinStandardHelpOptions = true,
        description = {
            "List the makers' services in jpos.xml: name, category, setting, maker and model. Runs nothing of the makers'.",
            "Exit code 0 when all is well, 1 when something is wrong with jpos.xml, the folder drivers or the settings."
        })
public final class JposCommand implements Callable<Integer> {

    private static final int SOMETHING_WRONG = 1;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory of the register (default: register in TILLWRIGHT_HOME or in ~/.tillwright)")
    private @Nullable Path home;

    @Option(names = "--file", paramLabel = "FILE", description = "another jpos.xml than the register's")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int result = SOMETHING_WRONG;
        try {
            RegisterHome place = home == null ? RegisterHome.ofUser() : RegisterHome.at(home);
            RegisterSettings.Reading settings = RegisterSettings.readWithFaults(place);
            boolean isListWell = list(uris(place, settings.settings()), out);
            settings.faults().forEach(out::println); // of whatever setting: a register starts with none
            result = isListWell && settings.faults().isEmpty() ? 0 : SOMETHING_WRONG;
        } catch (IOException e) {
            out.println(e.getMessage());
        }
        out.flush();
        return result;
    }

    /** Writes the services and what is wrong with them; returns whether nothing is. */
    private static boolean list(DeviceUris uris, PrintWriter out) {
        Path where = uris.jposFile();
        if (where == null) {
            throw new IllegalStateException("a home always has a place for the file");
        }
        try {
            JposFile services = JposFile.read(where);
            out.println(where + ", drivers in " + new DriverFolder(where).directory());
            services.entries().forEach(entry -> out.println(line(entry)));
            List<String> faults = JposCheck.faults(services, uris);
            faults.forEach(out::println);
            return faults.isEmpty();
        } catch (JposFileException e) {
            out.println(e.sentence());
            return false;
        }
    }

    private DeviceUris uris(RegisterHome place, RegisterSettings settings) {
        DeviceUris uris = place.withJposFile(settings.devices());
        return file == null ? uris : uris.withJposFile(file.toAbsolutePath());
    }

    private static String line(JposEntryLine entry) {
        String setting = JposCategory.called(entry.category())
                .map(category -> category.kind().setting() + " = jpos:" + entry.name())
                .orElse("(no use for a register)");
        return "%-24s %-14s %-36s %s"
                .formatted(entry.name(), entry.category(), setting, (entry.vendor() + " " + entry.product()).strip());
    }
}

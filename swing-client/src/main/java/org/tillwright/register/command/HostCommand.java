package org.tillwright.register.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tillwright.register.device.host.DriverHost;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the process that drivers live in and ends it again: proof that this installation has all that it takes. */
@Command(
        name = "host",
        mixinStandardHelpOptions = true,
        description = {
            "Start the process that serial ports and makers' drivers live in, and end it again. Opens no device.",
            "Exit code 0 when it ran, 1 when this installation cannot start it."
        })
public final class HostCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long begun = System.nanoTime();
        try (DriverHost host = new DriverHost(() -> true)) {
            host.start();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            say("The device host runs: process " + host.health().pid() + ", ready after " + took.toMillis() + " ms.");
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            say("The device host does not run: " + e.getMessage() + ". It needs the program "
                    + Path.of(System.getProperty("java.home"), "bin", "java") + ".");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

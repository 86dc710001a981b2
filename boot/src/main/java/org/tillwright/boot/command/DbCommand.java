package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The database alone, for looking into it and for programs that work on it while no server runs. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "Runs the embedded database alone.",
        subcommands = {DbStartCommand.class, DbShellCommand.class})
public final class DbCommand implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say db start or db shell.");
    }
}

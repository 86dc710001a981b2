package org.tillwright.register.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a register's devices need, for whoever looks after the machine; alone it lists what there is. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Look at what a register's devices need. Opens no device.",
        subcommands = {JposCommand.class, HostCommand.class})
public final class DevicesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

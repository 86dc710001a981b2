package org.tillwright.register.command;

/** Where the register program begins. */
public final class CommandMain {

    private CommandMain() {}

    public static void main(String[] arguments) {
        ProgramLogs.begin();
        // Threads of drivers may still run: the program ends here all the same.
        System.exit(RegisterCommands.commandLine().execute(arguments));
    }
}

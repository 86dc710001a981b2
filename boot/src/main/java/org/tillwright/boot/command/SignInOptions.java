package org.tillwright.boot.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which server a command asks, and in whose name. */
final class SignInOptions {

    static final String PASSWORD = "TILLWRIGHT_PASSWORD";

    static final String WHERE_FROM = "The password comes from --password-file, or from the environment variable "
            + PASSWORD + ", or is asked for.";

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8480",
            description = "Address of the store server (${DEFAULT-VALUE}).")
    URI server;

    @Option(names = "--operator", required = true, paramLabel = "NUMBER", description = "Operator number.")
    String operator;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File whose first line is the password.")
    @Nullable
    Path passwordFile;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    ServerSession signIn() throws StartException {
        return ServerSession.open(
                server, operator, password(), command.commandLine().getErr());
    }

    /** Without a terminal there is none on Java 17, and a silent one on later versions: both end in the sentence below. */
    @SuppressWarnings("SystemConsoleNull")
    private String password() throws StartException {
        if (passwordFile != null) {
            try {
                return Files.readString(passwordFile).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new StartException("The password cannot be read from " + passwordFile + ".", e);
            }
        }
        String ofEnvironment = System.getenv(PASSWORD);
        if (ofEnvironment != null) {
            return ofEnvironment;
        }
        var console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of operator %s: ", operator);
        if (typed == null) {
            throw new StartException("There is no password: give --password-file, or set " + PASSWORD + ".");
        }
        return new String(typed);
    }
}

package org.tillwright.boot.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.PayoutAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Uploads what an acquirer paid out, so that it is matched with what tills took. */
@Command(
        name = "payout",
        mixinStandardHelpOptions = true,
        description =
                "Uploads an acquirer's payout file (CSV, camt.053 or camt.054) to a running store server, which matches"
                        + " it with what its tills took by card and phone. docs/card-settlement.md says how the columns are told.",
        footer = {
            "",
            SignInOptions.WHERE_FROM,
            "Ends with 0, also when the file was there before; with 1 when it was not taken, and then everything that is",
            "wrong with it is told; with 2 when asked wrongly."
        })
public final class PayoutCommand implements Callable<Integer> {

    /** What the server takes at most in one request, so that a wrong file is told before it is sent. */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file, as the acquirer or the bank gave it.")
    Path file;

    @Mixin
    SignInOptions signIn;

    @Option(
            names = "--store",
            required = true,
            paramLabel = "ID",
            description = "The store whose tills took the money.")
    String store;

    @Option(
            names = "--columns",
            paramLabel = "FILE",
            description = "How the columns are called, one a line such as amount = Gross; without it, as said last.")
    @Nullable
    Path columns;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() throws StartException {
        byte[] content = read(file);
        Map<String, String> parameters = new HashMap<>();
        parameters.put("store", store);
        parameters.put("name", String.valueOf(file.getFileName()));
        if (columns != null) {
            parameters.put("columns", new String(read(columns), StandardCharsets.UTF_8));
        }
        try (ServerSession session = signIn.signIn()) {
            PayoutAnswer answer = session.upload("payouts", parameters, content, PayoutAnswer.class);
            command.commandLine().getOut().println(sentence(answer));
            command.commandLine().getOut().flush();
            return 0;
        }
    }

    private String sentence(PayoutAnswer answer) {
        return (answer.isRepeat() ? file + " was uploaded before; nothing was booked again: " : "Booked " + file + ": ")
                + answer.lines() + " lines, " + answer.matched() + " matched, " + answer.open() + " open, "
                + answer.known() + " known from other files, " + answer.others() + " of other stores.";
    }

    private static byte[] read(Path from) throws StartException {
        try {
            if (Files.size(from) > MOST_BYTES) {
                throw new StartException(
                        from + " is larger than " + MOST_BYTES + " bytes; upload it in the console, or split it.");
            }
            return Files.readAllBytes(from);
        } catch (IOException e) {
            throw new StartException(from + " cannot be read.", e);
        }
    }
}

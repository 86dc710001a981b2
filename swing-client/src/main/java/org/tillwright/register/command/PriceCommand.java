package org.tillwright.register.command;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.register.cases.JsonFile;
import org.tillwright.register.cases.PriceFile;
import org.tillwright.register.cases.UnreadableFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code price}: what register and server would make of the cases or carts in a file. */
@Command(
        name = "price",
        mixinStandardHelpOptions = true,
        description = {
            "Prices the tax cases or carts of a file with the engine of register and server, and prints a JSON array of",
            "the answers, in their order. What cannot be priced is told in the answer's member \"error\".",
            "Exit code 0 when all were tried, 2 when the file cannot be read."
        })
public final class PriceCommand implements Callable<Integer> {

    private static final int NOT_READ = 2;

    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "JSON with a list of \"cases\" or of \"carts\" (docs/money.md, docs/pricing-files.md).")
    Path file;

    @Override
    public Integer call() {
        try {
            print(PriceFile.price(JsonFile.read(file)));
            return CommandLine.ExitCode.OK;
        } catch (UnreadableFileException e) {
            return notRead(e.sentence());
        }
    }

    private void print(List<JsonObject> answers) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("[");
        for (int i = 0; i < answers.size(); i++) {
            out.println(answers.get(i) + (i + 1 < answers.size() ? "," : ""));
        }
        out.println("]");
        out.flush();
    }

    private int notRead(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The file " + file + " cannot be priced. " + why);
        err.flush();
        return NOT_READ;
    }
}

package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.shop.ShopRulesAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the rules of a file in the place of those that a store sells by. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        description = "Publishes the rules of a file in the place of those that a store sells by.",
        footer = {
            "",
            SignInOptions.WHERE_FROM,
            "Ends with 0; with 1 when the rules were not published, and then everything that is wrong with them is told;",
            "with 2 when asked wrongly."
        })
public final class ShopRulesPutCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The rules, as JSON.")
    Path file;

    @Mixin
    SignInOptions signIn;

    @Option(names = "--store", required = true, paramLabel = "ID", description = "The store's id.")
    String store;

    @Option(
            names = "--replaces",
            paramLabel = "NUMBER",
            description = {
                "Publication of the rules that you changed, 0 when there were none; refused when others count by now.",
                "Without it, whatever counts is replaced."
            })
    @Nullable
    Long replaces;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() throws StartException {
        byte[] rules = RulesFile.read(file);
        Map<String, String> parameters = replaces == null ? Map.of() : Map.of("replaces", replaces.toString());
        try (ServerSession session = signIn.signIn()) {
            ShopRulesAnswer answer =
                    session.put(ShopRulesCommand.pathOf(store), parameters, rules, ShopRulesAnswer.class);
            command.commandLine()
                    .getOut()
                    .println("Store " + store + " sells by the rules of " + file + " as publication " + answer.number()
                            + "; registers fetch them with their next snapshot.");
            command.commandLine().getOut().flush();
            return 0;
        }
    }
}

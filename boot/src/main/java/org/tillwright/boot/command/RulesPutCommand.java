package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.pricing.PricingRulesAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the rules of a file in the place of those that count. */
@Command(
        name = "put",
        mixinStandardHelpOptions = true,
        description = "Publishes the pricing rules of a file in the place of those that count.",
        footer = {
            "",
            SignInOptions.WHERE_FROM,
            "Ends with 0; with 1 when the rules were not published, and then everything that is wrong with them is told;",
            "with 2 when asked wrongly. Try rules with ./pos price first."
        })
public final class RulesPutCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The rules, as JSON.")
    Path file;

    @Mixin
    SignInOptions signIn;

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
            PricingRulesAnswer answer = session.put(RulesCommand.PATH, parameters, rules, PricingRulesAnswer.class);
            command.commandLine()
                    .getOut()
                    .println("The rules of " + file + " count as publication " + answer.number()
                            + "; registers fetch them with their next snapshot.");
            command.commandLine().getOut().flush();
            return 0;
        }
    }
}

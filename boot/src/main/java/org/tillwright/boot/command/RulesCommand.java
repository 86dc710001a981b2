package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads and publishes a server's pricing rules and a store's own rules, in the name of a manager. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Reads and publishes the pricing rules of a running store server: promotions, price lists, modifiers,"
                        + " deposits, taxes. docs/pricing-files.md says how the document is written. With shop, how one"
                        + " store sells: functions, tenders, limits, reasons; docs/shop-rules.md says how.",
        subcommands = {RulesGetCommand.class, RulesPutCommand.class, ShopRulesCommand.class})
public final class RulesCommand implements Callable<Integer> {

    static final String PATH = "pricing-rules";

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say get, put or shop.");
    }
}

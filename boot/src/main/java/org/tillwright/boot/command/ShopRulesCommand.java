package org.tillwright.boot.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads and publishes how one store sells, in the name of a manager. */
@Command(
        name = "shop",
        mixinStandardHelpOptions = true,
        description =
                "Reads and publishes how one store of a running store server sells: profile, functions, tenders, limits,"
                        + " reasons, papers. docs/shop-rules.md says how the document is written.",
        subcommands = {ShopRulesGetCommand.class, ShopRulesPutCommand.class})
public final class ShopRulesCommand implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "Say get or put.");
    }

    static String pathOf(String storeId) {
        return "stores/" + ServerSession.encoded(storeId) + "/shop-rules";
    }
}

package org.tillwright.boot.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tillwright.boot.platform.StartException;
import org.tillwright.wire.shop.PublishedShopRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the rules that a store sells by into a file, and says which publication they are. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Writes the rules that a store sells by into a file, as they were published.",
        footer = {
            "",
            SignInOptions.WHERE_FROM,
            "Ends with 0; with 1 when there are none, or they cannot be read; with 2 when asked wrongly."
        })
public final class ShopRulesGetCommand implements Callable<Integer> {

    @Mixin
    SignInOptions signIn;

    @Option(names = "--store", required = true, paramLabel = "ID", description = "The store's id.")
    String store;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the rules go.")
    Path output;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() throws StartException {
        String path = ShopRulesCommand.pathOf(store);
        try (ServerSession session = signIn.signIn()) {
            List<PublishedShopRules.Publication> published = session.get(
                            path + "/publications", Map.of(), PublishedShopRules.class)
                    .publications();
            if (published.isEmpty()) {
                throw new StartException(
                        "No rules of store " + store + " were published yet. Publish the first with --replaces 0.");
            }
            Long number = published.get(0).number();
            WholeFile.write(
                    output, session.get(path, Map.of("at", number.toString())).body());
            command.commandLine()
                    .getOut()
                    .println("Wrote " + output + ": the rules of store " + store + " of publication " + number
                            + ". To publish others in their place, give --replaces " + number + ".");
            command.commandLine().getOut().flush();
            return 0;
        }
    }
}

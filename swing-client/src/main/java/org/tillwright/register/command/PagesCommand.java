package org.tillwright.register.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tillwright.register.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pages}: one page for each role and language, to be printed and hung beside the till. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = {
            "Write the pages that hang beside the till: for cashiers, managers and IT, one A4 page each, in every language.",
            "They are HTML for any browser to print. Names and keys of functions are the register's own."
        })
public final class PagesCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "pages",
            description = "where they go (${DEFAULT-VALUE})")
    Path out = Path.of("pages");

    @Option(names = "--language", paramLabel = "CODE", description = "only this language")
    String language = "";

    @Override
    public Integer call() throws IOException {
        if (!language.isEmpty() && !Texts.LANGUAGES.contains(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "There are no pages in \"" + language + "\"; the languages are "
                            + String.join(", ", Texts.LANGUAGES) + ".");
        }
        Files.createDirectories(out);
        for (String each : language.isEmpty() ? Texts.LANGUAGES : List.of(language)) {
            for (String role : RolePage.ROLES) {
                Path file = out.resolve(role + "-" + each + ".html");
                Files.writeString(file, new RolePage(Texts.of(each)).html(role), StandardCharsets.UTF_8);
                spec.commandLine().getErr().println(file);
            }
        }
        return CommandLine.ExitCode.OK;
    }
}

package org.tillwright.register.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.function.FunctionId;
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

    static final List<String> ROLES = List.of("cashier", "manager", "it");

    private static final Pattern FUNCTION = Pattern.compile("\\{([A-Z_]+)}");

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
            for (String role : ROLES) {
                Path file = out.resolve(role + "-" + each + ".html");
                Files.writeString(file, page(role, Texts.of(each)), StandardCharsets.UTF_8);
                spec.commandLine().getErr().println(file);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** One page, whole: it needs no other file. */
    static String page(String role, Texts texts) throws IOException {
        String body = FUNCTION.matcher(resource(role + "_" + texts.language() + ".html"))
                .replaceAll(found -> function(found, texts));
        return "<!DOCTYPE html>\n<html lang=\"" + texts.language()
                + "\">\n<head><meta charset=\"utf-8\"><title>Tillwright: "
                + role + "</title>\n<style>\n" + resource("page.css") + "</style></head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    /** The words on a function's key, and the key of the keyboard. */
    private static String function(MatchResult found, Texts texts) {
        FunctionId id = FunctionId.find(found.group(1));
        if (id == null) {
            throw new IllegalStateException("a page names the function " + found.group(1) + ", which there is not");
        }
        FunctionKey key = id.key(texts);
        return "<b>" + key.label() + "</b> <kbd>" + key.shown() + "</kbd>";
    }

    private static String resource(String name) throws IOException {
        String path = "/org/tillwright/register/pages/" + name;
        try (InputStream in = Objects.requireNonNull(PagesCommand.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

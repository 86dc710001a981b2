package org.tillwright.register.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code barcodes}: a sheet with a barcode for each function, for hands that hold a scanner anyway. */
@Command(
        name = "barcodes",
        mixinStandardHelpOptions = true,
        description = {
            "Write a sheet with a command barcode for each function of the register.",
            "It is HTML for any browser to print. Scanning one does what its key does, if the shop has the function."
        })
public final class BarcodesCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "barcodes.html",
            description = "the sheet (${DEFAULT-VALUE})")
    Path out = Path.of("barcodes.html");

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "language of the words (${DEFAULT-VALUE})")
    String language = "en";

    @Override
    public Integer call() throws IOException {
        if (!Texts.LANGUAGES.contains(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "There are no words in \"" + language + "\"; the languages are "
                            + String.join(", ", Texts.LANGUAGES) + ".");
        }
        Files.writeString(out, sheet(Texts.of(language)), StandardCharsets.UTF_8);
        spec.commandLine().getErr().println(out);
        return CommandLine.ExitCode.OK;
    }

    static String sheet(Texts texts) throws IOException {
        StringBuilder sheet = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + texts.language()
                + "\">\n<head><meta charset=\"utf-8\"><title>Tillwright</title>\n<style>\n"
                + "@page { size: A4; margin: 12mm; }\n"
                + "body { font: 10pt Inter, \"DejaVu Sans\", sans-serif; margin: 0; display: grid;"
                + " grid-template-columns: repeat(2, 1fr); gap: 4mm 6mm; }\n"
                + "figure { margin: 0; padding: 3mm 2mm 2mm; break-inside: avoid; text-align: center;"
                + " border: .5pt dashed #8E8A80; border-radius: 2mm; }\n"
                + "svg { width: 100%; height: 11mm; display: block; margin-bottom: 1mm; }\nfigcaption { font-weight: 600; }\n"
                + "kbd { font: 9pt Inter, \"DejaVu Sans\", sans-serif; color: #565D65; margin-left: 2mm; }\n"
                + "</style></head>\n<body>\n");
        for (FunctionId id : FunctionId.values()) {
            sheet.append("<figure>")
                    .append(BarsPicture.svg(FunctionId.BARCODE_PREFIX + id.name()))
                    .append("<figcaption>")
                    .append(id.key(texts).label())
                    .append(" <kbd>")
                    .append(id.key(texts).shown())
                    .append("</kbd></figcaption></figure>\n");
        }
        return sheet.append("</body>\n</html>\n").toString();
    }
}

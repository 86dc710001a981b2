package org.tillwright.register.function;

import java.util.List;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.receipt.Papers;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.PaperLine.Align;
import org.tillwright.wire.receipt.PaperLine.Style;
import org.tillwright.wire.receipt.PaperWriter;

/** Lays out a paper with a command barcode for each function that a shop has. */
public final class CommandPaper {

    private CommandPaper() {}

    /** Returns the paper; each function with its words, its key of the keyboard and its bars. */
    public static Receipt of(List<FunctionKey> functions, Texts texts, int columns) {
        PaperWriter paper = new PaperWriter(columns);
        paper.headline(texts.text("commands.title"), Style.TALL);
        paper.wrapped(texts.text("commands.explained"), Style.NORMAL, Align.CENTRE);
        for (FunctionKey function : functions) {
            paper.rule('-');
            paper.wrapped(function.label() + "  " + keyed(function), Style.BOLD, Align.CENTRE);
            paper.add(new PaperLine.Barcode(FunctionId.BARCODE_PREFIX + function.id()));
        }
        paper.add(new PaperLine.Cut());
        return Papers.of(paper.lines(), null);
    }

    /** Receipt printers have no arrow for the shift key. */
    private static String keyed(FunctionKey function) {
        return function.shown().replace("\u21e7", "Shift+");
    }
}

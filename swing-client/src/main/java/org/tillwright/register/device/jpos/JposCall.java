package org.tillwright.register.device.jpos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.Receipt.ReceiptLine;
import org.tillwright.wire.json.Limit;

/**
 * What the register asks of a maker's service.
 *
 * @param verb the name of a {@link Verb}
 * @param paper lines to print
 * @param top the first line to show
 * @param bottom the second line to show
 */
public record JposCall(
        String verb,
        @Nullable List<PaperLine> paper,
        @Nullable @Limit(MOST_SHOWN) String top,
        @Nullable @Limit(MOST_SHOWN) String bottom) {

    /** Characters of a line to show; no display has as many. */
    static final int MOST_SHOWN = 250;

    /** Bytes of JSON that the lines of one call may take; a frame of the device host holds a little more. */
    static final int MOST_PAPER_BYTES = 56_000;

    /** What can be asked. */
    public enum Verb {
        /** Keep these lines of a receipt. */
        PAPER,
        /** Print what was kept, and these lines. */
        PRINT,
        OPEN_DRAWER,
        SHOW,
        WEIGH,
        HEALTH
    }

    /** A question that says all by its verb. */
    static JposCall of(Verb verb) {
        return new JposCall(verb.name(), null, null, null);
    }

    /** The calls that print a receipt, in their order. Nothing is printed before the last. */
    static List<JposCall> print(Receipt receipt) {
        var calls = new ArrayList<JposCall>();
        var lines = new ArrayList<PaperLine>();
        int bytes = 0;
        for (ReceiptLine each : receipt.lines()) {
            PaperLine line = PaperLine.of(each);
            if (bytes + line.mostBytes() > MOST_PAPER_BYTES) {
                calls.add(paper(Verb.PAPER, lines));
                lines.clear();
                bytes = 0;
            }
            lines.add(line);
            bytes += line.mostBytes();
        }
        calls.add(paper(Verb.PRINT, lines));
        return calls;
    }

    private static JposCall paper(Verb verb, List<PaperLine> lines) {
        return new JposCall(verb.name(), List.copyOf(lines), null, null);
    }

    /** Show these lines. */
    static JposCall show(String top, String bottom) {
        return new JposCall(
                Verb.SHOW.name(), null, PaperLine.whole(top, MOST_SHOWN), PaperLine.whole(bottom, MOST_SHOWN));
    }

    /** True if this is what is asked. */
    public boolean is(Verb asked) {
        return verb.equals(asked.name());
    }

    /** The lines to keep or to print. */
    public List<ReceiptLine> receiptLines() {
        return paper == null ? List.of() : paper.stream().map(PaperLine::line).toList();
    }
}

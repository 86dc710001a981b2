package org.tillwright.server.papers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.ReceiptComposer;
import org.tillwright.wire.receipt.ReceiptFacts;
import org.tillwright.wire.receipt.ReceiptPrint;
import org.tillwright.wire.receipt.ReceiptSale;
import org.tillwright.wire.receipt.ReceiptTemplate;
import org.tillwright.wire.receipt.ReceiptWords;

/** A sale whose papers can be made: with its store, and what a sale does not carry. */
public final class SoldPaper {

    private final ReceiptSale subject;
    private final ReceiptFacts facts;
    private final ReceiptTemplate template;

    SoldPaper(JournalRecord record, ReceiptFacts facts, @Nullable String template) {
        this.subject = ReceiptSale.of(record);
        this.facts = facts;
        this.template = template == null ? ReceiptTemplate.usual() : ReceiptTemplate.orUsual(template);
    }

    public ReceiptSale subject() {
        return subject;
    }

    public SnapshotMessage.Store store() {
        return facts.store();
    }

    /** Returns what else is known of the sale's people and goods. */
    public ReceiptFacts facts() {
        return facts;
    }

    /** Lays the receipt out as the register does. */
    public List<PaperLine> receipt(ReceiptWords words, int columns) {
        return new ReceiptComposer(subject, ReceiptPrint.ORIGINAL, facts, words, columns).compose(template);
    }
}

package org.tillwright.server.papers;

import java.util.List;
import java.util.Optional;
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
    private final @Nullable Logo logo;

    SoldPaper(JournalRecord record, ReceiptFacts facts, @Nullable String template, @Nullable Logo logo) {
        this.subject = ReceiptSale.of(record);
        this.facts = facts;
        this.template = template == null ? ReceiptTemplate.usual() : ReceiptTemplate.orUsual(template);
        this.logo = logo;
    }

    /** The shop's picture. */
    public static final class Logo {

        private final String mediaType;
        private final byte[] content;

        Logo(String mediaType, byte[] content) {
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** Returns what stands where the receipt has {@code PaperLine.Logo}; empty where it has none. */
    public Optional<Logo> logo() {
        return Optional.ofNullable(logo);
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

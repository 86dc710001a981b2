package org.tillwright.register.sale;

import java.lang.System.Logger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/**
 * The papers of a sale beside its usual receipt: one for who gets the present, one that is sent. What is wished before the
 * sale is paid is done when it is. Event thread only; every wish is on disk before it is said to be done.
 */
public final class SalePapers {

    private static final Logger LOG = System.getLogger(SalePapers.class.getName());

    private final SaleParts parts;
    private final LastSale last;
    private final SaleRecorder recorder;
    private final Set<Long> giftLines = new HashSet<>();
    private @Nullable UUID wishing;
    private @Nullable Address sendTo;
    private boolean wantsGift;
    private boolean wantsNoPaper;

    SalePapers(SaleParts parts, LastSale last) {
        this.parts = parts;
        this.last = last;
        this.recorder = new SaleRecorder(parts.journal(), parts.clock());
    }

    /**
     * Where a receipt goes.
     *
     * @param channel EMAIL or SMS
     * @param language that it is written in
     */
    public record Address(String channel, String address, String language) {}

    /** The sale before this one; after a start, the last one in the journal. */
    public Optional<FinishedSale> last() throws JournalException {
        Optional<FinishedSale> known = last.find();
        if (known.isEmpty()) {
            FinishedSale found = SaleRecovery.lastSale(parts.journal());
            if (found != null) {
                last.is(found);
            }
            return Optional.ofNullable(found);
        }
        return known;
    }

    /** Prints a receipt without prices; returns null, or why that could not be written down. */
    public @Nullable Notice printGift(
            FinishedSale finished, Set<Long> lines, Catalogue catalogue, SnapshotMessage.@Nullable Operator who) {
        Notice obstacle = recorder.write(
                catalogue,
                RecordKind.EVENT,
                new EventMessage(
                        "GIFT_RECEIPT_PRINTED",
                        catalogue.store().storeId(),
                        who == null ? null : who.operatorId(),
                        parts.clock().instant(),
                        finished.transactionId().toString(),
                        lines.isEmpty()
                                ? null
                                : "lines " + lines.stream().sorted().toList()));
        if (obstacle == null) {
            parts.devices().printGift(finished, lines);
        }
        return obstacle;
    }

    /** Asks the server to send a receipt; returns null, or why that is not on disk. Works without a server: it waits. */
    public @Nullable Notice send(UUID transactionId, Address to, Catalogue catalogue, SnapshotMessage.Operator who) {
        return recorder.write(
                catalogue,
                RecordKind.RECEIPT_REQUESTED,
                new ReceiptRequestMessage(
                        parts.ids().get(),
                        catalogue.store().storeId(),
                        transactionId,
                        who.operatorId(),
                        to.channel(),
                        to.address(),
                        to.language(),
                        parts.clock().instant()));
    }

    /** Wishes a receipt without prices for the sale in progress, of some lines or of all. */
    public void wishGift(UUID transactionId, Set<Long> lines) {
        begin(transactionId);
        wantsGift = true;
        giftLines.clear();
        giftLines.addAll(lines);
    }

    /** Wishes the receipt of the sale in progress sent, beside the paper or in its place. */
    public void wishSent(UUID transactionId, Address to, boolean onPaper) {
        begin(transactionId);
        sendTo = to;
        wantsNoPaper = !onPaper;
    }

    /** Where the receipt of the sale in progress goes; null for nowhere but onto paper. */
    public @Nullable Address sentTo(UUID transactionId) {
        return transactionId.equals(wishing) ? sendTo : null;
    }

    /** What the devices are to know of a sale that is now a fact. */
    FinishedSale wished(FinishedSale finished) {
        return finished.transactionId().equals(wishing) && wantsNoPaper ? finished.withoutPaper() : finished;
    }

    /** Does what was wished. The sale stands, whatever becomes of it. */
    void finished(FinishedSale finished, Catalogue catalogue, SnapshotMessage.Operator who) {
        if (!finished.transactionId().equals(wishing)) {
            return;
        }
        Address to = sendTo;
        if (wantsGift) {
            log(printGift(finished, Set.copyOf(giftLines), catalogue, who));
        }
        if (to != null && !finished.isTraining()) {
            log(send(finished.transactionId(), to, catalogue, who));
        }
        begin(null);
    }

    /** The sale itself went to the same disk a moment ago, so this is all but impossible; the status line tells of the disk. */
    private static void log(@Nullable Notice obstacle) {
        if (obstacle != null) {
            LOG.log(Logger.Level.WARNING, "a wish for a receipt was not written down: {0}", obstacle.key());
        }
    }

    private void begin(@Nullable UUID transactionId) {
        if (transactionId == null || !transactionId.equals(wishing)) {
            wishing = transactionId;
            giftLines.clear();
            sendTo = null;
            wantsGift = false;
            wantsNoPaper = false;
        }
    }
}

package org.tillwright.register.sale;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.WireJson;

/** Puts what a sale does into the journal. */
final class SaleRecorder {

    private final Journal journal;
    private final Clock clock;
    private boolean isTraining;

    SaleRecorder(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    JournalRecord append(Catalogue catalogue, RecordKind kind, Record message) throws JournalException {
        return journal.append(kind, new SellingRule(catalogue.number(), catalogue.taxPolicy()), message);
    }

    /** What is sold from now on is practised only, or counts again. */
    void train(boolean practises) {
        isTraining = practises;
    }

    boolean isTraining() {
        return isTraining;
    }

    /** Makes a paid sale a fact; a practised one is kept all the same, as what it is. */
    FinishedSale sold(SaleInProgress sale, String operatorId, TillSession till, Texts texts) throws JournalException {
        SaleMessage message = SaleWriter.write(sale, operatorId, till, clock.instant(), texts);
        RecordKind kind = isTraining ? RecordKind.TRAINING_SALE : RecordKind.SALE;
        return new FinishedSale(append(sale.catalogue(), kind, message), message);
    }

    /** Makes a sale a fact that was written elsewhere. */
    FinishedSale written(Catalogue catalogue, SaleMessage message) throws JournalException {
        if (!message.faults().isEmpty()) {
            throw new IllegalStateException("a sale that contradicts itself: " + message.faults());
        }
        return new FinishedSale(append(catalogue, RecordKind.SALE, message), message);
    }

    /** Writes down that a sale was given up; returns null, or why it is not on disk. */
    @Nullable
    Notice voided(SaleInProgress sale, String operatorId, TillSession till) {
        if (isTraining) {
            return null; // it never was a sale
        }
        return write(
                sale.catalogue(),
                RecordKind.SALE_VOIDED,
                SaleWriter.writeVoided(sale, operatorId, till, clock.instant()));
    }

    /** Returns null when the message is on disk, otherwise why it is not. */
    @Nullable
    Notice write(Catalogue catalogue, RecordKind kind, Record message) {
        try {
            append(catalogue, kind, message);
            return null;
        } catch (JournalException e) {
            return e.notice();
        }
    }

    /** Writes down something that moves neither goods nor money; returns null, or why it is not on disk. */
    @Nullable
    Notice event(
            Catalogue catalogue,
            SnapshotMessage.@Nullable Operator who,
            String event,
            String subject,
            @Nullable String detail) {
        return write(
                catalogue,
                RecordKind.EVENT,
                new EventMessage(
                        event,
                        catalogue.store().storeId(),
                        who == null ? null : who.operatorId(),
                        clock.instant(),
                        subject,
                        shortened(detail)));
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail != null && detail.length() > WireJson.MAX_TEXT ? detail.substring(0, WireJson.MAX_TEXT) : detail;
    }
}

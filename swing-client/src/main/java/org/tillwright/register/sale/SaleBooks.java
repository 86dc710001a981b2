package org.tillwright.register.sale;

import java.util.UUID;
import java.util.function.BiFunction;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleOutcome.Finished;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;

/** Sales that are facts: what becomes one, copies of their receipts, and others that undo them. Event thread only. */
public final class SaleBooks {

    private final SaleSession session;
    private final SaleParts parts;
    private final SaleRecorder recorder;
    private final LastSale last;
    private final CustomerView customer;

    SaleBooks(SaleSession session, SaleParts parts, SaleRecorder recorder, LastSale last, CustomerView customer) {
        this.session = session;
        this.parts = parts;
        this.recorder = recorder;
        this.last = last;
        this.customer = customer;
    }

    /**
     * Makes a sale a fact that nobody rang up here, such as one that undoes another; only between two sales, and never while
     * sales are practised.
     *
     * @param writing makes the message of who is signed on and the open till
     */
    public SaleOutcome record(BiFunction<SnapshotMessage.Operator, TillSession, SaleMessage> writing) {
        SnapshotMessage.Operator who = session.operator().orElse(null);
        Notice obstacle = session.isEmpty() ? session.obstacleToSell() : Notice.of("sale.finish-this-first");
        if (session.isTraining()) {
            obstacle = Notice.of("undoing.training");
        }
        if (obstacle != null || who == null) {
            return new Said(obstacle != null ? obstacle : Notice.of("sale.nobody-signed-on"));
        }
        try {
            Catalogue catalogue = session.catalogue();
            SaleMessage message = writing.apply(who, parts.till());
            UUID undone = message.details().postVoidOf();
            if (undone != null) {
                session.kitchen().callOff(undone); // first: a power cut in between is made good when it is undone again
            }
            return finished(recorder.written(catalogue, message), catalogue, who);
        } catch (JournalException e) {
            return new Said(e.notice());
        }
    }

    /** A sale is on disk, where the till counted it: the devices have it, its papers are made, and the next one begins. */
    SaleOutcome finished(FinishedSale sold, Catalogue catalogue, SnapshotMessage.Operator who) {
        FinishedSale finished = last.finished(sold);
        customer.finished(finished);
        last.papers().finished(finished, catalogue, who);
        session.begin();
        return new Finished(finished);
    }

    /** Prints the receipt of any sale of this register again, marked as a copy and counted. */
    public SaleOutcome reprint(FinishedSale again) {
        try {
            return last.reprint(again, (event, subject) -> session.event(event, subject, null));
        } catch (JournalException e) {
            return new Said(e.notice());
        }
    }
}

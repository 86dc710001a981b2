package org.tillwright.register.selling;

import java.util.List;
import java.util.Optional;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** Asks after a start what to do about a receipt that the printer never reported printed. Event thread only. */
public final class MissingReceipt {

    private static final String PRINT = "print";

    private final PrintedReceipts receipts;
    private final SellingModel selling;

    public MissingReceipt(PrintedReceipts receipts, SellingModel selling) {
        this.receipts = receipts;
        this.selling = selling;
    }

    /** Asks if the newest receipt is missing. Returns why that is not known, or nothing. */
    public Optional<Notice> offer() {
        try {
            receipts.newestUnsettled().ifPresent(this::ask);
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e.notice());
        }
    }

    private void ask(FinishedSale sale) {
        selling.ask(texts -> question(sale, texts), answer -> answered(sale, answer));
    }

    private static Question question(FinishedSale sale, Texts texts) {
        return new Question(
                texts.text("selling.receipt-missing.question", texts.amount(sale.total())),
                texts.text("selling.receipt-missing.detail"),
                List.of(
                        new Answer("leave", texts.text("selling.receipt-missing.leave"), false),
                        new Answer(PRINT, texts.text("selling.receipt-missing.print"), false)));
    }

    private void answered(FinishedSale sale, String answer) {
        if (answer.equals(PRINT)) {
            selling.reprint();
            return;
        }
        try {
            receipts.settled(sale);
        } catch (JournalException e) {
            selling.warn(e.notice());
        }
    }
}

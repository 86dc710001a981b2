package org.tillwright.wire.receipt;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalRules;
import org.tillwright.wire.receipt.PaperLine.Align;
import org.tillwright.wire.receipt.PaperLine.Style;
import org.tillwright.wire.sale.SaleMoment;

/** What a fiscal device says of a sale, on its receipt; or the sentence that it said nothing. Once on each paper. */
final class ReceiptFiscal {

    /** To the second: what is signed says so too. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final @Nullable FiscalMessage answer;
    private final String timeZone;
    private final ReceiptWords words;
    private final PaperWriter paper;
    private boolean isWritten;

    ReceiptFiscal(@Nullable FiscalMessage answer, String timeZone, ReceiptWords words, PaperWriter paper) {
        this.answer = answer;
        this.timeZone = timeZone;
        this.words = words;
        this.paper = paper;
    }

    void write() {
        FiscalMessage told = answer;
        if (told == null || isWritten) {
            return;
        }
        isWritten = true;
        paper.rule('-');
        FiscalMessage.Signature signature = told.signature();
        if (signature == null) {
            failure(told.country());
        } else {
            signature(signature);
        }
    }

    private void failure(String country) {
        String sentence = FiscalRules.of(country).failureSentence();
        paper.wrapped(sentence == null ? words.text("receipt.fiscal-failed") : sentence, Style.BOLD, Align.CENTRE);
    }

    private void signature(FiscalMessage.Signature signature) {
        var at = SaleMoment.of(signature.signedAt(), timeZone);
        paper.both(words.text("receipt.fiscal-device"), signature.deviceId());
        paper.both(words.text("receipt.fiscal-number"), Long.toString(signature.number()));
        paper.both(words.text("receipt.fiscal-signed"), words.date(at) + " " + TIME.format(at));
        paper.wrapped(words.text("receipt.fiscal-signature", signature.signature()), Style.NORMAL, Align.LEFT);
        paper.add(new PaperLine.Qr(signature.verification()));
    }
}

package org.tillwright.server.delivery;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.report.ReceiptPdf;
import org.tillwright.report.content.PaperRow;
import org.tillwright.server.papers.SoldPaper;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.receipt.PaperLine;
import org.tillwright.wire.receipt.ReceiptWords;
import org.tillwright.wire.receipt.TransactionCode;
import org.tillwright.wire.sale.SaleMoment;

/** Writes the letters: the receipt as the register prints it, in the language that was asked for. */
final class Letters {

    /** As wide as the paper of most shops, and as a phone held upright. */
    private static final int COLUMNS = 42;

    private Letters() {}

    static Letter of(Deliveries.Claimed claimed, SoldPaper paper) {
        ReceiptWords words = ReceiptWords.of(claimed.language());
        return claimed.channel() == Channel.SMS ? sms(claimed, paper, words) : mail(claimed, paper, words);
    }

    private static Letter sms(Deliveries.Claimed claimed, SoldPaper paper, ReceiptWords words) {
        SaleMessage sale = paper.subject().sale();
        String text = words.text(
                "receipt.sms",
                paper.store().name(),
                number(paper),
                words.date(SaleMoment.of(sale.endedAt(), paper.store().timeZone())),
                words.amount(paper.subject().due()),
                sale.currency(),
                words.amount(new Money(paper.subject().due().currency(), sale.taxMinor())),
                TransactionCode.of(sale.transactionId()));
        return new Letter(
                claimed.requestId(),
                claimed.address(),
                paper.store().name(),
                "",
                text.replace('\u2212', '-').replace('\u00a0', ' '),
                "",
                Letter.Enclosure.NONE,
                Letter.Enclosure.NONE);
    }

    private static String number(SoldPaper paper) {
        return paper.subject().workstationId() + " / " + paper.subject().sequence();
    }

    private static Letter mail(Deliveries.Claimed claimed, SoldPaper paper, ReceiptWords words) {
        List<PaperLine> lines = paper.receipt(words, COLUMNS);
        String subject = words.text("receipt.mail-subject", paper.store().name());
        String greeting = words.text("receipt.mail-greeting", paper.store().name());
        String code = words.text(
                "receipt.mail-code", TransactionCode.of(paper.subject().sale().transactionId()));
        String attached = words.text("receipt.mail-attached");
        String plain = String.join("\n", plain(lines));
        Letter.Enclosure logo = paper.logo()
                .map(kept -> new Letter.Enclosure("logo", kept.mediaType(), kept.content()))
                .orElse(Letter.Enclosure.NONE);
        byte[] pdf = ReceiptPdf.print(rows(lines), COLUMNS, subject, words.language(), logo.content());
        return new Letter(
                claimed.requestId(),
                claimed.address(),
                paper.store().name(),
                subject,
                greeting + "\n\n" + plain + "\n\n" + code + "\n" + attached + "\n",
                new MailPage(words.language(), subject).of(greeting, lines, code, attached),
                new Letter.Enclosure(
                        TransactionCode.of(paper.subject().sale().transactionId()) + ".pdf", "application/pdf", pdf),
                logo);
    }

    private static List<String> plain(List<PaperLine> lines) {
        List<String> plain = new ArrayList<>();
        for (PaperLine line : lines) {
            if (line instanceof PaperLine.Text text) {
                plain.add(placed(text).stripTrailing());
            } else if (line instanceof PaperLine.Barcode code) {
                plain.add(centred(code.content(), COLUMNS));
            }
        }
        return plain;
    }

    private static String placed(PaperLine.Text text) {
        return switch (text.align()) {
            case LEFT -> text.text();
            case CENTRE -> centred(text.text(), COLUMNS);
            case RIGHT -> " ".repeat(Math.max(0, COLUMNS - text.text().length())) + text.text();
        };
    }

    private static String centred(String text, int columns) {
        return " ".repeat(Math.max(0, (columns - text.length()) / 2)) + text;
    }

    private static List<PaperRow> rows(List<PaperLine> lines) {
        List<PaperRow> rows = new ArrayList<>();
        for (PaperLine line : lines) {
            if (line instanceof PaperLine.Text text) {
                rows.add(new PaperRow(
                        PaperRow.Kind.valueOf(text.style().name()),
                        PaperRow.Place.valueOf(text.align().name()),
                        text.text()));
            } else if (line instanceof PaperLine.Barcode code) {
                rows.add(new PaperRow(PaperRow.Kind.BARCODE, PaperRow.Place.CENTRE, code.content()));
            } else if (line instanceof PaperLine.Qr code) {
                rows.add(new PaperRow(PaperRow.Kind.QR, PaperRow.Place.CENTRE, code.content()));
            } else if (line instanceof PaperLine.Logo) {
                rows.add(new PaperRow(PaperRow.Kind.PICTURE, PaperRow.Place.CENTRE, ""));
            }
        }
        return rows;
    }
}

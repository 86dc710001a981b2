package org.tillwright.server.delivery;

import java.util.List;
import org.tillwright.wire.receipt.PaperLine;

/**
 * Writes a receipt as a page that every mail program can show: no script, nothing loaded from elsewhere. The shop's picture
 * travels with it, as {@code cid:logo}.
 */
final class MailPage {

    private static final String MONO =
            "font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;white-space:pre;margin:0;";

    /** What the page calls the picture that comes with it. */
    static final String LOGO = "logo";

    private final String language;
    private final String title;

    MailPage(String language, String title) {
        this.language = language;
        this.title = title;
    }

    String of(String greeting, List<PaperLine> lines, String code, String attached) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title></head>\n<body style=\"margin:0;padding:16px;background:#F4F3EF;color:#1A1E22\">\n")
                .append(paragraph(greeting))
                .append("<div style=\"display:inline-block;background:#FFFFFF;padding:16px;border-radius:8px\">\n");
        for (PaperLine line : lines) {
            if (line instanceof PaperLine.Text text) {
                page.append(line(text));
            } else if (line instanceof PaperLine.Barcode barcode) {
                page.append("<p style=\"" + MONO + "text-align:center\">")
                        .append(escaped(barcode.content()))
                        .append("</p>\n");
            } else if (line instanceof PaperLine.Logo) {
                page.append("<p style=\"text-align:center;margin:0 0 8px\"><img src=\"cid:")
                        .append(LOGO)
                        .append("\" alt=\"\" style=\"max-width:200px;max-height:120px\"></p>\n");
            }
        }
        return page.append("</div>\n")
                .append(paragraph(code))
                .append(paragraph(attached))
                .append("</body></html>\n")
                .toString();
    }

    private static String line(PaperLine.Text text) {
        String style =
                switch (text.style()) {
                    case NORMAL -> "font-size:14px;";
                    case BOLD -> "font-size:14px;font-weight:bold;";
                    case TALL -> "font-size:14px;font-weight:bold;line-height:2;";
                    case LARGE -> "font-size:28px;";
                };
        String align =
                switch (text.align()) {
                    case LEFT -> "";
                    case CENTRE -> "text-align:center;";
                    case RIGHT -> "text-align:right;";
                };
        String content = text.text().isEmpty() ? "&nbsp;" : escaped(text.text());
        return "<p style=\"" + MONO + style + align + "\">" + content + "</p>\n";
    }

    private static String paragraph(String sentence) {
        return "<p style=\"font-family:Inter,Arial,sans-serif;font-size:14px\">" + escaped(sentence) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package org.tillwright.wire.receipt;

import java.util.List;
import org.tillwright.wire.json.Fault;

/**
 * How a receipt is laid out: the lines of a template, understood. The language is described for shops in docs/receipts.md.
 * Marks that the law or honesty asks for, such as COPY and TRAINING, are printed whatever a template says.
 */
public record ReceiptTemplate(List<TemplateStep> steps) {

    /** Lines of a template. */
    public static final int MAX_LINES = 500;

    /** Characters of one line. */
    public static final int MAX_LINE = 300;

    /** The layout of every shop that has none of its own. */
    public static final String USUAL_TEXT =
            """
            # How a receipt looks when the shop says nothing else.
            logo
            shop
            blank
            header
            customer
            salesperson
            pickup
            rule
            lines
            rule
            total
            tenders
            savings
            if prices
              rule
            end
            taxes
            coupons
            credits
            fiscal
            blank
            footer
            qr
            barcode
            """;

    private static final ReceiptTemplate USUAL = new TemplateReader(USUAL_TEXT).template();

    public ReceiptTemplate {
        steps = List.copyOf(steps);
    }

    /** Returns the layout of every shop that has none of its own. */
    public static ReceiptTemplate usual() {
        return USUAL;
    }

    /**
     * Reads a template that was checked before it was published.
     *
     * @throws IllegalArgumentException with every fault
     */
    public static ReceiptTemplate of(String text) {
        return new TemplateReader(text).template();
    }

    /**
     * Reads a template, or takes the usual one where this program does not understand it: a shop must be able to sell, also
     * when its server knows a newer language.
     */
    public static ReceiptTemplate orUsual(String text) {
        TemplateReader reader = new TemplateReader(text);
        return reader.faults().isEmpty() ? reader.template() : USUAL;
    }

    /**
     * Returns everything that is wrong with a template; empty for one that can be published.
     *
     * @param field where the template stands in its document, such as {@code receipts.template}
     */
    public static List<Fault> faults(String text, String field) {
        return new TemplateReader(text)
                .faults().stream()
                        .map(fault -> new Fault(field, fault.toString()))
                        .toList();
    }
}

package org.tillwright.register.selling;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.register.device.WeighingOrder;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;

/** What the packing of the next weighed goods weighs, as somebody keyed or weighed it. It counts once, and for this sale. */
final class Tare {

    private final SaleSession sale;
    private @Nullable UUID saleId;
    private long grams;

    Tare(SaleSession sale) {
        this.sale = sale;
    }

    /** In grams; empty when nobody said anything, and 0 when somebody said that there is none. */
    Optional<Long> keyed() {
        return sale.transactionId().equals(saleId) ? Optional.of(grams) : Optional.empty();
    }

    /** It was used, or nobody wants it any more. */
    void forget() {
        saleId = null;
    }

    /** Takes what was keyed, in grams; tells what came of it. */
    Notice key(String text) {
        String figures = text.strip();
        return figures.matches("[0-9]{1,4}") ? set(Long.parseLong(figures)) : Notice.of("tare.keyed-wrongly", figures);
    }

    /** Takes what lies on the scale for packing; tells what came of it. */
    Notice set(long tareGrams) {
        if (tareGrams > WeighingOrder.MOST_TARE_GRAMS) {
            return Notice.of("tare.too-heavy");
        }
        saleId = sale.transactionId();
        grams = tareGrams;
        return tareGrams == 0 ? Notice.of("tare.none") : Notice.of("tare.next", String.valueOf(tareGrams));
    }

    /** Puts a tare beside what the scale says. */
    static String beside(String words, long tareGrams, Texts texts) {
        return tareGrams == 0
                ? words
                : texts.text(
                        "weigh.with-tare", words, CartDrawing.quantity(new Quantity(tareGrams), Unit.KILOGRAM, texts));
    }
}

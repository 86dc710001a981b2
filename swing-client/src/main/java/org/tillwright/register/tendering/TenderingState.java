package org.tillwright.register.tendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;

/**
 * Everything the tendering screen shows, ready to draw.
 *
 * @param due what is still to be paid, with the currency
 * @param dueNote what is to be paid in cash where that is another amount, or empty
 * @param notes amounts a customer is likely to hand over, the exact one first
 * @param payments what was taken so far
 * @param terminal what the card terminal is doing, or null when it does nothing
 */
public record TenderingState(
        CartState cart,
        Announcement notice,
        String dueLabel,
        String due,
        String dueNote,
        List<QuickNote> notes,
        List<PaymentRow> payments,
        @Nullable Terminal terminal,
        @Nullable Question question,
        String cashLabel,
        boolean canTakeCard) {

    public static final TenderingState EMPTY = new TenderingState(
            CartState.EMPTY, Announcement.NONE, "", "", "", List.of(), List.of(), null, null, "", false);

    public TenderingState {
        notes = List.copyOf(notes);
        payments = List.copyOf(payments);
    }

    /** An amount to tap; the label names it as a person would. */
    public record QuickNote(String label, long minor) {}

    /** One payment, which can be taken back until the sale is finished. */
    public record PaymentRow(int index, String name, String amount) {}

    /**
     * A card payment on its way.
     *
     * @param text what it waits for
     * @param elapsed how long already, in words
     */
    public record Terminal(String text, String elapsed, boolean canCancel) {}
}

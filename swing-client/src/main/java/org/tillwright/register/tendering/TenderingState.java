package org.tillwright.register.tendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.cart.CartState;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;

/**
 * Everything the tendering screen shows, ready to draw.
 *
 * @param due what is still to be paid, with the currency
 * @param dueNote what is to be paid in cash where that is another amount, whose share it is, or empty
 * @param notes amounts a customer is likely to hand over, the exact one first
 * @param payments what was taken so far
 * @param work what stands in place of the keys, if anything does
 * @param entryHint what the empty entry field says
 * @param keys which tenders can be taken now
 */
public record TenderingState(
        CartState cart,
        Announcement notice,
        String dueLabel,
        String due,
        String dueNote,
        List<QuickNote> notes,
        List<PaymentRow> payments,
        Work work,
        String entryHint,
        Keys keys) {

    public static final TenderingState EMPTY = new TenderingState(
            CartState.EMPTY, Announcement.NONE, "", "", "", List.of(), List.of(), Work.NONE, "", Keys.NONE);

    public TenderingState {
        notes = List.copyOf(notes);
        payments = List.copyOf(payments);
    }

    /** What the card terminal or the wallet is doing, or null. */
    public @Nullable Terminal terminal() {
        return work.terminal();
    }

    public @Nullable Question question() {
        return work.question();
    }

    /**
     * What stands in place of the keys; all null for the keys themselves.
     *
     * @param terminal what the card terminal or the wallet is doing
     */
    public record Work(
            @Nullable Terminal terminal,
            @Nullable Question question,
            @Nullable Prompt prompt,
            @Nullable Choices choices) {

        public static final Work NONE = new Work(null, null, null, null);
    }

    /**
     * Which keys there are and what they say.
     *
     * @param hasCash true in a shop that takes cash
     * @param hasCard true in a shop that takes cards
     * @param others the other tenders, in the shop's order
     * @param tip what the tip key says; empty where no tips are asked for
     * @param canSplit true in a shop that shares bills out
     */
    public record Keys(
            String cashLabel,
            boolean hasCash,
            boolean hasCard,
            boolean canTakeCard,
            List<TenderKey> others,
            String tip,
            boolean canSplit) {

        public static final Keys NONE = new Keys("", true, true, false, List.of(), "", false);

        public Keys {
            others = List.copyOf(others);
        }
    }

    /**
     * A key of another tender.
     *
     * @param type what the model is told
     * @param isOn whether it can be hit; where not, its label says why
     */
    public record TenderKey(String type, String label, boolean isOn) {}

    /** An amount to tap; the label names it as a person would. */
    public record QuickNote(String label, long minor) {}

    /** One payment, which can be taken back until the sale is finished. */
    public record PaymentRow(int index, String name, String amount) {}

    /**
     * A payment on its way.
     *
     * @param text what it waits for
     * @param elapsed how long already, in words
     * @param code what the customer scans with the phone; empty for nothing
     */
    public record Terminal(String text, String elapsed, String code, boolean canCancel) {}
}

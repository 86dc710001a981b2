package org.tillwright.register.selling;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.text.Texts;

/** What the selling screen waits for before it goes on. */
sealed interface Awaited {

    /** The next scan, tile or key. */
    record Nothing() implements Awaited {}

    /** How many of the chosen line. */
    record LineQuantity(int line) implements Awaited {}

    /** What one of the chosen line costs from now on. */
    record LinePrice(int line) implements Awaited {}

    /** Why it costs that. */
    record PriceReason(int line, UnitPrice price) implements Awaited {}

    /** A price for an item that has none. */
    record ItemPrice(Catalogue.Item item, Quantity quantity) implements Awaited {}

    /** A weight or measure. */
    record ItemQuantity(Catalogue.Item item, boolean isReturn) implements Awaited {}

    /** What the label on the goods says that they cost. */
    record ItemLabel(Catalogue.Item item, boolean isReturn) implements Awaited {}

    /** The code or tile of goods that come back. */
    record ReturnedGoods() implements Awaited {}

    /** Yes or no to giving the sale up. */
    record VoidConfirmed() implements Awaited {}

    /** An answer to something that does not concern the sale in progress. */
    record Asked(Function<Texts, Question> question, Consumer<String> then) implements Awaited {}

    /** Something a function asked to be keyed, or scanned. */
    record Keyed(Function<Texts, Prompt> prompt, Consumer<String> then, boolean takesScans) implements Awaited {}

    /** A choice from a list. */
    record Chosen(Function<Texts, Choices> choices, Choosing choosing) implements Awaited {}

    /** Something that takes a moment. */
    record Waiting(Function<Texts, String> what) implements Awaited {}

    /** Money that is on its way: nobody leaves before it is known what became of it. */
    record Held(Function<Texts, String> what) implements Awaited {}

    /** One of the functions that are not on the first screen. */
    record More() implements Awaited {}

    /** Returns what a sale still wants to know, or null when it wants nothing. */
    static @Nullable Awaited missing(SaleOutcome outcome) {
        if (outcome instanceof SaleOutcome.NeedsQuantity needed) {
            return new ItemQuantity(needed.item(), needed.isReturn());
        } else if (outcome instanceof SaleOutcome.NeedsLabel needed) {
            return new ItemLabel(needed.item(), needed.isReturn());
        } else if (outcome instanceof SaleOutcome.NeedsPrice needed) {
            return new ItemPrice(needed.item(), needed.quantity());
        }
        return null;
    }
}

package org.tillwright.register.selling;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.label.ItemLabels;
import org.tillwright.register.label.Label;
import org.tillwright.register.sale.SaleSession;

/** Prints labels of one item: for its shelf, for the goods, or for a pack that was weighed. */
public final class LabelFunction {

    private static final String SHELF = "shelf";
    private static final String PACK = "pack";
    private static final int MAX_GRAMS = 999_999;

    private final SaleSession sale;
    private final Conversation talk;
    private final BiConsumer<Label, Integer> printer;

    /** @param printer prints so many of a label, and tells by itself what becomes of them */
    public LabelFunction(SaleSession sale, Conversation talk, BiConsumer<Label, Integer> printer) {
        this.sale = sale;
        this.talk = talk;
        this.printer = printer;
    }

    /**
     * Is one of these functions from now on.
     *
     * @param isThere whether the register has a label printer at the moment
     */
    public void into(Functions functions, BooleanSupplier isThere) {
        functions.put(FunctionId.LABEL, isThere, keyed -> choose());
    }

    private void choose() {
        ItemChoice.Heading heading =
                new ItemChoice.Heading(texts -> texts.text("label.title"), texts -> texts.text("label.detail"));
        new ItemChoice(talk, sale, heading, item -> true, this::chosen).choose();
    }

    private void chosen(Catalogue.Item item) {
        UnitPrice price = sale.prices().apply(item);
        if (item.unit() != Unit.KILOGRAM || price == null) {
            count(new ItemLabels(sale.catalogue()).item(item, price));
            return;
        }
        talk.ask(
                texts -> new Question(
                        texts.text("label.which", name(item)),
                        "",
                        List.of(
                                new Question.Answer(SHELF, texts.text("label.shelf"), false),
                                new Question.Answer(PACK, texts.text("label.weighed"), false))),
                answer -> {
                    if (answer.equals(SHELF)) {
                        count(new ItemLabels(sale.catalogue()).item(item, price));
                    } else {
                        weigh(item, price);
                    }
                });
    }

    private void weigh(Catalogue.Item item, UnitPrice price) {
        talk.key(
                texts -> new Prompt(
                        texts.text("label.weight", name(item)),
                        texts.text("label.weight.detail"),
                        texts.text("label.weight.hint"),
                        false),
                keyed -> {
                    Optional<Quantity> weight =
                            KeyedFigures.quantity(keyed).filter(each -> !each.isZero() && each.milli() <= MAX_GRAMS);
                    if (weight.isEmpty()) {
                        talk.say(Announcement.warning(talk.texts().text("label.no-weight", keyed)));
                        return;
                    }
                    packed(
                            item,
                            new ItemLabels(sale.catalogue())
                                    .pack(item, price, weight.get().milli())
                                    .orElse(null));
                });
    }

    private void packed(Catalogue.Item item, @Nullable Label label) {
        if (label == null) {
            talk.leave();
            talk.say(Announcement.warning(talk.texts().text("label.no-gtin", name(item))));
        } else {
            count(label);
        }
    }

    private void count(Label label) {
        LongConsumer print = copies -> {
            talk.leave();
            talk.say(Announcement.done(talk.texts().text("label.printing", label.name(), Long.toString(copies))));
            printer.accept(label, Math.toIntExact(copies));
        };
        talk.key(
                texts -> new Prompt(
                        texts.text("label.count", label.name()),
                        texts.text("label.count.detail", Integer.toString(LabelPrinter.MAX_COPIES)),
                        texts.text("label.count.hint"),
                        false),
                keyed -> {
                    boolean isNumber = keyed.strip().matches("[0-9]{1,3}");
                    int copies = isNumber ? Integer.parseInt(keyed.strip()) : 0;
                    if (copies < 1 || copies > LabelPrinter.MAX_COPIES) {
                        talk.say(Announcement.warning(
                                talk.texts().text("label.no-count", keyed, Integer.toString(LabelPrinter.MAX_COPIES))));
                    } else {
                        print.accept(copies);
                    }
                });
    }

    private String name(Catalogue.Item item) {
        return sale.catalogue().nameOf(item, talk.texts().language());
    }
}

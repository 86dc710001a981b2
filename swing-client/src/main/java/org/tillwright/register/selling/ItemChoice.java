package org.tillwright.register.selling;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.sale.ScannedItem;
import org.tillwright.register.text.Texts;

/** Lets the operator choose an item by scanning it, by its code, or by a part of its name; each with its price of now. */
final class ItemChoice implements Choosing {

    private static final int MOST_FOUND = 50;

    private final Conversation talk;
    private final SaleSession sale;
    private final Heading heading;
    private final Predicate<Catalogue.Item> fits;
    private final Consumer<Catalogue.Item> then;
    private String typed = "";

    /** @param fits what may be chosen here */
    ItemChoice(
            Conversation talk,
            SaleSession sale,
            Heading heading,
            Predicate<Catalogue.Item> fits,
            Consumer<Catalogue.Item> then) {
        this.talk = talk;
        this.sale = sale;
        this.heading = heading;
        this.fits = fits;
        this.then = then;
    }

    void choose() {
        talk.choose(this::choices, this);
    }

    private Choices choices(Texts texts) {
        Function<Catalogue.Item, @Nullable UnitPrice> prices = sale.prices();
        List<Choices.Row> rows = sale.catalogue().search(typed, texts.language(), MOST_FOUND).stream()
                .filter(fits)
                .map(item -> new Choices.Row(
                        item.itemId(),
                        sale.catalogue().nameOf(item, texts.language()),
                        String.join(" · ", item.codes()),
                        CartDrawing.price(prices.apply(item), item.unit(), texts)))
                .toList();
        String nothing = texts.text(typed.isEmpty() ? "item-choice.how" : "item-choice.nothing", typed);
        return new Choices(
                heading.title().apply(texts),
                heading.detail().apply(texts),
                texts.text("item-choice.hint"),
                rows,
                nothing);
    }

    @Override
    public void typed(String text) {
        typed = text.strip();
        talk.refresh();
    }

    @Override
    public void chosen(String id) {
        sale.catalogue().find(id).ifPresent(then);
    }

    @Override
    public void entered(String text) {
        if (!text.isBlank()) {
            scanned(text.strip());
        }
    }

    @Override
    public boolean scanned(String code) {
        Optional<Catalogue.Item> item = ScannedItem.of(code, sale).filter(fits);
        if (item.isPresent()) {
            then.accept(item.get());
        } else {
            talk.say(Announcement.warning(talk.texts().text("item-choice.nothing", code)));
        }
        return true;
    }

    /** What stands over the list. */
    record Heading(Function<Texts, String> title, Function<Texts, String> detail) {}
}

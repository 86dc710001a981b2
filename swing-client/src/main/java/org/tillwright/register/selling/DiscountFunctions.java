package org.tillwright.register.selling;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.sale.SaleDiscounts;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** Takes something off a line or the whole sale: how much, why, and if need be with somebody's approval. */
final class DiscountFunctions {

    /** Why, where the shop has no reasons of its own. */
    private static final String NO_REASON = "BY_HAND";

    private final SellingModel selling;
    private final SaleSession sale;
    private final Reasons reasons;
    private final Conversation talk;

    DiscountFunctions(SellingModel selling, SaleSession sale, Reasons reasons) {
        this.selling = selling;
        this.sale = sale;
        this.reasons = reasons;
        this.talk = selling.conversation();
    }

    /** A discount on the chosen line; {@code keyed} is how much, or empty. */
    void ofLine(String keyed) {
        int line = selling.currentLine();
        if (line == 0) {
            talk.say(Announcement.information(talk.texts().text("selling.no-line")));
            return;
        }
        String name = selling.description(line);
        begin(
                keyed,
                new Target(
                        texts -> texts.text("discount.line.title", name),
                        (wanted, approver) -> sale.discounts().line(line, wanted, approver),
                        () -> sale.discounts().clearLine(line)));
    }

    /** A discount on the whole sale; {@code keyed} is how much, or empty. */
    void ofSale(String keyed) {
        if (sale.lines().isEmpty()) {
            talk.say(Announcement.information(talk.texts().text("discount.nothing")));
            return;
        }
        begin(
                keyed,
                new Target(
                        texts -> texts.text("discount.sale.title", texts.amount(sale.total())),
                        (wanted, approver) -> sale.discounts().sale(wanted, approver),
                        () -> sale.discounts().clearSale()));
    }

    /** What is discounted. */
    private record Target(Function<Texts, String> title, Giving giving, Clearing clearing) {}

    private interface Giving {

        SaleOutcome give(SaleDiscounts.Wanted wanted, SnapshotMessage.Operator approver);
    }

    private interface Clearing {

        SaleOutcome clear();
    }

    private void begin(String keyed, Target target) {
        talk.key(
                texts -> new Prompt(
                        target.title().apply(texts),
                        texts.text("discount.detail", example(texts)),
                        texts.text("discount.hint"),
                        false),
                text -> keyed(text.strip(), target));
        if (!keyed.isBlank()) {
            keyed(keyed.strip(), target); // what cannot be read is told, and the prompt is there to try again
        }
    }

    /** Two decimals make an amount of most currencies: 2.50 is one, 10 and 12.5 are percentages. */
    private String example(Texts texts) {
        return texts.figures().amount(new Money(currency(), 250));
    }

    private void keyed(String text, Target target) {
        Optional<Rate> percent = percent(text);
        Optional<Money> amount = percent.isPresent() ? Optional.empty() : amount(text);
        if (percent.isEmpty() && amount.isEmpty()) {
            talk.say(Announcement.warning(talk.texts().text("discount.unreadable", text)));
        } else if (percent.filter(rate -> rate.ppm() == 0).isPresent()
                || amount.filter(Money::isZero).isPresent()) {
            talk.leave();
            SaleOutcome cleared = target.clearing().clear();
            selling.told(cleared, approver -> target.clearing().clear(), () -> done("discount.cleared"));
        } else {
            why(reason -> selling.inOwnName(
                    approver -> target.giving()
                            .give(
                                    new SaleDiscounts.Wanted(percent.orElse(null), amount.orElse(null), reason),
                                    approver),
                    () -> done("discount.given")));
        }
    }

    private void why(Consumer<String> then) {
        if (reasons.has(Reasons.DISCOUNT)) {
            reasons.ask(Reasons.DISCOUNT, texts -> texts.text("reason.discount"), then);
        } else {
            then.accept(NO_REASON);
        }
    }

    private void done(String key) {
        talk.say(Announcement.done(talk.texts().text(key, talk.texts().amount(sale.total()))));
    }

    /** Reads a percentage up to 100; what has the decimals of an amount is none, unless it says so itself. */
    private Optional<Rate> percent(String keyed) {
        boolean says = keyed.endsWith("%");
        String figures = says ? keyed.substring(0, keyed.length() - 1).strip() : keyed;
        int point = Math.max(figures.indexOf('.'), figures.indexOf(','));
        int decimals = point < 0 ? 0 : figures.length() - point - 1;
        if (!says && point >= 0 && (decimals == 0 || decimals == currency().digits())) {
            return Optional.empty();
        }
        return KeyedFigures.quantity(figures)
                .map(read -> read.milli() * Rate.WHOLE / (100L * 1_000))
                .filter(ppm -> ppm <= Rate.WHOLE)
                .map(Rate::new);
    }

    private Optional<Money> amount(String keyed) {
        return keyed.endsWith("%") ? Optional.empty() : KeyedFigures.amount(keyed, currency());
    }

    private Currency currency() {
        return sale.catalogue().currency();
    }
}

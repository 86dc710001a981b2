package org.tillwright.register.till;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/** Opens the till with the cash that is counted into it. Used on the event thread only. */
public final class TillOpeningModel implements TillOpeningIntents {

    private final TillSession till;
    private final Supplier<SnapshotMessage.Operator> operator;
    private final Supplier<Currency> currency;
    private final Exits exits;
    private final Consumer<TillOpeningState> view;
    private Texts texts;
    private Announcement notice = Announcement.NONE;

    public TillOpeningModel(
            TillSession till,
            Supplier<SnapshotMessage.Operator> operator,
            Supplier<Currency> currency,
            Texts texts,
            Exits exits,
            Consumer<TillOpeningState> view) {
        this.till = till;
        this.operator = operator;
        this.currency = currency;
        this.texts = texts;
        this.exits = exits;
        this.view = view;
    }

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    public void begin() {
        notice = Announcement.NONE;
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    @Override
    public void open(String keyedFloat) {
        Optional<Money> cash = KeyedFigures.amount(keyedFloat, currency.get());
        if (cash.isEmpty()) {
            boolean isNothing = keyedFloat.isEmpty();
            say(Announcement.warning(
                    isNothing ? texts.text("till.open.key-float") : texts.text("tendering.no-amount", keyedFloat)));
            return;
        }
        TillOutcome outcome = till.open(cash.get(), operator.get());
        if (outcome instanceof TillOutcome.Opened) {
            exits.opened(
                    Announcement.done(texts.text("till.opened", texts.figures().amount(cash.get()))));
        } else {
            say(TillWords.of(outcome, texts));
        }
    }

    @Override
    public void signOff() {
        exits.signOff();
    }

    private void show() {
        view.accept(new TillOpeningState(
                texts.text("till.open.title"),
                texts.text("till.open.detail"),
                texts.text("till.open.float", currency.get().code()),
                notice,
                false));
    }

    /** Where this screen leads. */
    public interface Exits {

        void opened(Announcement said);

        void signOff();
    }
}

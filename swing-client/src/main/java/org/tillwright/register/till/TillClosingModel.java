package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.CashNotes;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.CountRow;
import org.tillwright.register.till.TillClosingState.ResultRow;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage;

/**
 * Counts the till and closes it. Counts blindly: what should be in the drawer is not told before what is in it was
 * keyed. Used on the event thread only.
 */
public final class TillClosingModel implements TillClosingIntents {

    private static final String CLOSE = "close";
    private static final String DENOMINATION = "d";

    private final TillSession till;
    private final Supplier<SnapshotMessage.Operator> operator;
    private final Exits exits;
    private final Consumer<TillClosingState> view;
    private final Map<String, String> keyed = new HashMap<>();
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private boolean isByDenomination;
    private boolean isAsking;
    private @Nullable TillSettledMessage settled;

    public TillClosingModel(
            TillSession till,
            Supplier<SnapshotMessage.Operator> operator,
            Texts texts,
            Exits exits,
            Consumer<TillClosingState> view) {
        this.till = till;
        this.operator = operator;
        this.texts = texts;
        this.exits = exits;
        this.view = view;
    }

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Turned to: counting begins anew. */
    public void begin() {
        keyed.clear();
        isAsking = false;
        settled = null;
        notice = Announcement.NONE;
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    @Override
    public void counted(String rowId, String text) {
        keyed.put(rowId, text);
        show();
    }

    @Override
    public void byDenomination() {
        isByDenomination = !isByDenomination;
        show();
    }

    @Override
    public void compare() {
        if (settled != null) {
            exits.closed();
            return;
        }
        boolean isCashCounted = isByDenomination
                || !keyed.getOrDefault(TenderType.CASH.name(), "").isBlank();
        if (!isCashCounted) {
            say(Announcement.information(texts.text("till.close.key-cash")));
            return;
        }
        Optional<String> fault = rowIds().stream()
                .filter(id -> !isSound(id))
                .map(id -> keyed.getOrDefault(id, "").strip())
                .findFirst();
        if (fault.isPresent()) {
            say(Announcement.warning(texts.text("tendering.no-amount", fault.get())));
            return;
        }
        isAsking = true;
        say(Announcement.NONE);
    }

    @Override
    public void answered(String answerId) {
        isAsking = false;
        if (settled != null) {
            exits.closed();
        } else if (answerId.equals(CLOSE)) {
            TillOutcome outcome = till.settle(counts(), operator.get());
            if (outcome instanceof TillOutcome.Settled done) {
                settled = done.settled();
                notice = Announcement.done(texts.text("till.closed"));
                show();
            } else {
                say(TillWords.of(outcome, texts));
            }
        } else {
            show();
        }
    }

    @Override
    public void back() {
        if (settled != null) {
            exits.closed();
        } else {
            exits.back();
        }
    }

    // ---------------------------------------------------------------- figures

    private List<String> rowIds() {
        List<String> ids = new ArrayList<>();
        if (isByDenomination) {
            CashNotes.denominations(currency().code()).forEach(minor -> ids.add(DENOMINATION + minor));
        } else {
            ids.add(TenderType.CASH.name());
        }
        ids.add(TenderType.CARD.name());
        if (till.expected().containsKey(TenderType.COUPON)) {
            ids.add(TenderType.COUPON.name());
        }
        return ids;
    }

    /** Nothing counts as zero; a coin's row takes whole numbers only. */
    private boolean isSound(String id) {
        String text = keyed.getOrDefault(id, "").strip();
        return text.isEmpty()
                || (id.startsWith(DENOMINATION) ? pieces(text) : KeyedFigures.amount(text, currency())).isPresent();
    }

    private static Optional<Long> pieces(String text) {
        return KeyedFigures.quantity(text)
                .filter(quantity -> quantity.milli() % Quantity.ONE.milli() == 0)
                .map(quantity -> quantity.milli() / Quantity.ONE.milli());
    }

    private Map<TenderType, Money> counts() {
        Map<TenderType, Money> counts = new EnumMap<>(TenderType.class);
        for (String id : rowIds()) {
            TenderType tender = id.startsWith(DENOMINATION) ? TenderType.CASH : TenderType.valueOf(id);
            counts.merge(tender, amount(id), Money::plus);
        }
        return counts;
    }

    /** What was keyed for a row comes to; a coin's row holds how many there are. */
    private Money amount(String id) {
        String text = keyed.getOrDefault(id, "");
        Money zero = Money.zero(currency());
        if (!id.startsWith(DENOMINATION)) {
            return KeyedFigures.amount(text, currency()).orElse(zero);
        }
        return new Money(
                currency(),
                Math.multiplyExact(pieces(text).orElse(0L), Long.parseLong(id.substring(DENOMINATION.length()))));
    }

    private Currency currency() {
        TillSettledMessage done = settled;
        return Currency.of(
                done != null
                        ? done.currency()
                        : till.opened()
                                .orElseThrow(() -> new IllegalStateException("no till to count"))
                                .currency());
    }

    // ---------------------------------------------------------------- drawing

    private void show() {
        TillSettledMessage done = settled;
        List<CountRow> rows = done == null ? rows() : List.of();
        Money cash = done == null ? counts().getOrDefault(TenderType.CASH, Money.zero(currency())) : countedCash(done);
        view.accept(new TillClosingState(
                texts.text(done == null ? "till.close.title" : "till.closed.title"),
                done == null
                        ? texts.text("till.close.detail")
                        : Counted.text(texts, "till.closed.detail", done.transactionCount()),
                rows,
                done == null ? List.of() : results(done),
                texts.text("till.close.cash"),
                texts.figures().amount(cash),
                notice,
                question(),
                isByDenomination));
    }

    private List<CountRow> rows() {
        return rowIds().stream()
                .map(id -> {
                    boolean isCoin = id.startsWith(DENOMINATION);
                    String text = keyed.getOrDefault(id, "");
                    String name = isCoin
                            ? figures(Long.parseLong(id.substring(DENOMINATION.length())))
                            : texts.text("till.count." + id);
                    return new CountRow(
                            id,
                            name,
                            isCoin,
                            text,
                            text.isBlank() ? "" : texts.figures().amount(amount(id)));
                })
                .toList();
    }

    private List<ResultRow> results(TillSettledMessage done) {
        return done.counts().stream()
                .map(count -> {
                    long difference = count.countedMinor() - count.expectedMinor();
                    String key = difference == 0 ? "till.right" : difference > 0 ? "till.over" : "till.short";
                    return new ResultRow(
                            texts.text("tender." + count.tender()),
                            figures(count.expectedMinor()),
                            figures(count.countedMinor()),
                            texts.text(key, figures(Math.abs(difference))),
                            difference == 0);
                })
                .toList();
    }

    private @Nullable Question question() {
        if (!isAsking) {
            return null;
        }
        return new Question(
                texts.text("till.close.question"),
                texts.text(
                        "till.close.question.detail",
                        texts.figures().amount(counts().getOrDefault(TenderType.CASH, Money.zero(currency())))),
                List.of(
                        new Question.Answer("count", texts.text("till.close.count-again"), false),
                        new Question.Answer(CLOSE, texts.text("till.close.do"), true)));
    }

    private Money countedCash(TillSettledMessage done) {
        return done.counts().stream()
                .filter(count -> count.tender().equals(TenderType.CASH.name()))
                .findFirst()
                .map(count -> new Money(currency(), count.countedMinor()))
                .orElse(Money.zero(currency()));
    }

    private String figures(long minor) {
        return texts.figures().amount(new Money(currency(), minor));
    }

    /** Where this screen leads. */
    public interface Exits {

        /** The till stays open. */
        void back();

        void closed();
    }
}

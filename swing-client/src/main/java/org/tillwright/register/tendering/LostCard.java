package org.tillwright.register.tendering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.cards.CardRequest;
import org.tillwright.register.cards.CardRequest.Kind;
import org.tillwright.register.cards.CardRequest.State;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/**
 * A card payment whose answer was lost. The terminal is asked by itself until it says what became of it; meanwhile the sale may go
 * on without it. Only where the terminal cannot say, a person reads its papers.
 */
final class LostCard {

    static final String ASK = "ask";
    static final String GO_ON = "go-on";
    static final String CHARGED = "charged";
    static final String NOT_CHARGED = "not-charged";

    private static final Duration ASK_EVERY = Duration.ofSeconds(3);

    private final TenderDesk desk;
    private final CardPayments cards;
    private final Tips tips;
    private boolean isSayable;
    private boolean isAsking;
    private Instant nextAsking = Instant.MIN;

    LostCard(TenderDesk desk, CardPayments cards, Tips tips) {
        this.desk = desk;
        this.cards = cards;
        this.tips = tips;
    }

    /** What is on disk is brought into the sale: the program ended before the sale's draft had it. */
    void recover() {
        for (int i = desk.sale().payments().size() - 1; i >= 0; i--) {
            SaleMessage.Card card = desk.sale().payments().get(i).card();
            if (card != null && cards.isGivenUp(card)) {
                desk.sale().removePayment(i);
            }
        }
        CardRequest request = cards.request().orElse(null);
        if (request == null || !request.isWanted()) {
            return;
        }
        SaleMessage.Card card = request.card();
        boolean isRefund = request.kindOf() != Kind.PAYMENT;
        Money amount = isRefund ? request.amount().negated() : request.amount();
        if (request.stateOf() == State.MOVED && card != null) {
            boolean isThere = desk.sale().payments().stream().anyMatch(payment -> card.equals(payment.card()));
            if (!isThere) {
                desk.sale().asked().ifPresent(open -> tips.movedAtTheTerminal(open.amount(), amount));
                desk.pay(new Payment(TenderType.CARD, amount, card, said()));
            }
        } else if (request.stateOf() == State.ASKED && desk.sale().asked().isEmpty()) {
            desk.sale().paying().asked(new Payment(TenderType.CARD, amount, null));
        }
    }

    private @Nullable TenderParticulars said() {
        return desk.sale().asked().map(Payment::particulars).orElse(null);
    }

    /** Nobody knows whether the money moved, from now on until the terminal says it. */
    void begin(Payment open, String why) {
        Notice obstacle = desk.sale().writeDown("CARD_UNCLEAR", open.amount() + ": " + why);
        look();
        Texts texts = desk.texts();
        String words = isSayable ? "card.lost" : "card.unknown";
        desk.talk()
                .say(Announcement.refused(
                        obstacle == null ? texts.text(words, shown(open.amount())) : texts.text(obstacle)));
        nextAsking = desk.clock().instant().plus(ASK_EVERY);
    }

    private void look() {
        isSayable = cards.request()
                .filter(request -> request.stateOf() != State.STUCK)
                .isPresent();
    }

    /** The question that stands in the way of everything else. */
    Question question(Payment open) {
        Texts texts = desk.texts();
        String amount = shown(open.amount());
        if (isSayable) {
            return new Question(
                    texts.text("card.lost.question", amount),
                    texts.text(isAsking ? "card.lost.asking" : "card.lost.detail"),
                    List.of(
                            new Question.Answer(ASK, texts.text("card.lost.ask"), false),
                            new Question.Answer(GO_ON, texts.text("card.lost.go-on"), false)));
        }
        String way = open.amount().isNegative() ? "card.unclear.refund." : "card.unclear.";
        return new Question(
                texts.text("card.unclear.question", amount),
                texts.text("card.unclear.detail"),
                List.of(
                        new Question.Answer("look", texts.text("card.unclear.look"), false),
                        new Question.Answer(NOT_CHARGED, texts.text(way + "not-charged"), false),
                        new Question.Answer(CHARGED, texts.text(way + "charged", amount), false)));
    }

    /** Time has passed. */
    void tick(Payment open) {
        if (isSayable && !isAsking && !desk.clock().instant().isBefore(nextAsking)) {
            ask(open);
        }
    }

    private void ask(Payment open) {
        isAsking = true;
        desk.talk().refresh();
        var unused = cards.whatBecame()
                .whenComplete((result, failure) -> desk.answers().execute(() -> told(open, result)));
    }

    /** @param result null when the terminal could not be asked */
    private void told(Payment open, @Nullable CardResult result) {
        isAsking = false;
        nextAsking = desk.clock().instant().plus(ASK_EVERY);
        if (!Objects.equals(desk.sale().asked(), Optional.of(open))) {
            return; // the sale went on without it: what moved is undone
        }
        if (result instanceof CardResult.Approved approved) {
            Money moved = open.amount().isNegative() ? approved.amount().negated() : approved.amount();
            tips.movedAtTheTerminal(open.amount(), moved);
            desk.pay(new Payment(TenderType.CARD, moved, approved.card(), open.particulars()));
        } else if (result instanceof CardResult.Declined) {
            nothingMoved(open);
        } else {
            look();
            desk.talk().refresh();
        }
    }

    private void nothingMoved(Payment open) {
        desk.sale().paying().asked(null);
        String key = open.amount().isNegative() ? "card.lost.refund.nothing" : "card.lost.nothing";
        desk.talk().say(Announcement.done(desk.texts().text(key, shown(open.amount()))));
    }

    void answered(Payment open, String answerId) {
        if (isSayable) {
            if (answerId.equals(GO_ON)) {
                goOn(open);
            } else if (!isAsking) {
                ask(open);
            }
        } else {
            clarified(open, answerId);
        }
    }

    private void goOn(Payment open) {
        Notice obstacle = cards.goOnWithout();
        if (obstacle == null) {
            obstacle = desk.sale().writeDown("CARD_LEFT_OPEN", open.amount().toString());
        }
        if (obstacle != null) {
            refuse(obstacle, open.amount());
        } else {
            desk.sale().paying().asked(null);
            desk.talk().say(Announcement.warning(desk.texts().text("card.lost.left", shown(open.amount()))));
        }
    }

    /** Someone read the terminal's own receipt. What they say is written down before it counts. */
    private void clarified(Payment open, String answerId) {
        boolean isCharged = answerId.equals(CHARGED);
        if (!isCharged && !answerId.equals(NOT_CHARGED)) {
            refuse(null, open.amount());
            return;
        }
        Notice obstacle = desk.sale()
                .writeDown(
                        isCharged ? "CARD_UNCLEAR_CHARGED" : "CARD_UNCLEAR_NOT_CHARGED",
                        open.amount().toString());
        if (obstacle == null) {
            obstacle = cards.decided();
        }
        if (obstacle != null) {
            refuse(obstacle, open.amount());
        } else if (isCharged) {
            desk.pay(new Payment(TenderType.CARD, open.amount(), Payment.UNCLEAR_CARD, open.particulars()));
        } else {
            desk.sale().paying().asked(null);
            desk.talk().say(Announcement.done(desk.texts().text("card.unclear.nothing-booked", shown(open.amount()))));
        }
    }

    private void refuse(@Nullable Notice obstacle, Money amount) {
        Texts texts = desk.texts();
        desk.talk()
                .say(Announcement.refused(
                        obstacle == null ? texts.text("card.unknown", shown(amount)) : texts.text(obstacle)));
    }

    /** An amount without its sign: the words around it say which way it goes. */
    private String shown(Money amount) {
        return desk.amount(amount.isNegative() ? amount.negated() : amount);
    }
}

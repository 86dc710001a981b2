package org.tillwright.register.tendering;

import java.util.List;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;

/** What is asked before money moves, in words; the safe answer is always the first. */
record TenderingQuestions(Texts texts) {

    static final String TAKE_BACK = "take-back";
    static final String CHARGED = "charged";
    static final String NOT_CHARGED = "not-charged";
    static final String GIVEN = "given";

    /** The terminal did not say what became of a card payment. */
    Question unclear(Money amount) {
        return new Question(
                texts.text("card.unclear.question", amount(amount)),
                texts.text("card.unclear.detail"),
                List.of(
                        new Question.Answer("look", texts.text("card.unclear.look"), false),
                        new Question.Answer(NOT_CHARGED, texts.text("card.unclear.not-charged"), false),
                        new Question.Answer(CHARGED, texts.text("card.unclear.charged", amount(amount)), false)));
    }

    /** Cash was keyed that would give more change than any note is worth. */
    Question doubtful(Money given, Money change) {
        return new Question(
                texts.text("tendering.much-cash.question", amount(given)),
                texts.text("tendering.much-cash.detail", amount(change)),
                List.of(
                        new Question.Answer("again", texts.text("tendering.much-cash.again"), false),
                        new Question.Answer(GIVEN, texts.text("tendering.much-cash.given", amount(given)), true)));
    }

    /** A payment is to be taken back. */
    Question takeBack(Payment payment, String name) {
        boolean isCard = payment.type() == TenderType.CARD;
        return new Question(
                texts.text("tendering.take-back.question", name, amount(payment.amount())),
                texts.text(isCard ? "tendering.take-back.card" : "tendering.take-back.cash"),
                List.of(
                        new Question.Answer("keep", texts.text("tendering.take-back.keep"), false),
                        new Question.Answer(TAKE_BACK, texts.text("tendering.take-back.do"), true)));
    }

    private String amount(Money money) {
        return texts.figures().amount(money);
    }
}

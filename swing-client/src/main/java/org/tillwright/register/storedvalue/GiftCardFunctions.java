package org.tillwright.register.storedvalue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.OtherCodes;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.OwnNumber;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

/** Sells and tops up gift cards, and tells what is on a card. Event thread only; the server's answers come back to it. */
public final class GiftCardFunctions implements OtherCodes {

    private static final String KEEP = "keep";
    private static final String SELL = "sell";
    private static final String BALANCE = "balance";
    private static final String TAKE_OFF = "take-off";

    private final SaleSession sale;
    private final MoneyBeside beside;
    private final Conversation conversation;
    private final Balances balances;
    private final SecureRandom random;

    /** What a till works with beside the sale: whom it asks, where it waits, and how it makes numbers. */
    public record Surroundings(ValueServer server, Executor background, Executor eventThread, SecureRandom random) {}

    public GiftCardFunctions(SaleSession sale, Conversation conversation, Surroundings surroundings) {
        this.sale = sale;
        this.beside = new MoneyBeside(sale);
        this.conversation = conversation;
        this.balances = new Balances(surroundings.server(), surroundings.background(), surroundings.eventThread());
        this.random = surroundings.random();
    }

    public void register(Functions functions) {
        functions.put(FunctionId.GIFT_CARD_SELL, this::beginSelling);
        functions.put(FunctionId.GIFT_CARD_BALANCE, this::beginBalance);
    }

    @Override
    public boolean claims(String code) {
        return OwnNumber.GIFT_CARD.claims(code) || OwnNumber.STORE_CREDIT.claims(code);
    }

    /** A gift card or a store credit was scanned among the goods. */
    @Override
    public void take(String code) {
        if (OwnNumber.STORE_CREDIT.claims(code)) {
            tell(code);
        } else if (OwnNumber.GIFT_CARD.isWhole(code)) {
            conversation.ask(texts -> whatWithCard(code, texts), answer -> answered(code, answer));
        } else {
            warn(Notice.of("value.card-misread"));
        }
    }

    private static Question whatWithCard(String code, Texts texts) {
        return new Question(
                texts.text("value.card.question", OwnNumber.masked(code)),
                texts.text("value.card.detail"),
                List.of(
                        new Question.Answer(KEEP, texts.text("value.card.nothing"), false),
                        new Question.Answer(SELL, texts.text("value.card.sell"), false),
                        new Question.Answer(BALANCE, texts.text("value.card.balance"), false)));
    }

    private void answered(String code, String answer) {
        if (answer.equals(SELL)) {
            cardGiven(code);
        } else if (answer.equals(BALANCE)) {
            tell(code);
        }
    }

    /** What was keyed before is the card. */
    private void beginSelling(String keyed) {
        if (keyed.isBlank()) {
            conversation.keyOrScan(
                    texts -> prompt("value.sell", texts),
                    entered -> cardGiven(entered.isBlank() ? OwnNumber.GIFT_CARD.make(random) : entered));
        } else {
            cardGiven(keyed);
        }
    }

    private void cardGiven(String entered) {
        String number = OwnNumber.canonical(entered);
        if (!OwnNumber.GIFT_CARD.canBe(number)) {
            warn(Notice.of("value.card-misread"));
        } else if (beside.has(SaleParticulars.Kind.GIFT_CARD, number)) {
            conversation.ask(texts -> alreadyThere(number, texts), answer -> {
                if (answer.equals(TAKE_OFF)) {
                    told(
                            beside.takeOff(SaleParticulars.Kind.GIFT_CARD, number),
                            Notice.of("value.taken-off", OwnNumber.masked(number)));
                }
            });
        } else {
            conversation.key(texts -> amountPrompt(number, texts), keyed -> amountGiven(number, keyed));
        }
    }

    private static Question alreadyThere(String number, Texts texts) {
        return new Question(
                texts.text("value.there.question", OwnNumber.masked(number)),
                "",
                List.of(
                        new Question.Answer(KEEP, texts.text("value.there.keep"), false),
                        new Question.Answer(TAKE_OFF, texts.text("value.there.take-off"), false)));
    }

    private static Prompt amountPrompt(String number, Texts texts) {
        return new Prompt(
                texts.text("value.amount.title", OwnNumber.masked(number)),
                texts.text("value.amount.detail"),
                texts.text("value.amount.hint"),
                false);
    }

    private void amountGiven(String number, String keyed) {
        Currency currency = sale.catalogue().currency();
        Optional<Money> amount = KeyedFigures.amount(keyed, currency).filter(money -> !money.isZero());
        if (amount.isEmpty()) {
            warn(Notice.of("value.amount-unsound"));
            return;
        }
        told(
                beside.add(SaleParticulars.Kind.GIFT_CARD, number, amount.get()),
                Notice.of(
                        "value.added",
                        OwnNumber.masked(number),
                        conversation.texts().amount(amount.get())));
    }

    private void told(SaleOutcome outcome, Notice done) {
        if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        } else {
            conversation.leave();
            conversation.say(Announcement.done(conversation.texts().text(done)));
        }
    }

    private void beginBalance(String keyed) {
        if (keyed.isBlank()) {
            conversation.keyOrScan(texts -> prompt("value.balance", texts), this::tell);
        } else {
            tell(keyed);
        }
    }

    /** Says what is kept under a number: of a gift card, or of a store credit that says so itself. */
    private void tell(String entered) {
        if (entered.isBlank()) {
            return;
        }
        ValueKind kind = OwnNumber.STORE_CREDIT.claims(entered) ? ValueKind.STORE_CREDIT : ValueKind.GIFT_CARD;
        OwnNumber own = kind == ValueKind.STORE_CREDIT ? OwnNumber.STORE_CREDIT : OwnNumber.GIFT_CARD;
        if (!own.canBe(entered)) {
            warn(Notice.of("value.card-misread"));
            return;
        }
        conversation.await(texts -> texts.text("value.asking"));
        Object asked = conversation.open();
        balances.ask(
                kind,
                OwnNumber.canonical(entered),
                balance -> leaving(asked, () -> say(balance)),
                why -> leaving(asked, () -> warn(why)));
    }

    private void leaving(Object asked, Runnable then) {
        if (conversation.isOpen(asked)) {
            conversation.leave();
            then.run();
        }
    }

    private void say(ValueBalance balance) {
        Texts texts = conversation.texts();
        Currency currency = Currency.of(balance.currency());
        String all = texts.amount(new Money(currency, balance.balanceMinor()));
        String free = texts.amount(new Money(currency, balance.availableMinor()));
        String number = OwnNumber.masked(balance.number());
        boolean isAllFree = balance.availableMinor().equals(balance.balanceMinor());
        conversation.say(Announcement.done(
                isAllFree ? texts.text("value.has", number, all) : texts.text("value.has-partly", number, all, free)));
    }

    private static Prompt prompt(String key, Texts texts) {
        return new Prompt(texts.text(key + ".title"), texts.text(key + ".detail"), texts.text(key + ".hint"), false);
    }

    private void warn(Notice notice) {
        conversation.say(Announcement.warning(conversation.texts().text(notice)));
    }
}

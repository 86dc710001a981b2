package org.tillwright.register.tendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleLimits;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.shop.TenderRules.ForeignCurrency;

/** Takes notes of another currency; what they are worth beyond what is due goes back in the store's own. */
final class ForeignTender {

    private static final int MICRO_DIGITS = 6;

    private final TenderDesk desk;
    private final TenderGate gate;

    ForeignTender(TenderDesk desk, TenderGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    /** Asks for the currency where there are several, and for the notes where they were not keyed before. */
    void pay(String keyed) {
        List<ForeignCurrency> currencies = desk.offer().currencies().stream()
                .filter(each -> Currency.find(each.currency()) != null && each.rateMicro() > 0)
                .toList();
        if (desk.sale().dueBy(TenderType.FOREIGN_CASH).minor() <= 0) {
            desk.warn("sale.nothing-due");
        } else if (currencies.isEmpty()) {
            desk.warn("tendering.not-taken", desk.name(TenderType.FOREIGN_CASH));
        } else if (desk.hasRoom() && currencies.size() == 1) {
            notes(currencies.get(0), keyed);
        } else if (desk.hasRoom()) {
            choose(currencies, keyed);
        }
    }

    private void choose(List<ForeignCurrency> currencies, String keyed) {
        desk.talk()
                .choose(
                        texts -> new Choices(
                                texts.text("foreign.currency"),
                                "",
                                texts.text("foreign.currency"),
                                currencies.stream()
                                        .map(each -> row(each, texts))
                                        .toList(),
                                ""),
                        new Choosing() {
                            @Override
                            public void chosen(String id) {
                                currencies.stream()
                                        .filter(each -> each.currency().equals(id))
                                        .findFirst()
                                        .ifPresent(each -> {
                                            desk.talk().leave();
                                            notes(each, keyed);
                                        });
                            }
                        });
    }

    private Choices.Row row(ForeignCurrency currency, Texts texts) {
        return new Choices.Row(
                currency.currency(),
                currency.currency(),
                texts.text(
                        "foreign.rate",
                        currency.currency(),
                        rate(currency, texts),
                        desk.currency().code()),
                texts.figures().amount(dueIn(currency)));
    }

    private void notes(ForeignCurrency currency, String keyed) {
        if (keyed.isEmpty()) {
            desk.talk().key(texts -> prompt(currency, texts), notes -> keyed(currency, notes));
        } else {
            keyed(currency, keyed);
        }
    }

    private Prompt prompt(ForeignCurrency currency, Texts texts) {
        return new Prompt(
                texts.text("foreign.notes", currency.currency()),
                texts.text(
                        "foreign.notes.detail",
                        desk.amount(due()),
                        texts.figures().amount(dueIn(currency)),
                        currency.currency()),
                texts.text("foreign.notes", currency.currency()),
                false);
    }

    private void keyed(ForeignCurrency currency, String keyed) {
        Optional<Money> notes = KeyedFigures.amount(keyed, of(currency)).filter(amount -> !amount.isZero());
        if (notes.isEmpty()) {
            desk.warn("tendering.no-amount", keyed);
            return;
        }
        Money worth = worth(notes.get(), currency);
        if (worth.minor() > SaleLimits.MAX_CASH_MINOR) {
            desk.warn("sale.cash-too-much");
            return;
        }
        desk.talk().leave();
        Money change = worth.minus(due());
        if (change.minor() > SaleLimits.DOUBTFUL_CHANGE_MINOR) {
            desk.talk().ask(texts -> doubtful(texts, notes.get(), change), answer -> {
                if (answer.equals(CashTender.GIVEN)) {
                    take(notes.get(), worth, currency);
                }
            });
        } else {
            take(notes.get(), worth, currency);
        }
    }

    private Question doubtful(Texts texts, Money notes, Money change) {
        String given = texts.amount(notes) + " " + notes.currency().code();
        return new Question(
                texts.text("tendering.much-cash.question", given),
                texts.text("tendering.much-cash.detail", desk.amount(change)),
                List.of(
                        new Question.Answer("again", texts.text("tendering.much-cash.again"), false),
                        new Question.Answer(CashTender.GIVEN, texts.text("tendering.much-cash.given", given), true)));
    }

    private void take(Money notes, Money worth, ForeignCurrency currency) {
        gate.admit(TenderType.FOREIGN_CASH, worth, reason -> {
            var foreign = new TenderParticulars.Foreign(currency.currency(), notes.minor(), currency.rateMicro());
            String told = desk.texts()
                    .text("foreign.taken", desk.texts().amount(notes), currency.currency(), desk.amount(worth));
            desk.pay(
                    new Payment(
                            TenderType.FOREIGN_CASH, worth, null, new TenderParticulars(null, null, foreign, reason)),
                    told);
        });
    }

    private Money due() {
        return desk.sale().dueBy(TenderType.FOREIGN_CASH);
    }

    private static Currency of(ForeignCurrency currency) {
        return Currency.of(currency.currency());
    }

    /** What notes are worth here: rounded half up to the smallest unit of the store's currency. */
    Money worth(Money notes, ForeignCurrency currency) {
        BigDecimal beyond = major(desk.money(SaleLimits.MAX_CASH_MINOR + 1));
        BigDecimal worth = major(notes).multiply(rate(currency)).min(beyond);
        return minor(worth, desk.currency(), RoundingMode.HALF_UP);
    }

    /** Least that pays what is due: rounded up, so that it is enough. */
    private Money dueIn(ForeignCurrency currency) {
        BigDecimal exact = major(due()).divide(rate(currency), of(currency).digits(), RoundingMode.CEILING);
        return minor(exact, of(currency), RoundingMode.CEILING);
    }

    private static BigDecimal rate(ForeignCurrency currency) {
        return BigDecimal.valueOf(currency.rateMicro(), MICRO_DIGITS);
    }

    private static String rate(ForeignCurrency currency, Texts texts) {
        String plain = rate(currency).stripTrailingZeros().toPlainString();
        return plain.replace('.', texts.figures().decimalPoint());
    }

    private static BigDecimal major(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().digits());
    }

    private static Money minor(BigDecimal major, Currency currency, RoundingMode rounding) {
        return new Money(
                currency,
                major.setScale(currency.digits(), rounding)
                        .movePointRight(currency.digits())
                        .longValueExact());
    }
}

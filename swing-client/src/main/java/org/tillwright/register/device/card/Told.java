package org.tillwright.register.device.card;

import java.util.Optional;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.wire.SaleMessage;

/** Reads the terminal's words about one movement. */
final class Told {

    private Told() {}

    /** Longest name of a card that a receipt takes. */
    private static final int MOST_SCHEME = 40;

    /** What it says that moved, in the currency that it says, or else what was asked for. */
    static Money amount(ZvtFields fields, Money asked) {
        return fields.digits(Bmp.AMOUNT)
                .map(digits -> new Money(currency(fields, asked.currency()), Long.parseLong(digits)))
                .orElse(asked);
    }

    /** One that nobody knows is still not the one that was asked for. */
    private static Currency currency(ZvtFields fields, Currency asked) {
        int number = fields.number(Bmp.CURRENCY).map(Integer::parseInt).orElse(asked.number());
        if (number == asked.number()) {
            return asked;
        }
        Currency told = Currency.findByNumber(number);
        return told == null ? new Currency(String.valueOf(number), asked.digits()) : told;
    }

    /** Which movement of which terminal it tells of; empty where it tells no number. */
    static String movement(ZvtFields fields) {
        return movement(card(fields));
    }

    /** The same, of a movement that was told before. */
    static String movement(SaleMessage.Card card) {
        return card.trace().matches("0*") ? "" : card.terminalId() + " " + card.trace();
    }

    /** What belongs on a receipt of it, and no more. */
    static SaleMessage.Card card(ZvtFields fields) {
        return new SaleMessage.Card(
                scheme(fields),
                fields.text(Bmp.CARD_NUMBER).orElse(""),
                fields.text(Bmp.AUTHORIZATION_CODE).orElse(""),
                fields.digits(Bmp.TERMINAL_ID).orElse(""),
                fields.digits(Bmp.TRACE).orElse(""),
                fields.digits(Bmp.RECEIPT_NUMBER).orElse(null));
    }

    private static String scheme(ZvtFields fields) {
        Optional<String> name = fields.text(Bmp.CARD_NAME).map(Told::shortened);
        return name.orElseGet(
                () -> fields.code(Bmp.CARD_TYPE).map(CardSchemes::name).orElse("card"));
    }

    private static String shortened(String name) {
        return name.length() <= MOST_SCHEME
                ? name
                : name.substring(0, MOST_SCHEME).strip();
    }
}

package org.tillwright.server.customers;

import org.tillwright.server.Reason;

/** Why something about a customer was not done. */
public enum CustomerReason implements Reason {
    NAME_UNSOUND("name", "The name has 1 to 200 characters, on one line."),
    CARD_UNSOUND(
            "cardNumber", "A card's number has 6 to 40 letters and digits; scan the card, or let a number be made."),
    CARD_TAKEN("cardNumber", "Another customer has a card of this number; scan another card."),
    EMAIL_UNSOUND("email", "The e-mail address has one @ between a name and a domain, such as kim@example.org."),
    PHONE_UNSOUND("phone", "A phone number has 4 to 20 digits; spaces, +, -, / and brackets may stand between them."),
    GROUPS_UNSOUND("groups", "A customer has at most 20 groups, each of at most 40 letters, digits, - and _."),
    LIMIT_UNSOUND("creditLimit", "A credit limit is an amount from 0 on; leave it empty if nothing may be paid later."),
    LANGUAGE_UNSOUND("language", "The language is a code of two or three letters, such as da."),
    CHANGED_MEANWHILE("", "Somebody else changed this customer meanwhile; look at it again, then change it."),
    GONE("", "This customer is not there any more."),
    STILL_OWES("", "This customer's account is not settled, or an amount is set aside on it; settle it first.");

    private final String field;
    private final String sentence;

    CustomerReason(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "customers.refusal." + name();
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

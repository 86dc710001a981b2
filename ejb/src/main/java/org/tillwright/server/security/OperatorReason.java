package org.tillwright.server.security;

import org.tillwright.server.Reason;

/** Why something about an operator was not done. */
public enum OperatorReason implements Reason {
    NUMBER_UNSOUND("number", "The number is one to eight digits; people key it in at the register."),
    NUMBER_TAKEN("number", "Another operator has this number; choose a free one."),
    NAME_UNSOUND("name", "The name has 1 to 120 characters, on one line."),
    LANGUAGE_UNSOUND("language", "The language is a code of two or three letters, such as da."),
    TOO_MANY_OPERATORS("", "There are 1000 operators already; give one who has left to the new person."),
    CHANGED_MEANWHILE("", "Somebody else changed this operator meanwhile; look at it again, then change it."),
    OWN_ROLE("role", "You cannot take your own role away; ask another manager."),
    OWN_ACTIVITY("", "You cannot deactivate yourself; ask another manager."),
    LAST_MANAGER(
            "",
            "This is the last active manager with a console password; give another manager a password first, or nobody"
                    + " could come in here."),
    PIN_UNSOUND("pin", "A PIN is four to eight digits."),
    PIN_TRIVIAL("pin", "This PIN is guessed at once; choose one without rows such as 1234 and repeats such as 1212."),
    PIN_IS_NUMBER("pin", "The PIN is the operator's number, which everybody sees; choose another."),
    PINS_DIFFER("pinAgain", "The two PINs differ; key the same one in twice."),
    UID_UNSOUND("uid", "This is no whole card number in the format chosen; read the card once more."),
    UID_TAKEN("uid", "Another operator has this card; take it away there first, or give this person another card.");

    private final String field;
    private final String sentence;

    OperatorReason(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "people.refusal." + name();
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

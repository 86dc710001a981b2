package org.tillwright.server.settlement;

import org.tillwright.server.Reason;

/** Why an amount is not settled as a person wants it. */
public enum SettlementReason implements Reason {
    GONE("It is settled meanwhile, or fits by now; look at the list again.", ""),
    NOTE_MISSING("Write in a few words why, so that others understand it later.", "note"),
    NOT_THE_SAME("This line cannot be that tender, or the tender is settled meanwhile; choose another.", "tender"),
    NOT_SETTLED("It is open already, or was settled otherwise; look at the list again.", ""),
    NOT_SO("This kind of amount cannot be settled so; choose another way.", "");

    private final String sentence;
    private final String field;

    SettlementReason(String sentence, String field) {
        this.sentence = sentence;
        this.field = field;
    }

    @Override
    public String key() {
        return "settlement.refusal." + name();
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

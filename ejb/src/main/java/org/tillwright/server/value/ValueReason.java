package org.tillwright.server.value;

import org.tillwright.server.Reason;

/**
 * Why nothing was set aside. Registers know the names, as the fields of the problem, and say each in the cashier's language.
 */
public enum ValueReason implements Reason {
    UNKNOWN("There is nothing under this number; look at the number, or take another tender."),
    BLOCKED("This number is blocked; ask a manager, or take another tender."),
    TOO_LITTLE("There is less under this number than that; take less from it, and the rest another way."),
    NO_CREDIT("This customer may not pay later; a manager sets a credit limit in the console."),
    TOO_MANY_MISSES("This register asked for too many numbers that there is nothing under; wait ten minutes."),
    GIVEN_UP("The register gave this amount up before; ask for it anew."),
    UNSOUND("A kind, a number, the store's own currency and an amount above zero are needed.");

    private final String sentence;

    ValueReason(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "customers.value.refusal." + name();
    }

    @Override
    public String field() {
        return name();
    }

    @Override
    public String sentence() {
        return sentence;
    }
}

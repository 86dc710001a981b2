package org.tillwright.register.tendering;

import java.util.random.RandomGenerator;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.OwnNumber;

/** The numbers that money is kept under: reads what was scanned or keyed, and makes new ones that nobody can guess. */
public final class CreditNumbers {

    private final RandomGenerator random;

    /** @param random cannot be foreseen */
    public CreditNumbers(RandomGenerator random) {
        this.random = random;
    }

    /** Makes the number of a store credit. */
    String make() {
        return OwnNumber.STORE_CREDIT.make(random);
    }

    /** True if it can be the number of a card of this kind: a truncated one is not. */
    boolean canBe(TenderType type, String number) {
        OwnNumber kind = type == TenderType.STORE_CREDIT ? OwnNumber.STORE_CREDIT : OwnNumber.GIFT_CARD;
        return kind.canBe(number);
    }

    String canonical(String number) {
        return OwnNumber.canonical(number);
    }
}

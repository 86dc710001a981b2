package org.tillwright.register.device.card;

import java.util.Map;

/** Names for ZVT's card types, for terminals that tell the number alone. */
final class CardSchemes {

    private static final Map<Integer, String> NAMES = Map.of(
            5, "girocard",
            6, "Mastercard",
            8, "American Express",
            10, "Visa",
            12, "Diners",
            13, "V PAY",
            14, "JCB",
            46, "Maestro");

    private CardSchemes() {}

    static String name(int type) {
        return NAMES.getOrDefault(type, "card type " + type);
    }
}

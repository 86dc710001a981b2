package org.tillwright.wire.wallet;

import java.util.Arrays;
import java.util.Optional;

/** Why a server certainly moved nothing: the name is the field of its problem, and registers have words for each. */
public enum WalletRefusal {
    /** The server knows no gateway. */
    NOT_SET_UP,
    UNREACHABLE,
    /** The gateway takes no payments at the moment. */
    NOT_TAKEN,
    /** The gateway does not know the shop's key. */
    KEY_REFUSED,
    /** Kind, amount, currency or code are not such as are wanted. */
    UNSOUND,
    /** The register gave this payment up before. */
    GIVEN_UP,
    /** More would go back than was paid. */
    TOO_MUCH_BACK;

    /** Empty for a name that this version does not know. */
    public static Optional<WalletRefusal> find(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}

package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

/**
 * One data object that only its payment network understands.
 *
 * @param id 0 to 99
 */
public record EmvObject(int id, String value) {

    public EmvObject {
        requireNonNull(value, "value");
        EmvNode.requireId(id);
    }
}

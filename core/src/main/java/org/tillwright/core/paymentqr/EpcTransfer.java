package org.tillwright.core.paymentqr;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;

/**
 * A credit transfer that a customer is asked to make, as the European Payments Council's guideline EPC069-12 has it. What may
 * stand in it is checked when it is written and read, all faults together.
 *
 * @param bic the bank; version 001 must have it
 * @param name who gets the money, at most 70 letters
 * @param iban where to, as machines write it: no blanks
 * @param amount in EUR, 0.01 to 999,999,999.99; null where the customer keys it in
 * @param purpose a code of ISO 20022 of at most 4 letters
 * @param reference what the books find the payment by, at most 35 letters; excludes {@code text}
 * @param text what the payment is for, at most 140 letters
 * @param information from who gets the money to who pays, at most 70 letters
 */
public record EpcTransfer(
        Version version,
        EpcEncoding encoding,
        @Nullable String bic,
        String name,
        String iban,
        @Nullable Money amount,
        @Nullable String purpose,
        @Nullable String reference,
        @Nullable String text,
        @Nullable String information) {

    public EpcTransfer {
        requireNonNull(version, "version");
        requireNonNull(encoding, "encoding");
        requireNonNull(name, "name");
        requireNonNull(iban, "iban");
    }

    /** The version of the guideline: 002 needs no bank where both banks are in the European Economic Area. */
    public enum Version {
        V001,
        V002
    }
}

package org.tillwright.register.device;

import java.util.UUID;
import java.util.regex.Pattern;
import org.tillwright.core.money.Money;

/** What a register wants of a payment gateway. */
public sealed interface WalletRequest {

    /** What codes and references may consist of: they go through lines that end at a blank. */
    Pattern CODE = Pattern.compile("[!-~]{1,200}");

    /** Named by the register. */
    UUID paymentId();

    /** More than zero, also for money that goes back. */
    Money amount();

    /** Shows the customer a code to be scanned with the phone. */
    record Show(UUID paymentId, Money amount) implements WalletRequest {

        public Show {
            requireAmount(amount);
        }
    }

    /** Charges the purse whose code the customer showed; also for a payment that {@link Show} began. */
    record Scan(UUID paymentId, Money amount, String code) implements WalletRequest {

        public Scan {
            requireAmount(amount);
            requireCode(code);
        }
    }

    /**
     * Pays money back.
     *
     * @param paymentId of the refund itself
     * @param reference the gateway's own number of the payment that is paid back
     */
    record Refund(UUID paymentId, Money amount, String reference) implements WalletRequest {

        public Refund {
            requireAmount(amount);
            requireCode(reference);
        }
    }

    /** True if a text can be a code or a reference at all. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static void requireAmount(Money amount) {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("a wallet payment of " + amount);
        }
    }

    private static void requireCode(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a wallet code of " + code.length() + " signs");
        }
    }
}

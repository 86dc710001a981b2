package org.tillwright.server.wallet;

/** How a payment or refund stands. The last two are final. */
public enum WalletState {
    /** The gateway was asked, or is just being asked; whether it heard is not known. */
    ASKED,
    /** The gateway has it, and nobody has paid or said no. */
    WAITING,
    /** The money moved. */
    PAID,
    /** No money moved, and none will. */
    DECLINED;

    boolean isFinal() {
        return this == PAID || this == DECLINED;
    }
}

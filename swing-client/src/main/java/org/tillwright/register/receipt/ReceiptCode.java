package org.tillwright.register.receipt;

import java.util.UUID;
import org.tillwright.wire.receipt.TransactionCode;

/** The transaction's id as it stands on a receipt, for a scanner to read and, at need, for a person to key. */
public final class ReceiptCode {

    /** Says to a program that reads the QR code what the rest is. */
    public static final String QR_PREFIX = TransactionCode.QR_PREFIX;

    private ReceiptCode() {}

    /** Returns the short form of an id; see {@link TransactionCode#of}. */
    public static String of(UUID transactionId) {
        return TransactionCode.of(transactionId);
    }
}

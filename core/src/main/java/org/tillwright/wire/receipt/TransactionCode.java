package org.tillwright.wire.receipt;

import java.util.HexFormat;
import java.util.UUID;

/** A transaction's id as it stands on its receipt, for a scanner to read and, at need, for a person to key. */
public final class TransactionCode {

    /** Says to a program that reads the QR code what the rest is. */
    public static final String QR_PREFIX = "tillwright:";

    private static final int GROUP = 4;
    private static final int LENGTH = 16;

    private TransactionCode() {}

    /**
     * Returns the short form of an id: its first 64 bits in groups of four hexadecimal digits. Whoever looks a receipt up
     * by it compares the beginning of the id; within a store two of the same are out of the question.
     */
    public static String of(UUID transactionId) {
        String digits = HexFormat.of().withUpperCase().toHexDigits(transactionId.getMostSignificantBits());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            code.append(i == 0 ? "" : "-").append(digits, i, i + GROUP);
        }
        return code.toString();
    }
}

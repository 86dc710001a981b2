package org.tillwright.system.devices;

import java.io.ByteArrayOutputStream;

/** What a printer would answer that is well and has printed everything. */
final class SwallowedReceipt {

    private static final int WELL = 0x12;

    private SwallowedReceipt() {}

    static byte[] answers(byte[] bytes) {
        var answers = new ByteArrayOutputStream();
        for (int i = 2; i < bytes.length; i++) {
            if (bytes[i - 2] == 0x10 && bytes[i - 1] == 0x04) {
                answers.write(WELL);
            } else if (bytes[i - 2] == 0x1D && bytes[i - 1] == 'r') {
                answers.write(0);
            }
        }
        return answers.toByteArray();
    }
}

package org.tillwright.core.paymentqr;

/** The checksum of EMVCo's codes: CRC-16/CCITT-FALSE, polynomial 1021, beginning with FFFF. */
final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;
    private static final String HEX = "0123456789ABCDEF";

    private Crc16() {}

    /** Returns four capital hexadecimal digits. */
    static String of(byte[] bytes) {
        int sum = 0xFFFF;
        for (byte each : bytes) {
            sum ^= (each & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 0x8000) == 0 ? sum << 1 : (sum << 1) ^ POLYNOMIAL;
            }
            sum &= 0xFFFF;
        }
        StringBuilder text = new StringBuilder();
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((sum >> shift) & 15));
        }
        return text.toString();
    }
}

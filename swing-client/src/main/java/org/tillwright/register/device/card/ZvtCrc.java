package org.tillwright.register.device.card;

/** The check of a serial ZVT frame: CRC-16 of ITU-T V.41, bits reflected, from zero ("CRC-16/KERMIT"). */
final class ZvtCrc {

    private static final int REFLECTED_POLYNOMIAL = 0x8408;

    private ZvtCrc() {}

    /** Over bytes as they are before any is doubled. */
    static int of(byte[] bytes) {
        int crc = 0;
        for (byte each : bytes) {
            crc ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ REFLECTED_POLYNOMIAL;
            }
        }
        return crc;
    }
}

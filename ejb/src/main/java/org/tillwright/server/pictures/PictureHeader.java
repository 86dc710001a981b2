package org.tillwright.server.pictures;

import org.jspecify.annotations.Nullable;

/** What the first bytes of a file say it is. The name of a file says nothing. */
enum PictureHeader {
    PNG,
    JPEG,
    WEBP;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP_NAME = {'W', 'E', 'B', 'P'};
    private static final int WEBP_NAME_AT = 8;

    private static final int UPRIGHT = 1;
    private static final int MAX_ORIENTATION = 8;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int EXIF_NAME_LENGTH = 6;
    private static final int DIRECTORY_ENTRY_LENGTH = 12;

    /** Returns the kind of picture, or null when the bytes are none that we know. */
    static @Nullable PictureHeader of(byte[] content) {
        if (isAt(content, 0, PNG_SIGNATURE)) {
            return PNG;
        } else if (isAt(content, 0, JPEG_SIGNATURE)) {
            return JPEG;
        } else if (isAt(content, 0, RIFF) && isAt(content, WEBP_NAME_AT, WEBP_NAME)) {
            return WEBP;
        }
        return null;
    }

    /** Returns how a camera was held when it took a JPEG, 1 to 8 as in EXIF; 1, upright, when the file does not say. */
    static int orientation(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            int length = bigEndian(jpeg, at + 2, 2);
            if (marker == START_OF_SCAN || length < 2) {
                return UPRIGHT;
            } else if (marker == APP1 && isAt(jpeg, at + 4, new byte[] {'E', 'x', 'i', 'f', 0, 0})) {
                int end = Math.min(jpeg.length, at + 2 + length);
                return orientationOfTiff(jpeg, at + 4 + EXIF_NAME_LENGTH, end);
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int orientationOfTiff(byte[] content, int start, int end) {
        if (start + 8 > end) {
            return UPRIGHT;
        }
        boolean little = content[start] == 'I';
        long directory = start + (number(content, start + 4, 4, little) & 0xffffffffL);
        if (directory + 2 > end) {
            return UPRIGHT;
        }
        int count = number(content, (int) directory, 2, little);
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + (long) i * DIRECTORY_ENTRY_LENGTH;
            if (entry + DIRECTORY_ENTRY_LENGTH > end) {
                return UPRIGHT;
            }
            if (number(content, (int) entry, 2, little) == ORIENTATION_TAG) {
                int orientation = number(content, (int) entry + 8, 2, little);
                return orientation >= UPRIGHT && orientation <= MAX_ORIENTATION ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int number(byte[] content, int at, int bytes, boolean little) {
        if (!little) {
            return bigEndian(content, at, bytes);
        }
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = (number << 8) | (content[at + i] & 0xff);
        }
        return number;
    }

    private static int bigEndian(byte[] content, int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | (content[at + i] & 0xff);
        }
        return number;
    }

    private static boolean isAt(byte[] content, int at, byte[] wanted) {
        if (content.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}

package org.tillwright.server.delivery;

import java.util.UUID;

/**
 * A receipt, or a plain letter, as it is sent.
 *
 * @param requestId the same at every attempt, so that whoever takes it twice can tell
 * @param senderName the shop's
 * @param text for a phone whole; for a mail its plain form
 * @param html a mail's other form; empty for a phone and for a plain letter, which has no enclosure either
 * @param pdf a receipt's enclosure; {@link Enclosure#NONE} for a phone
 * @param logo the picture that the other form shows as {@code cid:logo}; {@link Enclosure#NONE} where it shows none
 */
record Letter(
        UUID requestId,
        String address,
        String senderName,
        String subject,
        String text,
        String html,
        Enclosure pdf,
        Enclosure logo) {

    /** A file that goes with it. */
    static final class Enclosure {

        static final Enclosure NONE = new Enclosure("", "", new byte[0]);

        private final String fileName;
        private final String mediaType;
        private final byte[] content;

        Enclosure(String fileName, String mediaType, byte[] content) {
            this.fileName = fileName;
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        boolean isThere() {
            return content.length > 0;
        }

        String mediaType() {
            return mediaType;
        }

        String fileName() {
            return fileName;
        }

        byte[] content() {
            return content.clone();
        }
    }
}

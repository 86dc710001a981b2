package org.tillwright.wire.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;

/**
 * The chain over a workstation's records: the head after a record is a digest of that record and of the head before it, so a
 * record that is changed, left out, added or moved changes every head from there on.
 */
public final class JournalChain {

    /** The head before a workstation's first sealed record. */
    public static final String START = "0".repeat(64);

    /** Stands in what is digested, so that a digest made for something else is never a head. */
    static final String NAME = "tillwright-journal-1";

    private static final HexFormat HEX = HexFormat.of();
    private static final int KEY_ID_DIGITS = 16;

    private JournalChain() {}

    /**
     * Returns the head after a record, as 64 hex digits.
     *
     * @param previous the head before it
     * @param keyId the key that its seal is made with
     * @param body the exact bytes of the record
     */
    public static String head(String workstationId, long sequence, String previous, String keyId, byte[] body) {
        String text = NAME + "\n" + workstationId + "\n" + sequence + "\n" + previous + "\n" + keyId + "\n"
                + HEX.formatHex(sha256(body)) + "\n";
        return HEX.formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the name that seals know a key by: the first 16 hex digits of a digest of its X.509 form. */
    public static String keyId(PublicKey key) {
        return keyId(key.getEncoded());
    }

    /** The same of the X.509 form itself. */
    public static String keyId(byte[] encodedKey) {
        return HEX.formatHex(sha256(encodedKey)).substring(0, KEY_ID_DIGITS);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

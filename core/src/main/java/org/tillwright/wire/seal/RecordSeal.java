package org.tillwright.wire.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands beside a record's bytes and proves them: which key signed, the head of the chain before the record, and the
 * signature over the head after it. It travels as one line of text, {@code 1.keyId.previous.signature}.
 *
 * @param keyId {@link JournalChain#keyId(PublicKey)} of the register's key
 * @param previous the head before the record, 64 hex digits
 * @param signature Base64 (for addresses, without padding) of an ECDSA signature with SHA-256, in DER
 */
public record RecordSeal(String keyId, String previous, String signature) {

    /** The header that carries a single record's seal. */
    public static final String HEADER = "Tillwright-Seal";

    /** The longest line that a seal has; for columns and checks. */
    public static final int MAX_TEXT = 240;

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Pattern TEXT =
            Pattern.compile("1\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{8,150})");

    /** Seals a record. */
    public static RecordSeal make(
            String workstationId, long sequence, String previous, byte[] body, String keyId, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(JournalChain.head(workstationId, sequence, previous, keyId, body)));
            return new RecordSeal(
                    keyId, previous, Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs on P-256", e);
        }
    }

    /** Reads a seal from its line; empty when it is none. */
    public static Optional<RecordSeal> read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] previous = Base64.getUrlDecoder().decode(parts.group(2));
        return Optional.of(new RecordSeal(parts.group(1), HexFormat.of().formatHex(previous), parts.group(3)));
    }

    /** Returns the seal as its line. */
    public String text() {
        byte[] before = HexFormat.of().parseHex(previous);
        return "1." + keyId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(before) + "." + signature;
    }

    /** Returns the head after the record that this seals, as 64 hex digits. */
    public String head(String workstationId, long sequence, byte[] body) {
        return JournalChain.head(workstationId, sequence, previous, keyId, body);
    }

    /** True if the holder of the key sealed exactly these bytes under this number, after exactly that head. */
    public boolean holds(String workstationId, long sequence, byte[] body, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(signed(head(workstationId, sequence, body)));
            return JournalChain.keyId(key).equals(keyId)
                    && check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // no signature at all
        }
    }

    private static byte[] signed(String head) {
        return head.getBytes(StandardCharsets.US_ASCII);
    }
}

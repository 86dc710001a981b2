package org.tillwright.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Signs an approval with a register's key, and tells whether it was signed with it. */
public final class ApprovalSignature {

    private static final String ALGORITHM = "SHA256withECDSA";

    private ApprovalSignature() {}

    /** Returns the approval with its signature in the place of whatever it had. */
    public static ApprovalMessage sign(ApprovalMessage approval, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(approval.signedText().getBytes(StandardCharsets.UTF_8));
            return approval.withSignature(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs on P-256", e);
        }
    }

    /** True if the approval was signed, as it is told, by the holder of a key. */
    public static boolean holds(ApprovalMessage approval, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(approval.signedText().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(approval.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // no signature at all
        }
    }
}

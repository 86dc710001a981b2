package org.tillwright.wire.fiscal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Whether a device's signature is one of the text that it says it is of. */
public enum FiscalVerdict {
    HOLDS,
    BROKEN,
    /** Made by an algorithm that this program does not know; who made the device can tell. */
    UNKNOWN;

    /** The algorithm that is looked at: ECDSA on P-256 over SHA-256, in DER. */
    public static final String ALGORITHM = "SHA256withECDSA";

    /** Looks at a signature by the key beside it. Whose key that is, only a certificate can tell. */
    public static FiscalVerdict of(FiscalMessage.Signature told) {
        if (!told.algorithm().equals(ALGORITHM)) {
            return UNKNOWN;
        }
        try {
            PublicKey key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(told.publicKey())));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(told.signedText().getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getUrlDecoder().decode(told.signature())) ? HOLDS : BROKEN;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return BROKEN; // neither a key nor a signature: nothing that was signed
        }
    }
}

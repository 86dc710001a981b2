package org.tillwright.wire.fiscal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What a fiscal device answered to one record of this register, or that it did not answer. A sale that was not signed at first
 * and is signed later has two of these; what was signed once is never signed again.
 *
 * @param country whose law it was asked by, ISO 3166
 * @param ofSequence number of the record that it is about, of the same workstation
 * @param kind name of a {@link FiscalKind}
 * @param signature what the device answered; null where it did not sign
 * @param failure why not, as an upper-case word such as NOT_ANSWERING; null where it signed
 * @param answeredAt by the register's clock
 */
public record FiscalMessage(
        @Limit(40) String storeId,
        @Limit(2) String country,
        UUID transactionId,
        Long ofSequence,
        @Limit(20) String kind,
        @Nullable Signature signature,
        @Nullable @Limit(40) String failure,
        Instant answeredAt) {

    /**
     * A device's signature. The device made every part of it; the register checked that the signature holds and that the number
     * had not been given before.
     *
     * @param deviceId the device's own name
     * @param number the device's own number of it
     * @param signedAt by the device's clock
     * @param algorithm such as SHA256withECDSA
     * @param publicKey Base64 of its X.509 form
     * @param signedText exactly what was signed; its UTF-8 bytes are
     * @param signature Base64 for addresses, without padding
     * @param verification what the receipt's QR code holds
     */
    public record Signature(
            @Limit(80) String deviceId,
            Long number,
            Instant signedAt,
            @Limit(40) String algorithm,
            @Limit(400) String publicKey,
            @Limit(Signature.MAX_TEXT) String signedText,
            @Limit(400) String signature,
            @Limit(Signature.MAX_VERIFICATION) String verification) {

        /** A sale with every tax group and every way to pay fits. */
        public static final int MAX_TEXT = 8_000;

        /** More would not print large enough to be read. */
        public static final int MAX_VERIFICATION = 300;
    }

    /** True for a record that the device did sign. */
    public boolean isSigned() {
        return signature != null;
    }
}

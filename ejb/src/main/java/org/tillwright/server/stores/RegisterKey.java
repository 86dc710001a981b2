package org.tillwright.server.stores;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Reads the public half of a register's key pair, and takes nothing but a true point of the curve P-256. */
final class RegisterKey {

    private static final ECParameterSpec P_256 = p256();

    private RegisterKey() {}

    /** Reads a key as a register sends it; empty when the text is no such key. */
    static Optional<PublicKey> ofBase64(String text) {
        try {
            return ofBytes(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a key as it is stored. */
    static Optional<PublicKey> ofBytes(byte[] x509) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(x509));
            return key instanceof ECPublicKey ec && isOnP256(ec) ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean isOnP256(ECPublicKey key) {
        EllipticCurve curve = P_256.getCurve();
        ECPoint point = key.getW();
        if (!key.getParams().getCurve().equals(curve)
                || !key.getParams().getOrder().equals(P_256.getOrder())
                || point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right =
                x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
        return y.pow(2).mod(prime).equals(right);
    }

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}

package org.tillwright.register.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.tillwright.register.journal.Sealer;

/** Key pairs of registers in tests: made for each run, kept nowhere. */
public final class TestKeys {

    /** The key pair of the one register that most tests have. */
    public static final KeyPair PAIR = make();

    /** Seals that register's journal. */
    public static final Sealer SEALER = sealer(PAIR);

    private TestKeys() {}

    /** Makes another key pair on P-256. */
    public static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Sealer sealer(KeyPair pair) {
        return Sealer.of(pair.getPrivate(), pair.getPublic());
    }
}

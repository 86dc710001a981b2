package org.tillwright.register.journal;

import java.security.PrivateKey;
import java.security.PublicKey;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** Seals what a register writes down, with the key that it has now. Any thread may use it. */
public final class Sealer {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String keyId;

    private Sealer(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.keyId = JournalChain.keyId(publicKey);
    }

    /** The two halves of one key pair on P-256. */
    public static Sealer of(PrivateKey privateKey, PublicKey publicKey) {
        return new Sealer(privateKey, publicKey);
    }

    /** The name that seals know the key by. */
    public String keyId() {
        return keyId;
    }

    /** The public half in its X.509 form, for whoever checks the seals. */
    byte[] encodedKey() {
        return publicKey.getEncoded();
    }

    RecordSeal seal(String workstationId, long sequence, String previous, byte[] body) {
        return RecordSeal.make(workstationId, sequence, previous, body, keyId, privateKey);
    }
}

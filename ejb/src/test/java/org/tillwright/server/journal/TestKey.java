package org.tillwright.server.journal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.tillwright.server.TestShop;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.seal.JournalChain;
import org.tillwright.wire.seal.RecordSeal;

/** A register's key pair, and what a register does with it. */
public final class TestKey {

    private final KeyPair pair;

    private TestKey(KeyPair pair) {
        this.pair = pair;
    }

    public static TestKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enrols it at a workstation, with a code that a manager makes. */
    public EnrolmentAnswer enrol(TestShop shop, String workstationId) {
        EnrolmentService enrolments = shop.get(EnrolmentService.class);
        String code = shop.inTransaction(
                () -> enrolments.makeCode(workstationId, "anna").code());
        return shop.inTransaction(() -> enrolments.enrol(new EnrolmentRequest(code, publicKey())));
    }

    /** The public half, as a register sends it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    public String id() {
        return JournalChain.keyId(pair.getPublic());
    }

    public RecordSeal seal(String workstationId, long sequence, String previous, byte[] record) {
        return RecordSeal.make(workstationId, sequence, previous, record, id(), pair.getPrivate());
    }
}

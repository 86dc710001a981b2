package org.tillwright.server.stores;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.platform.Secrets;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentCode;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.seal.JournalChain;

/** The door through which a register becomes known. */
@Stateless
public class EnrolmentService {

    /** How long a one-time code is good. */
    public static final Duration CODE_LIFETIME = Duration.ofHours(24);

    @Inject
    Workstations workstations;

    @Inject
    Stores stores;

    @Inject
    AuditService audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Makes a code for a workstation, also for one that has a register: the new one takes its place. An earlier code that
     * nobody used ends, because who asks for another has lost it.
     */
    @RolesAllowed(MANAGER)
    public EnrolmentCode makeCode(String workstationId, String operatorId) {
        Workstation workstation = workstations
                .find(workstationId)
                .orElseThrow(() -> new Refused(
                        ProblemCode.NOT_FOUND, "There is no workstation " + workstationId + "; check its id."));
        if (workstations.isRetired(workstationId)) {
            throw new Refused(ProblemCode.UNSOUND_ENTRY, StoreReason.RETIRED);
        }
        workstations.endCodes(workstationId, clock.instant());
        return makeCode(workstation.summary(), operatorId);
    }

    /** Ends the codes for a workstation that nobody used yet. */
    @RolesAllowed(MANAGER)
    public void withdrawCodes(String workstationId, String managerId) {
        Instant now = clock.instant();
        if (workstations.endCodes(workstationId, now) > 0) {
            audit.record(new AuditNote(
                    "ENROLMENT_CODE_WITHDRAWN",
                    now,
                    null,
                    workstationId,
                    managerId,
                    "workstation " + workstationId,
                    null));
        }
    }

    /**
     * Makes the codes of the first start, by workstation. There is nobody yet who could be asked for a permission, so
     * this gives codes only while no code was ever made; afterwards it gives none.
     */
    @PermitAll
    public Map<String, EnrolmentCode> makeFirstCodes() {
        Map<String, EnrolmentCode> codes = new TreeMap<>();
        if (workstations.anyCode()) {
            return codes;
        }
        for (Workstation workstation : workstations.all()) {
            WorkstationSummary summary = workstation.summary();
            codes.put(summary.workstationId(), makeCode(summary, null));
        }
        return codes;
    }

    private EnrolmentCode makeCode(WorkstationSummary workstation, @Nullable String operatorId) {
        Instant now = clock.instant();
        String code = CodeMaker.make(random);
        Instant expiresAt = now.plus(CODE_LIFETIME);
        String id = workstation.workstationId();
        workstations.add(new OneTimeCode(Secrets.hash(CodeMaker.normalized(code)), id, now, expiresAt));
        audit.record(new AuditNote("ENROLMENT_CODE_MADE", now, workstation.storeId(), id, operatorId, null, null));
        return new EnrolmentCode(code, expiresAt);
    }

    /**
     * Makes the holder of a key pair the register of the workstation that the code is for. A register that takes the
     * place of another goes on with its sequence.
     *
     * @throws Refused with {@code ENROLMENT_CODE_REFUSED} if the code is unknown, used or too old; with {@code MALFORMED}
     *     if the key is not one on P-256, and then the code stays good
     */
    @PermitAll
    public EnrolmentAnswer enrol(EnrolmentRequest request) {
        Instant now = clock.instant();
        PublicKey key = RegisterKey.ofBase64(request.publicKey())
                .orElseThrow(() -> new Refused(
                        ProblemCode.MALFORMED,
                        "The register's key cannot be used.",
                        List.of(new Fault("publicKey", "is not an elliptic curve key on P-256"))));
        OneTimeCode code = workstations
                .lockCode(Secrets.hash(CodeMaker.normalized(request.code())))
                .filter(known -> known.isGoodAt(now))
                .orElseThrow(() -> new Refused(
                        ProblemCode.ENROLMENT_CODE_REFUSED,
                        "This enrolment code is unknown, used or older than a day; ask a manager for a new one."));
        code.use(now);
        Workstation workstation = workstations.find(code.workstationId()).orElseThrow();
        if (!Arrays.equals(workstation.publicKey(), key.getEncoded())) {
            workstations.keepFormerKey(workstation, now);
        }
        workstation.enrol(key.getEncoded(), now);
        return welcome(workstation.summary(), now);
    }

    /** Returns the key that a workstation's register signs with; empty when no register is enrolled there. */
    @PermitAll
    public Optional<PublicKey> publicKey(String workstationId) {
        return workstations.find(workstationId).map(Workstation::publicKey).flatMap(RegisterKey::ofBytes);
    }

    /** Returns the keys that a workstation's register may have signed with at a moment: the one it has, and replaced ones. */
    @PermitAll
    public List<PublicKey> publicKeysAt(String workstationId, Instant moment) {
        return Stream.concat(
                        publicKey(workstationId).stream(),
                        workstations.formerKeysAt(workstationId, moment).stream()
                                .flatMap(key -> RegisterKey.ofBytes(key).stream()))
                .toList();
    }

    /** Returns a key that a workstation's register has or had, by the name that seals know it by. */
    @PermitAll
    public Optional<PublicKey> publicKey(String workstationId, String keyId) {
        return publicKey(workstationId)
                .filter(key -> JournalChain.keyId(key).equals(keyId))
                .or(() -> workstations.formerKey(workstationId, keyId).flatMap(RegisterKey::ofBytes));
    }

    /**
     * Keeps a key that a register told it had: this server was restored from a copy that is older than that key.
     *
     * @param publicKey Base64 of its X.509 form
     * @return the key; empty, and nothing kept, when it is none or has another name
     */
    @RolesAllowed(REGISTER)
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<PublicKey> learnKey(String workstationId, String keyId, String publicKey) {
        Optional<PublicKey> told = RegisterKey.ofBase64(publicKey)
                .filter(key -> JournalChain.keyId(key).equals(keyId));
        told.ifPresent(key -> {
            Instant now = clock.instant();
            workstations.addFormerKey(workstationId, key.getEncoded(), now);
            audit.record(new AuditNote("REGISTER_KEY_LEARNT", now, null, workstationId, null, keyId, null));
        });
        return told;
    }

    private EnrolmentAnswer welcome(WorkstationSummary workstation, Instant now) {
        String id = workstation.workstationId();
        StoreDetail store = stores.find(workstation.storeId()).orElseThrow();
        audit.record(new AuditNote("REGISTER_ENROLLED", now, store.storeId(), id, null, null, null));
        Optional<Workstations.Head> head = workstations.newestHead(id);
        return new EnrolmentAnswer(
                id,
                workstation.name(),
                store.storeId(),
                store.name(),
                workstations.highestSequence(id) + 1,
                now,
                workstations.newestZ(id).orElse(null),
                head.map(Workstations.Head::sequence).orElse(null),
                head.map(Workstations.Head::head).orElse(null));
    }
}

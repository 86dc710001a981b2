package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.stores.EnrolmentService;
import org.tillwright.server.stores.StoreReason;
import org.tillwright.server.stores.WorkstationService;
import org.tillwright.server.stores.WorkstationState;
import org.tillwright.server.sync.SnapshotService;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.SignOnRequest;

/** Registers come and go, and what the server knows of them meanwhile. */
class RegisterAccessServiceTest {

    private final TestShop shop = new TestShop();
    private final RegisterAccessService access = shop.get(RegisterAccessService.class);
    private final WorkstationService workstations = shop.get(WorkstationService.class);
    private final EnrolmentService enrolment = shop.get(EnrolmentService.class);
    private final RegisterKeys keys = shop.get(RegisterKeys.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aRegisterWhosePlaceIsTakenAwayIsRefusedFromThenOn() throws Exception {
        PublicKey key = enrol("till-01");
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).contains(key);
        assertThat(state("till-01").enrolledAt()).isNotNull();
        String token = signOnAsBen();

        run(() -> access.revoke("till-01", "anna"));
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).isEmpty();
        assertThat(shop.inTransaction(() -> shop.get(SignOnService.class).findSession(token)))
                .isEmpty();
        assertThat(state("till-01").isEnrolled()).isFalse();
        assertThat(audited("REGISTER_REVOKED")).isEqualTo(1);
        run(() -> access.revoke("till-01", "anna"));
        assertThat(audited("REGISTER_REVOKED")).isEqualTo(1);

        PublicKey next = enrol("till-01");
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).contains(next);
    }

    @Test
    void aKeyReadWhileItIsTakenAwayIsNotRememberedLonger() throws Exception {
        enrol("till-01");
        keys.forget("till-01");
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).isPresent(); // not committed yet
        shop.database.tamper("update workstation set public_key = null");
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).isEmpty();
    }

    @Test
    void aRetiredWorkstationTakesNoRegisterUntilItIsBroughtBack() throws Exception {
        enrol("till-01");
        String unused = code("till-01");
        run(() -> access.retire("till-01", "anna"));
        assertThat(shop.inTransaction(() -> keys.find("till-01"))).isEmpty();
        assertThat(state("till-01").isRetired()).isTrue();
        assertThat(shop.inTransaction(() -> workstations.of("shop")))
                .extracting(WorkstationState::workstationId)
                .containsExactly("till-02", "till-01");
        assertThatThrownBy(() -> enrol(unused, newKey())).hasMessageContaining("ENROLMENT_CODE_REFUSED");
        assertThatThrownBy(() -> code("till-01"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                        .isEqualTo(List.of(StoreReason.RETIRED)));
        run(() -> workstations.bringBack("till-01", "anna"));
        enrol("till-01");
        assertThat(state("till-01").isEnrolled()).isTrue();
    }

    @Test
    void aCodeIsOpenUntilItIsUsedWithdrawnOrReplaced() throws Exception {
        String first = code("till-01");
        assertThat(state("till-01").codeUntil()).isEqualTo(now().plus(EnrolmentService.CODE_LIFETIME));
        String second = code("till-01");
        assertThatThrownBy(() -> enrol(first, newKey())).hasMessageContaining("ENROLMENT_CODE_REFUSED");
        enrol(second, newKey());
        assertThat(state("till-01").codeUntil()).isNull();

        String third = code("till-01");
        run(() -> enrolment.withdrawCodes("till-01", "anna"));
        assertThat(state("till-01").codeUntil()).isNull();
        assertThatThrownBy(() -> enrol(third, newKey())).hasMessageContaining("ENROLMENT_CODE_REFUSED");
        assertThat(audited("ENROLMENT_CODE_WITHDRAWN")).isEqualTo(1);
    }

    @Test
    void whatARegisterAsksForIsNotedOnceAMinute() {
        Instant first = now();
        askForNews(2);
        shop.clock.advance(Duration.ofSeconds(59));
        askForNews(2);
        assertThat(state("till-01").heardAt()).isEqualTo(first);
        assertThat(state("till-01").snapshotNumber()).isEqualTo(2);
        askForNews(3);
        assertThat(state("till-01").snapshotNumber()).isEqualTo(3);
        shop.clock.advance(Duration.ofSeconds(60));
        askForNews(3);
        assertThat(state("till-01").heardAt()).isEqualTo(first.plusSeconds(119));
        assertThat(state("till-02").heardAt()).isNull();
    }

    @Test
    void aRecordIsASignOfLifeToo() {
        shop.database.tamper(
                "insert into journal_record values ('till-01', 7, 'EVENT', 1, 'x', '2026-03-02 10:00:00.000000')");
        assertThat(state("till-01").heardAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(state("till-01").highestSequence()).isEqualTo(7);
    }

    @Test
    void workstationsAreAddedRenamedAndCounted() {
        String id = shop.inTransaction(() -> workstations.create("shop", "Bar", "anna"));
        assertThat(id).isEqualTo("till-03");
        run(() -> workstations.rename(id, "Garden bar", "anna"));
        assertThat(state(id).name()).isEqualTo("Garden bar");
        assertThatThrownBy(() -> run(() -> workstations.rename(id, " ", "anna")))
                .hasMessageContaining("1 to 120");
        for (int i = 4; i <= WorkstationService.MAX_IN_USE; i++) {
            shop.inTransaction(() -> workstations.create("shop", "More", "anna"));
        }
        assertThatThrownBy(() -> shop.inTransaction(() -> workstations.create("shop", "One too many", "anna")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                        .isEqualTo(List.of(StoreReason.TOO_MANY_WORKSTATIONS)));
    }

    private PublicKey enrol(String workstationId) throws GeneralSecurityException {
        PublicKey key = newKey();
        enrol(code(workstationId), key);
        return key;
    }

    private void enrol(String code, PublicKey key) {
        String text = Base64.getEncoder().encodeToString(key.getEncoded());
        shop.inTransaction(() -> enrolment.enrol(new EnrolmentRequest(code, text)));
    }

    private String code(String workstationId) {
        return shop.inTransaction(() -> enrolment.makeCode(workstationId, "anna"))
                .code();
    }

    private String signOnAsBen() {
        run(() -> shop.get(OperatorService.class).setPin("ben", "7311", "anna"));
        return shop.inTransaction(() -> shop.get(SignOnService.class).signOn("till-01", new SignOnRequest("2", "7311")))
                .token();
    }

    private void askForNews(long after) {
        shop.inTransaction(() -> shop.get(SnapshotService.class).since("till-01", after));
    }

    private WorkstationState state(String workstationId) {
        return shop.inTransaction(() -> workstations.find(workstationId)).orElseThrow();
    }

    private Instant now() {
        return shop.clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private long audited(String action) {
        return shop.database.count(
                "audit_entry", "action = '" + action + "' and operator_id = 'anna' and workstation_id = 'till-01'");
    }

    private void run(Runnable work) {
        shop.inTransaction(() -> {
            work.run();
            return true;
        });
    }

    private static PublicKey newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPublic();
    }
}

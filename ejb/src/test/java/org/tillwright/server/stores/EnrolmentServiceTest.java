package org.tillwright.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.EnrolmentAnswer;
import org.tillwright.wire.EnrolmentCode;
import org.tillwright.wire.EnrolmentRequest;
import org.tillwright.wire.json.Fault;

class EnrolmentServiceTest {

    private final TestShop shop = new TestShop();
    private final EnrolmentService enrolment = shop.get(EnrolmentService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aCodeMakesARegisterTheWorkstationItIsFor() throws Exception {
        PublicKey key = ecKey("secp256r1");
        EnrolmentCode code = makeCode();
        assertThat(code.code()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        EnrolmentAnswer answer = enrol(code.code(), key);
        assertThat(answer.workstationId()).isEqualTo("till-01");
        assertThat(answer.storeName()).isEqualTo("Corner Shop");
        assertThat(answer.nextSequence()).isEqualTo(1);
        assertThat(keyOf("till-01")).contains(key);
        assertThat(keyOf("till-02")).isEmpty();
        assertThat(keyOf("nowhere")).isEmpty();
    }

    @Test
    void aCodeIsReadAsAPersonKeysIt() throws Exception {
        String keyed = " " + makeCode().code().toLowerCase(Locale.ROOT).replace("-", " ") + " ";
        assertThat(enrol(keyed, ecKey("secp256r1")).workstationId()).isEqualTo("till-01");
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        String code = makeCode().code();
        enrol(code, ecKey("secp256r1"));
        assertThatThrownBy(() -> enrol(code, ecKey("secp256r1")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.ENROLMENT_CODE_REFUSED));
    }

    @Test
    void aCodeLastsADay() throws Exception {
        String code = makeCode().code();
        shop.clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> enrol(code, ecKey("secp256r1"))).hasMessageContaining("ENROLMENT_CODE_REFUSED");
        assertThatThrownBy(() -> enrol("00000-00000", ecKey("secp256r1")))
                .hasMessageContaining("ENROLMENT_CODE_REFUSED");
    }

    @Test
    void aKeyOnAnotherCurveIsRefusedAndTheCodeStaysGood() throws Exception {
        String code = makeCode().code();
        assertThatThrownBy(() -> enrol(code, ecKey("secp384r1")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::field)
                        .containsExactly("publicKey"));
        assertThatThrownBy(() -> shop.inTransaction(() -> enrolment.enrol(new EnrolmentRequest(code, "not Base64!"))))
                .hasMessageContaining("MALFORMED");
        assertThat(enrol(code, ecKey("secp256r1")).workstationId()).isEqualTo("till-01");
    }

    @Test
    void aRegisterThatTakesTheOthersPlaceGoesOnWithItsNumbers() throws Exception {
        enrol(makeCode().code(), ecKey("secp256r1"));
        shop.database.tamper("insert into journal_record values ('till-01', 41, 'EVENT', 1, 'x', utc_timestamp(6))");
        PublicKey newKey = ecKey("secp256r1");
        assertThat(enrol(makeCode().code(), newKey).nextSequence()).isEqualTo(42);
        assertThat(keyOf("till-01")).contains(newKey);
    }

    @Test
    void aRegisterWithANewDiskIsToldItsNewestZReport() throws Exception {
        assertThat(enrol(makeCode().code(), ecKey("secp256r1")).lastZ()).isNull();
        for (String[] settled : new String[][] {{"till-01", "12"}, {"till-01", "13"}, {"till-02", "99"}}) {
            shop.database.tamper("insert into till_settlement (till_session_id, operator_id, settled_at, currency,"
                    + " told_transaction_count, workstation_id, z_number) values (uuid(), 'anna', utc_timestamp(6), 'EUR',"
                    + " 0, '" + settled[0] + "', " + settled[1] + ")");
        }
        assertThat(enrol(makeCode().code(), ecKey("secp256r1")).lastZ()).isEqualTo(13);
    }

    @Test
    void codesAreStoredHashedAndEnrolmentsAreNoted() throws Exception {
        EnrolmentCode code = makeCode();
        enrol(code.code(), ecKey("secp256r1"));
        assertThat(shop.database.count("enrolment_code", "code_hash like '%" + code.code() + "%'"))
                .isZero();
        assertThat(shop.database.count(
                        "audit_entry",
                        "action in ('ENROLMENT_CODE_MADE', 'REGISTER_ENROLLED') and workstation_id = 'till-01'"))
                .isEqualTo(2);
    }

    @Test
    void firstCodesAreMadeOnlyWhileThereIsNone() {
        assertThat(shop.inTransaction(enrolment::makeFirstCodes)).containsOnlyKeys("till-01", "till-02");
        assertThat(shop.inTransaction(enrolment::makeFirstCodes)).isEmpty();
    }

    @Test
    void anUnknownWorkstationIsNamed() {
        assertThatThrownBy(() -> shop.inTransaction(() -> enrolment.makeCode("till-77", "anna")))
                .hasMessageContaining("till-77");
    }

    private EnrolmentCode makeCode() {
        return shop.inTransaction(() -> enrolment.makeCode("till-01", "anna"));
    }

    private EnrolmentAnswer enrol(String code, PublicKey key) {
        String text = Base64.getEncoder().encodeToString(key.getEncoded());
        return shop.inTransaction(() -> enrolment.enrol(new EnrolmentRequest(code, text)));
    }

    private Optional<PublicKey> keyOf(String workstationId) {
        return shop.inTransaction(() -> enrolment.publicKey(workstationId));
    }

    private static PublicKey ecKey(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair().getPublic();
    }
}

package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;
import org.tillwright.wire.SnapshotMessage;

class OperatorServiceTest {

    private final TestShop shop = new TestShop();
    private final OperatorService operators = shop.get(OperatorService.class);
    private final SignOnService signOn = shop.get(SignOnService.class);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aNewCashierSignsOnOnceThereIsAPin() {
        String id = create(new OperatorDraft("3", "Cleo", Role.CASHIER, "da"));
        assertThat(id).isEqualTo("operator-1");
        assertThat(find(id).hasPin()).isFalse();
        String pin = shop.inTransaction(() -> operators.makePin(id, "anna"));
        assertThat(pin).matches("[0-9]{6}");
        assertThat(signOn("3", pin).operatorId()).isEqualTo(id);
        assertThat(shop.inTransaction(operators::forRegisters))
                .extracting(SnapshotMessage.Operator::number)
                .containsExactly("1", "2", "3");
        assertThat(audited("OPERATOR_CREATED", id)).isEqualTo("anna");
        assertThat(audited("PIN_SET", id)).isEqualTo("anna");
    }

    @Test
    void everyFaultOfADraftIsToldAndNothingIsStored() {
        long before = latest();
        assertReasons(
                () -> create(new OperatorDraft("two", " ", Role.CASHIER, "english")),
                OperatorReason.NUMBER_UNSOUND,
                OperatorReason.NAME_UNSOUND,
                OperatorReason.LANGUAGE_UNSOUND);
        assertReasons(() -> create(new OperatorDraft("2", "x", Role.CASHIER, null)), OperatorReason.NUMBER_TAKEN);
        assertThat(latest()).isEqualTo(before);
        assertThat(shop.inTransaction(operators::all)).hasSize(3);
    }

    @Test
    void eachChangeIsPublishedAndNamesWhoMadeIt() {
        long before = latest();
        OperatorDraft seen = find("ben").draft();
        change("ben", seen, new OperatorDraft("22", "Ben B.", Role.SUPERVISOR, "uk"));
        assertThat(latest()).isEqualTo(before + 1);
        assertThat(find("ben").draft()).isEqualTo(new OperatorDraft("22", "Ben B.", Role.SUPERVISOR, "uk"));
        assertThat(audited("OPERATOR_CHANGED", "ben")).isEqualTo("anna");
        assertThat(shop.database.text("select detail from audit_entry where action = 'OPERATOR_CHANGED'"))
                .isEqualTo("number 2 to 22, name, role CASHIER to SUPERVISOR, language");
        change("ben", find("ben").draft(), find("ben").draft());
        assertThat(latest()).isEqualTo(before + 1);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        OperatorDraft seen = find("ben").draft();
        change("ben", seen, new OperatorDraft("2", "Benedikt", Role.CASHIER, null));
        assertThatThrownBy(() -> change("ben", seen, new OperatorDraft("2", "Benno", Role.CASHIER, null)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE));
        assertThat(find("ben").name()).isEqualTo("Benedikt");
    }

    @Test
    void aManagerNeitherLowersNorDeactivatesHimself() {
        OperatorDraft anna = find("anna").draft();
        assertReasons(
                () -> change("anna", anna, new OperatorDraft("1", "Anna", Role.CASHIER, "en")),
                OperatorReason.OWN_ROLE);
        assertReasons(() -> deactivate("anna", "anna"), OperatorReason.OWN_ACTIVITY);
        change("anna", anna, new OperatorDraft("1", "Anna A.", Role.MANAGER, "en"));
    }

    @Test
    void theLastManagerWithAPasswordStays() {
        String other = create(new OperatorDraft("4", "Mia", Role.MANAGER, null));
        givePassword("anna");
        assertReasons(() -> deactivate("anna", other), OperatorReason.LAST_MANAGER);
        OperatorDraft anna = find("anna").draft();
        OperatorDraft lowered = new OperatorDraft("1", "Anna", Role.SUPERVISOR, "en");
        assertReasons(() -> change("anna", anna, lowered, other), OperatorReason.LAST_MANAGER);
        givePassword(other);
        deactivate("anna", other);
        assertThat(find("anna").active()).isFalse();
        assertThat(shop.inTransaction(operators::all))
                .extracting(OperatorSummary::operatorId)
                .containsExactly("ben", other, "anna", "gone");
    }

    @Test
    void aNewPinANewRoleAndLeavingEndSessions() {
        setPin("ben", "7311");
        String token = signOn("2", "7311").token();
        change("ben", find("ben").draft(), new OperatorDraft("2", "Ben again", Role.CASHIER, null));
        assertThat(isGood(token)).isTrue();
        change("ben", find("ben").draft(), new OperatorDraft("2", "Ben again", Role.SUPERVISOR, null));
        assertThat(isGood(token)).isFalse();

        String second = signOn("2", "7311").token();
        setPin("ben", "7312");
        assertThat(isGood(second)).isFalse();

        String third = signOn("2", "7312").token();
        deactivate("ben", "anna");
        shop.inTransaction(() -> {
            operators.activate("ben", "anna");
            return true;
        });
        assertThat(isGood(third)).isFalse();
        assertThat(signOn("2", "7312").operatorId()).isEqualTo("ben");
    }

    @Test
    void aLockedOperatorIsShownAndLetInAgain() {
        setPin("ben", "7311");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signOn("2", "0001")).hasMessageContaining("SIGN_ON");
        }
        assertThat(find("ben").lockedUntil())
                .isEqualTo(shop.clock.instant().truncatedTo(ChronoUnit.MICROS).plus(SignOnService.LOCK));
        shop.inTransaction(() -> {
            operators.unlock("ben", "anna");
            return true;
        });
        assertThat(find("ben").lockedUntil()).isNull();
        assertThat(signOn("2", "7311").operatorId()).isEqualTo("ben");
        assertThat(audited("PIN_UNLOCKED", "ben")).isEqualTo("anna");
    }

    @Test
    void aPinThatIsGuessedAtOnceIsRefused() {
        assertReasons(() -> setPin("ben", "1234"), OperatorReason.PIN_TRIVIAL);
        assertReasons(() -> setPin("ben", "12x4"), OperatorReason.PIN_UNSOUND);
        assertThat(find("ben").hasPin()).isFalse();
    }

    private String create(OperatorDraft draft) {
        return shop.inTransaction(() -> operators.create(draft, "anna"));
    }

    private OperatorSummary find(String operatorId) {
        return shop.inTransaction(() -> operators.find(operatorId)).orElseThrow();
    }

    private void change(String operatorId, OperatorDraft seen, OperatorDraft wanted) {
        change(operatorId, seen, wanted, "anna");
    }

    private void change(String operatorId, OperatorDraft seen, OperatorDraft wanted, String managerId) {
        shop.inTransaction(() -> {
            operators.change(operatorId, seen, wanted, managerId);
            return true;
        });
    }

    private void deactivate(String operatorId, String managerId) {
        shop.inTransaction(() -> {
            operators.deactivate(operatorId, managerId);
            return true;
        });
    }

    private void setPin(String operatorId, String pin) {
        shop.inTransaction(() -> {
            operators.setPin(operatorId, pin, "anna");
            return true;
        });
    }

    private void givePassword(String operatorId) {
        shop.database.tamper("insert into operator_password values ('" + operatorId + "', 'x', utc_timestamp(6))");
    }

    private SignOnAnswer signOn(String number, String pin) {
        return shop.inTransaction(() -> signOn.signOn("till-01", new SignOnRequest(number, pin)));
    }

    private boolean isGood(String token) {
        return shop.inTransaction(() -> signOn.findSession(token)).isPresent();
    }

    private long latest() {
        return shop.inTransaction(() -> shop.get(PublicationService.class).latest());
    }

    private String audited(String action, String operatorId) {
        return shop.database.text("select operator_id from audit_entry where action = '" + action
                + "' and subject = 'operator " + operatorId + "'");
    }

    private static void assertReasons(Runnable attempt, OperatorReason... reasons) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reasons())
                .isEqualTo(List.copyOf(Arrays.asList(reasons))));
    }
}

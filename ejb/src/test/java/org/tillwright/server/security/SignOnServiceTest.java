package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.server.publication.PublicationService;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;

class SignOnServiceTest {

    private final TestShop shop = new TestShop();
    private final SignOnService signOn = shop.get(SignOnService.class);
    private final OperatorService operators = shop.get(OperatorService.class);

    @BeforeEach
    void setPins() {
        setPin("anna", "482913");
        setPin("ben", "7311");
        setPin("gone", "8462");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void theRightPinGivesATokenThatIsKeptAsAHashOnly() {
        SignOnAnswer answer = signOn("1", "482913");
        assertThat(answer.role()).isEqualTo("MANAGER");
        assertThat(answer.expiresAt()).isEqualTo(shop.clock.instant().plus(Duration.ofHours(12)));
        assertThat(shop.inTransaction(() -> signOn.findSession(answer.token())))
                .contains(new SignedOn("anna", Role.MANAGER, "till-01"));
        assertThat(shop.database.count("person_session", "token_hash = '" + answer.token() + "'"))
                .isZero();
    }

    @Test
    void aTokenEndsAfterTwelveHoursAndWithItsOwner() {
        SignOnAnswer anna = signOn("1", "482913");
        SignOnAnswer ben = signOn("2", "7311");
        shop.database.tamper("update operator set active = false where operator_id = 'ben'");
        assertThat(shop.inTransaction(() -> signOn.findSession(ben.token()))).isEmpty();
        shop.clock.advance(Duration.ofHours(12));
        assertThat(shop.inTransaction(() -> signOn.findSession(anna.token()))).isEmpty();
        assertThat(shop.inTransaction(() -> signOn.findSession("made up"))).isEmpty();
    }

    @Test
    void fiveWrongPinsLockThatOperatorForAQuarterOfAnHourAndNobodyElse() {
        for (int i = 1; i <= 4; i++) {
            assertRefused(ProblemCode.SIGN_ON_REFUSED, "1", "000000");
        }
        assertRefused(ProblemCode.SIGN_ON_LOCKED, "1", "000000");
        assertRefused(ProblemCode.SIGN_ON_LOCKED, "1", "482913");
        assertThat(signOn("2", "7311").operatorId()).isEqualTo("ben");
        assertThat(shop.database.count("audit_entry", "action = 'SIGN_ON_REFUSED' and operator_id = 'anna'"))
                .isEqualTo(6);
        assertThat(shop.database.count("audit_entry", "action = 'SIGN_ON_LOCKED' and operator_id = 'anna'"))
                .isEqualTo(1);

        shop.clock.advance(Duration.ofMinutes(15));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, "1", "000000");
        assertThat(signOn("1", "482913").operatorId()).isEqualTo("anna");
    }

    @Test
    void attemptsAtOneOperatorWaitForEachOtherAndNeverLockEachOtherOut() throws Exception {
        Operators rows = shop.get(Operators.class);
        int each = 100;
        atOnce(() -> {
            for (int i = 0; i < each; i++) {
                shop.inTransaction(() -> {
                    Operators.WrongPins before = rows.lockWrongPins("anna");
                    rows.setWrongPins("anna", new Operators.WrongPins(before.count() + 1, null));
                    return before;
                });
            }
        });
        assertThat(shop.database.number("select wrong_pins from sign_on_lock")).isEqualTo(2L * each);
    }

    @Test
    void aRightPinForgetsTheWrongOnes() {
        for (int i = 1; i <= 4; i++) {
            assertRefused(ProblemCode.SIGN_ON_REFUSED, "1", "1");
        }
        signOn("1", "482913");
        assertRefused(ProblemCode.SIGN_ON_REFUSED, "1", "1");
    }

    @Test
    void unknownAndInactiveOperatorsHearTheSameAsAWrongPin() {
        assertRefused(ProblemCode.SIGN_ON_REFUSED, "77", "1234");
        assertRefused(ProblemCode.SIGN_ON_REFUSED, "9", "8462");
    }

    @Test
    void aNewPinIsPublishedToRegistersAndCheckedBefore() {
        long before = latest();
        setPin("ben", "55155");
        assertThat(latest()).isEqualTo(before + 1);
        assertThatThrownBy(() -> setPin("ben", "12ab")).hasMessageContaining("four to eight digits");
        assertThat(shop.inTransaction(operators::forRegisters))
                .extracting(operator -> operator.number())
                .containsExactly("1", "2");
    }

    @Test
    void rolesHoldTheLowerOnes() {
        assertThat(Role.MANAGER.groups()).containsExactly("CASHIER", "SUPERVISOR", "MANAGER");
        assertThat(Role.CASHIER.permissions())
                .contains("sales.void", "sales.discount", "till.open", "till.settle")
                .doesNotContain("sales.override-price", "sales.post-void", "till.no-sale", "till.paid-out");
        assertThat(Role.SUPERVISOR.permissions())
                .contains("sales.override-price", "till.open", "till.no-sale")
                .doesNotContain("stores.enrol")
                .doesNotHaveDuplicates();
        assertThat(Role.SUPERVISOR.permissions()).doesNotContain("stores.enrol");
    }

    private static void atOnce(Runnable work) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Integer> waiting = () -> {
                int place = start.await();
                work.run();
                return place;
            };
            for (Future<Integer> done : two.invokeAll(List.of(waiting, waiting))) {
                done.get();
            }
        } finally {
            two.shutdownNow();
        }
    }

    private long latest() {
        return shop.inTransaction(() -> shop.get(PublicationService.class).latest());
    }

    private void setPin(String operatorId, String pin) {
        shop.inTransaction(() -> {
            operators.setPin(operatorId, pin, "anna");
            return pin;
        });
    }

    private SignOnAnswer signOn(String number, String pin) {
        return shop.inTransaction(() -> signOn.signOn("till-01", new SignOnRequest(number, pin)));
    }

    private void assertRefused(ProblemCode code, String number, String pin) {
        assertThatThrownBy(() -> signOn(number, pin))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}

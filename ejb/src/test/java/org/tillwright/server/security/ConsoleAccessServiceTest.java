package org.tillwright.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.ConsoleSignInRequest;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.SignOnRequest;

class ConsoleAccessServiceTest {

    private static final String WRONG = "not the password";
    private static final String OWN = "four green bicycles";

    private final TestShop shop = new TestShop();
    private final ConsoleAccessService console = shop.get(ConsoleAccessService.class);
    private String annas;

    @BeforeEach
    void giveThePasswords() {
        shop.database.tamper("insert into operator values ('sue', '3', 'Sue', 'SUPERVISOR', null, null, true)");
        annas = shop.inTransaction(() -> console.setPassword("anna", "anna"));
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void whoSetAPasswordIsInTheTrail() {
        shop.inTransaction(() -> console.setPassword("sue", "anna"));
        assertThat(shop.database.count(
                        "audit_entry", "action = 'PASSWORD_SET' and operator_id = 'anna' and subject = 'operator sue'"))
                .isEqualTo(1);
    }

    @Test
    void theRightPasswordGivesATokenThatIsKeptAsAHashOnly() {
        SignOnAnswer answer = signIn("1", annas);
        assertThat(answer.role()).isEqualTo("MANAGER");
        assertThat(answer.expiresAt()).isEqualTo(shop.clock.instant().plus(Duration.ofHours(12)));
        assertThat(person(answer)).map(ConsolePerson::operatorId).contains("anna");
        assertThat(person(answer)).map(ConsolePerson::language).contains("en");
        assertThat(shop.database.count("console_session", "token_hash = '" + answer.token() + "'"))
                .isZero();
        assertThat(shop.database.count("operator_password", "verifier like '%" + annas + "%'"))
                .isZero();
        assertThat(shop.database.count("audit_entry", "action = 'CONSOLE_SIGNED_IN' and operator_id = 'anna'"))
                .isEqualTo(1);
    }

    @Test
    void fiveWrongPasswordsLockTheConsoleForThatOperatorAndNeverATill() {
        choose(() -> shop.get(OperatorService.class).setPin("anna", "482913", "anna"));
        for (int i = 1; i <= 4; i++) {
            assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("1", WRONG));
        }
        assertRefused(ProblemCode.SIGN_ON_LOCKED, () -> signIn("1", WRONG));
        assertRefused(ProblemCode.SIGN_ON_LOCKED, () -> signIn("1", annas));
        assertThat(shop.database.count("audit_entry", "action = 'CONSOLE_LOCKED' and operator_id = 'anna'"))
                .isEqualTo(1);
        assertThat(signOnAtTheRegister("1", "482913").operatorId()).isEqualTo("anna");

        shop.clock.advance(Duration.ofMinutes(15));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("1", WRONG));
        assertThat(signIn("1", annas).operatorId()).isEqualTo("anna");
    }

    @Test
    void aNewPasswordUnlocks() {
        for (int i = 1; i <= 5; i++) {
            assertRefused(() -> signIn("1", WRONG));
        }
        String next = shop.inTransaction(() -> console.setPassword("anna", "anna"));
        assertThat(signIn("1", next).operatorId()).isEqualTo("anna");
    }

    @Test
    void aSessionEndsWhenNobodyUsesItForHalfAnHour() {
        SignOnAnswer answer = signIn("1", annas);
        for (int i = 1; i <= 3; i++) {
            shop.clock.advance(Duration.ofMinutes(29));
            assertThat(person(answer)).isPresent();
        }
        shop.clock.advance(Duration.ofMinutes(30));
        assertThat(person(answer)).isEmpty();
        shop.clock.advance(Duration.ofMinutes(-30));
        assertThat(person(answer)).isPresent();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverOftenItIsUsed() {
        SignOnAnswer answer = signIn("1", annas);
        for (int i = 1; i < 36; i++) {
            shop.clock.advance(Duration.ofMinutes(20));
            assertThat(person(answer)).as("after %s times 20 minutes", i).isPresent();
        }
        shop.clock.advance(Duration.ofMinutes(20));
        assertThat(person(answer)).isEmpty();
    }

    @Test
    void usesWithinAMinuteAreNotWrittenEach() {
        SignOnAnswer answer = signIn("1", annas);
        String before = shop.database.text("select last_used_at from console_session");
        shop.clock.advance(Duration.ofSeconds(59));
        assertThat(person(answer)).isPresent();
        assertThat(shop.database.text("select last_used_at from console_session"))
                .isEqualTo(before);
        shop.clock.advance(Duration.ofSeconds(2));
        assertThat(person(answer)).isPresent();
        assertThat(shop.database.text("select last_used_at from console_session"))
                .isNotEqualTo(before);
    }

    @Test
    void anotherPasswordPinOrRoleAndALeaveEndAllSessions() {
        assertEnds(() -> shop.inTransaction(() -> console.setPassword("anna", "anna")));
        assertEnds(() -> choose(() -> shop.get(OperatorService.class).setPin("anna", "771177", "another manager")));
        assertEnds(() -> shop.database.tamper("update operator set role = 'SUPERVISOR' where operator_id = 'anna'"));
        shop.database.tamper("update operator set role = 'MANAGER' where operator_id = 'anna'");
        assertEnds(() -> shop.database.tamper("update operator set active = false where operator_id = 'anna'"));
    }

    @Test
    void anotherPasswordEndsTheSessionsAtRegistersToo() {
        choose(() -> shop.get(OperatorService.class).setPin("anna", "482913", "anna"));
        SignOnAnswer atRegister = signOnAtTheRegister("1", "482913");
        shop.inTransaction(() -> console.setPassword("anna", "anna"));
        assertThat(shop.inTransaction(() -> shop.get(SignOnService.class).findSession(atRegister.token())))
                .isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAndNoOther() {
        SignOnAnswer one = signIn("1", annas);
        SignOnAnswer other = signIn("1", annas);
        signOut(one.token());
        signOut(one.token());
        signOut("made up");
        assertThat(person(one)).isEmpty();
        assertThat(person(other)).isPresent();
        assertThat(shop.database.count("audit_entry", "action = 'CONSOLE_SIGNED_OUT'"))
                .isEqualTo(1);
    }

    @Test
    void unknownGoneAndPasswordlessOperatorsHearTheSameAsAWrongPassword() {
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("77", annas));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("9", annas));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("3", annas));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("", ""));
    }

    @Test
    void aPasswordInTheWrongFieldIsNotKeptForEver() {
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("zkhc-jumd-hmst-vqu6", ""));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("7\r\n8", ""));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("7".repeat(70_000), ""));
        assertThat(shop.database.count("audit_entry", "detail = 'operator number (not a number)'"))
                .isEqualTo(3);
    }

    @Test
    void anUnknownNumberTakesAsLongAsAKnownOne() {
        signIn("1", annas); // warms up
        long known = fastest("1");
        long unknown = fastest("77");
        long withoutPassword = fastest("3");
        assertThat(unknown).isGreaterThan(known / 2);
        assertThat(withoutPassword).isGreaterThan(known / 2);
    }

    @Test
    void aCashierIsRefusedEvenWithAPassword() {
        assertRefused(ProblemCode.NOT_ALLOWED, () -> shop.inTransaction(() -> console.setPassword("ben", "anna")));
        String sues = shop.inTransaction(() -> console.setPassword("sue", "anna"));
        assertThat(signIn("3", sues).role()).isEqualTo("SUPERVISOR");
        shop.database.tamper("update operator set role = 'CASHIER' where operator_id = 'sue'");
        assertRefused(ProblemCode.NOT_ALLOWED, () -> signIn("3", sues));
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("3", WRONG));
    }

    @Test
    void onesOwnPasswordIsChangedByWhoKnowsThePresentOne() {
        SignOnAnswer elsewhere = signIn("1", annas);
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> change(WRONG, OWN));
        assertThat(person(elsewhere)).isPresent();
        SignOnAnswer here = change(annas, OWN);
        assertThat(person(elsewhere)).isEmpty();
        assertThat(person(here)).isPresent();
        assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> signIn("1", annas));
        assertThat(signIn("1", OWN).operatorId()).isEqualTo("anna");
    }

    @Test
    void guessingThePresentPasswordLocksAsAtTheDoor() {
        for (int i = 1; i <= 4; i++) {
            assertRefused(ProblemCode.SIGN_ON_REFUSED, () -> change(WRONG, OWN));
        }
        assertRefused(ProblemCode.SIGN_ON_LOCKED, () -> change(WRONG, OWN));
        assertRefused(ProblemCode.SIGN_ON_LOCKED, () -> change(annas, OWN));
    }

    @Test
    void shortLongAndSimplePasswordsAreRefusedBeforeAnythingIsCounted() {
        for (String bad : List.of("", "123456789", "aaaaaaaaaaaa", "abcdabcdabcd", "x1".repeat(51) + "yz")) {
            assertRefused(ProblemCode.UNSOUND_PASSWORD, () -> change(WRONG, bad));
        }
        assertThat(shop.database.count("console_lock", "wrong_passwords > 0")).isZero();
        assertThat(annas).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
    }

    @Test
    void managersGetTheirFirstPasswordsOnce() {
        shop.database.tamper("delete from operator_password");
        List<FirstStart.Password> made = shop.inTransaction(console::makeFirstPasswords);
        assertThat(made).extracting(FirstStart.Password::operatorNumber).containsExactly("1");
        assertThat(signIn("1", made.get(0).password()).operatorId()).isEqualTo("anna");
        assertThat(shop.inTransaction(console::makeFirstPasswords)).isEmpty();
    }

    @Test
    void languageAndLightStayWithThePerson() {
        SignOnAnswer answer = signIn("1", annas);
        choose(() -> console.chooseLanguage("anna", "da"));
        choose(() -> console.chooseTheme("anna", "dark"));
        choose(() -> console.chooseStore("anna", TestShop.STORE));
        assertThat(person(answer))
                .contains(new ConsolePerson("anna", "1", "Anna", Role.MANAGER, "da", "dark", TestShop.STORE));
        choose(() -> console.chooseTheme("anna", "auto"));
        assertThat(person(answer)).map(ConsolePerson::theme).isEmpty();
        assertRefused(ProblemCode.MALFORMED, () -> choose(() -> console.chooseLanguage("anna", "xx")));
        assertRefused(ProblemCode.MALFORMED, () -> choose(() -> console.chooseTheme("anna", "pink")));
    }

    private void assertEnds(Runnable change) {
        String password = shop.inTransaction(() -> console.setPassword("anna", "anna"));
        SignOnAnswer answer = signIn("1", password);
        assertThat(person(answer)).isPresent();
        change.run();
        assertThat(person(answer)).isEmpty();
    }

    private long fastest(String number) {
        return LongStream.range(0, 3)
                .map(attempt -> {
                    long begun = System.nanoTime();
                    assertRefused(() -> signIn(number, WRONG));
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }

    private SignOnAnswer signIn(String number, String password) {
        return shop.inTransaction(() -> console.signIn(new ConsoleSignInRequest(number, password)));
    }

    private SignOnAnswer change(String present, String wanted) {
        return shop.inTransaction(() -> console.changeOwnPassword("anna", present, wanted));
    }

    private Optional<ConsolePerson> person(SignOnAnswer answer) {
        return shop.inTransaction(() -> console.findSession(answer.token()));
    }

    private SignOnAnswer signOnAtTheRegister(String number, String pin) {
        return shop.inTransaction(
                () -> shop.get(SignOnService.class).signOn(TestShop.TILL, new SignOnRequest(number, pin)));
    }

    private void signOut(String token) {
        choose(() -> console.signOut(token));
    }

    private void choose(Runnable work) {
        shop.inTransaction(() -> {
            work.run();
            return null;
        });
    }

    private static void assertRefused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refused.class);
    }

    private static void assertRefused(ProblemCode code, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}

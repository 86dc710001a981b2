package org.tillwright.register.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.BadgeCode;
import org.tillwright.wire.SnapshotMessage;

class SignOnModelTest {

    @TempDir
    Path directory;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> signedOn = new ArrayList<>();
    private TestRegister register;
    private SignOnModel model;
    private SignOnState state = SignOnState.EMPTY;

    @BeforeEach
    void openShop() throws JournalException {
        register = new TestRegister(directory);
        SignOn signOn =
                new SignOn(register.catalogues, register.journal, register.clock, background::add, Runnable::run);
        model = new SignOnModel(
                signOn,
                () -> ZoneId.of("Europe/Berlin"),
                Texts.of("en"),
                operator -> signedOn.add(operator.name()),
                next -> state = next);
        model.begin(false);
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    @Test
    void theScreenGoesOnWhileThePinIsChecked() {
        model.signOn("1", TestStore.PIN);
        assertThat(state.isBusy()).isTrue();
        assertThat(signedOn).isEmpty();
        turnCrank();
        assertThat(state.isBusy()).isFalse();
        assertThat(signedOn).containsExactly("Maja");
    }

    @Test
    void whoWasHereBeforeSparesTheNumberAndStillKeysThePin() {
        model.signOn("1", TestStore.PIN);
        turnCrank();
        model.begin(true);
        assertThat(state.known()).extracting(SignOnState.Known::name).containsExactly("Maja");
        int attempt = state.attempt();
        model.known("1");
        assertThat(state.number()).isEqualTo("1");
        assertThat(state.attempt()).isGreaterThan(attempt);
        assertThat(signedOn).hasSize(1);
        model.say(Announcement.NONE);
        assertThat(state.number()).as("the field is the person's own again").isEmpty();
    }

    @Test
    void fiveWrongPinsLockTheNumberAndSayUntilWhen() {
        for (int i = 0; i < SignOn.MAX_WRONG_PINS - 1; i++) {
            wrong();
        }
        assertThat(state.notice().text()).isEqualTo("Number and PIN do not belong together. 1 try is left.");
        int attempt = state.attempt();
        wrong();
        assertThat(state.notice().tone()).isEqualTo(Announcement.Tone.DANGER);
        assertThat(state.notice().text()).contains("12:05");
        assertThat(state.attempt()).isGreaterThan(attempt);
        model.signOn("1", TestStore.PIN);
        turnCrank();
        assertThat(signedOn).isEmpty();
    }

    @Test
    void halfOfWhatIsAskedForIsAskedForAgainWithoutCountingAsATry() {
        model.signOn("1", "");
        assertThat(background).isEmpty();
        assertThat(state.notice().text()).isEqualTo("Key both your number and your PIN.");
    }

    private void publishMajaWith(String verifier) {
        SnapshotMessage plain = TestStore.snapshot(1, 0, TestStore.items());
        SnapshotMessage.Operator maja = new SnapshotMessage.Operator(
                "op-1",
                "1",
                "Maja",
                "MANAGER",
                "en",
                TestStore.MANAGER.pinVerifier(),
                TestStore.MANAGER.permissions(),
                verifier);
        register.catalogues.put(Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                plain.taxPolicy(),
                plain.taxRates(),
                plain.departments(),
                plain.items(),
                List.of(maja),
                plain.epoch(),
                null)));
    }

    @Test
    void aPaymentCardThatATypingReaderSwipedIsToldAndNothingOfItStays() {
        String swiped = ";4111111111111111=25121010000?";
        int attempt = state.attempt();
        assertThat(model.badge(swiped)).isTrue();
        assertThat(state.notice().text()).startsWith("That was a payment card").doesNotContain("4111");
        assertThat(state.number()).isEmpty();
        assertThat(state.attempt()).as("the field is emptied").isGreaterThan(attempt);
    }

    @Test
    void aRadioCardCountsFromItsReaderAndNotWhenSomebodyTypesItsNumber() {
        publishMajaWith(BadgeCode.verifierOf(BadgeCode.ofUid("04A2B3C4")));
        assertThat(model.badge("TWU04A2B3C4")).isTrue();
        assertThat(state.notice().text()).startsWith("The badge did not come through whole");
        assertThat(model.badgeShown(BadgeCode.ofUid("04A2B3C5"))).isTrue();
        assertThat(state.notice().text()).startsWith("Nobody has this badge");
        assertThat(model.badgeShown(BadgeCode.ofUid("04A2B3C4"))).isTrue();
        assertThat(state.notice().text()).isEqualTo("Maja: key your PIN.");
        assertThat(signedOn).isEmpty();
    }

    @Test
    void aBadgeSaysWhoItIsAndThePinIsKeyedAllTheSame() {
        String badge = BadgeCode.of(new byte[BadgeCode.RANDOM_CHARACTERS]);
        publishMajaWith(BadgeCode.verifierOf(badge));
        assertThat(model.badge("1")).as("a number is no badge").isFalse();
        assertThat(model.badge(badge.substring(0, 20))).isTrue();
        assertThat(state.notice().text()).startsWith("The badge did not come through whole");
        assertThat(model.badge(badge.replace('0', '1'))).isTrue();
        assertThat(state.notice().text()).startsWith("Nobody has this badge");
        assertThat(state.number()).isEmpty();
        int attempt = state.attempt();
        assertThat(model.badge(badge.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(state.notice().text()).isEqualTo("Maja: key your PIN.");
        assertThat(state.number()).isEqualTo("1");
        assertThat(state.attempt()).isGreaterThan(attempt);
        assertThat(signedOn).isEmpty();
    }

    private void wrong() {
        model.signOn("1", "000000");
        turnCrank();
    }

    private void turnCrank() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}

package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.MILK_CODE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.fiscal.FiscalState;
import org.tillwright.register.fiscal.FiscalState.Level;
import org.tillwright.register.fiscal.FiscalWords;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.FiscalSimulator;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.sale.PostVoids;

/** Sales, papers and a fiscal device at the far end of a line, by the laws of several countries. */
@Timeout(120)
class FiscalAtTheTillTest {

    @TempDir
    Path directory;

    private final List<String> happened = new ArrayList<>();
    private FiscalSimulator signer;

    @BeforeEach
    void putADeviceThere() throws Exception {
        signer = FiscalSimulator.open("tcp:0", null, directory.resolve("memory"), happened::add);
    }

    @AfterEach
    void takeItAway() {
        signer.close();
    }

    private FiscalTill till(String country) throws Exception {
        return new FiscalTill(directory, country, signer);
    }

    /** Independent of the register's own check: the JDK, the message, and what the sale must have come to. */
    private static void assertGenuine(FiscalMessage told, long totalMinor) throws Exception {
        FiscalMessage.Signature signed = Objects.requireNonNull(told.signature());
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signed.publicKey()))));
        check.update(signed.signedText().getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(signed.signature())))
                .isTrue();
        assertThat(signed.signedText().lines())
                .contains("transaction " + told.transactionId(), "total " + totalMinor, "number " + signed.number());
    }

    @Test
    void aWholeDayInGermanyIsSignedPieceByPiece() throws Exception {
        try (FiscalTill till = till("DE")) {
            FinishedSale sale = till.sell();
            assertThat(till.paper().text())
                    .contains(
                            "Fiscal device",
                            signer.deviceId(),
                            "Fiscal number",
                            "Signature:",
                            "[QR " + signer.deviceId() + ";1;")
                    .doesNotContain("TSE ausgefallen");

            till.sale.returnCode(MILK_CODE, MANAGER);
            till.pay();
            till.paper();
            till.sale
                    .books()
                    .record((who, open) -> PostVoids.undoing(
                            sale.sale(),
                            new PostVoids.Undoing(
                                    UUID.randomUUID(),
                                    open.requireId(),
                                    who.operatorId(),
                                    open.businessDay(),
                                    till.register.clock.instant(),
                                    till.register.clock.instant(),
                                    Map.of(),
                                    null)));
            till.paper();
            assertThat(till.sale.train(true)).isNull();
            till.sell();
            assertThat(till.paper().text()).contains("TRAINING", "Fiscal number");
            till.sale.train(false);
            till.sale.add(MILK_CODE);
            till.sale.voidSale(MANAGER);
            till.step.turnAndRest(); // what has no paper is signed in its turn

            List<FiscalMessage> answers = till.answers();
            assertThat(answers)
                    .extracting(FiscalMessage::kind)
                    .containsExactly("SALE", "RETURN", "POST_VOID", "TRAINING", "GIVEN_UP");
            assertThat(answers)
                    .extracting(told -> Objects.requireNonNull(told.signature()).number())
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            long[] totals = {129, -129, -129, 129, 129};
            for (int i = 0; i < totals.length; i++) {
                assertGenuine(answers.get(i), totals[i]);
            }
            long sequence = sale.record().sequence();
            assertThat(answers.get(0).ofSequence()).isEqualTo(sequence);
            assertThat(Objects.requireNonNull(answers.get(0).signature()).signedText())
                    .contains(
                            "head " + till.register.journal.headAt(sequence).head(),
                            "tax 70000 121 8",
                            "payment CASH 129");
            assertThat(till.step.state().level()).isEqualTo(Level.WELL);
        }
    }

    @Test
    void whatIsPractisedOrGivenUpIsNotSignedWhereTheLawDoesNotAskForIt() throws Exception {
        try (FiscalTill till = till("UA")) {
            till.sale.train(true);
            till.sell();
            assertThat(till.paper().text()).contains("TRAINING").doesNotContain("Fiscal number", "ОФЛАЙН");
            till.sale.train(false);
            till.sale.add(MILK_CODE);
            till.sale.voidSale(MANAGER);
            till.step.turnAndRest();
            assertThat(till.answers()).isEmpty();
            assertThat(signer.signedCount()).isZero();
        }
    }

    @Test
    void aDeviceThatIsPulledWhileItSignsIsAskedAgainAndGivesTheSameNumber() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.cutAfterSigning();
            FinishedSale sale = till.sell();
            assertThat(till.paper().text()).contains("Fiscal number").doesNotContain("TSE ausgefallen");
            assertThat(happened).contains("cut before the answer");
            assertThat(signer.signedCount()).isEqualTo(1);
            assertThat(till.answers()).singleElement().satisfies(told -> {
                assertThat(told.transactionId()).isEqualTo(sale.transactionId());
                assertThat(Objects.requireNonNull(told.signature()).number()).isEqualTo(1);
            });
        }
    }

    @Test
    void anAnswerThatNeverCameIsFetchedLaterUnderTheNumberThatItHad() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.fallSilent();
            till.sell();
            assertThat(till.paper().text()).contains("TSE ausgefallen");
            assertThat(till.failureKeys()).containsExactly("device.fiscal.not-answering");
            assertThat(signer.signedCount()).isEqualTo(1); // it did sign, and nobody heard
            signer.mend();
            till.step.turnAndRest();
            assertThat(signer.signedCount()).isEqualTo(1);
            assertThat(till.answers()).extracting(FiscalMessage::isSigned).containsExactly(false, true);
            assertThat(Objects.requireNonNull(till.answers().get(1).signature()).number())
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutItsDeviceGermanySellsOnSaysSoOnPaperAndSignsWhenItIsBack() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.pull();
            till.sell();
            till.sell();
            assertThat(till.paper().text()).contains("TSE ausgefallen").doesNotContain("Fiscal number");
            assertThat(till.paper().text()).contains("TSE ausgefallen");
            till.step.turnAndRest();
            assertThat(till.step.state().owed()).isEqualTo(2);
            assertThat(till.step.state().isOver()).isFalse();

            signer.plugIn();
            till.step.turnAndRest();
            assertThat(till.step.state().owed()).isZero();
            assertThat(till.answers()).extracting(FiscalMessage::isSigned).containsExactly(false, false, true, true);
            assertThat(till.answers())
                    .extracting(FiscalMessage::ofSequence)
                    .containsExactly(
                            till.answers().get(2).ofSequence(),
                            till.answers().get(3).ofSequence(),
                            till.answers().get(0).ofSequence(),
                            till.answers().get(1).ofSequence());
            till.sale.reprintLast();
            assertThat(till.paper().text()).contains("COPY", "Fiscal number").doesNotContain("TSE ausgefallen");
        }
    }

    @Test
    void whatWaitsSurvivesARestartAndSoDoesASaleThatTheStepNeverSaw() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.pull();
            till.sell();
            till.paper();
            till.register.sellMilkForCash(); // on disk, and then the power went
            till.step.turnAndRest();
        }
        signer.plugIn();
        try (FiscalTill till = till("DE")) {
            assertThat(till.step.state().owed()).isZero();
            assertThat(till.answers()).extracting(FiscalMessage::isSigned).containsExactly(false, true, true);
            assertThat(signer.lastNumber()).isEqualTo(2);
        }
    }

    @Test
    void whatWasSoldBeforeThereWasADeviceIsNoneOfItsBusiness() throws Exception {
        try (FiscalTill till = new FiscalTill(directory, "DE", null)) {
            till.sell();
            assertThat(till.paper().text()).doesNotContain("TSE", "Fiscal");
            Notice missing = FiscalWords.status(till.step.state(), ZoneOffset.UTC);
            assertThat(missing).isEqualTo(Notice.of("fiscal.missing", "DE"));
        }
        try (FiscalTill till = till("DE")) {
            till.sale.reprintLast();
            assertThat(till.paper().text()).doesNotContain("TSE", "Fiscal");
            till.step.turnAndRest();
            assertThat(signer.signedCount()).isZero();
        }
    }

    @Test
    void swedenBeginsNoSaleWithoutItsDeviceFinishesTheOneThatIsBegunAndGoesOnByItself() throws Exception {
        try (FiscalTill till = till("SE")) {
            till.sale.add(MILK_CODE);
            signer.pull();
            till.step.turnAndRest();
            till.pay();
            assertThat(till.paper().text()).contains("Kontrollenheten ur funktion");

            SaleOutcome refused = till.sale.add(MILK_CODE);
            Notice why = Notice.of("fiscal.over", "SE");
            assertThat(refused).isEqualTo(new SaleOutcome.Said(why));
            assertThat(till.sale.isEmpty()).isTrue();
            for (String language : List.of("en", "da", "uk")) {
                assertThat(Texts.of(language).text(why)).contains("(SE)").hasSizeGreaterThan(80);
            }
            signer.plugIn();
            till.step.turnAndRest();
            till.sell();
            assertThat(till.paper().text()).contains("Fiscal number");
            assertThat(signer.signedCount()).isEqualTo(2);
        }
    }

    @Test
    void ukraineIsWarnedAtHalfAndAtFourFifthsAndThenSellsNoMore() throws Exception {
        try (FiscalTill till = till("UA")) {
            List<Level> levels = new ArrayList<>();
            List<String> said = new ArrayList<>();
            FiscalState[] last = {till.step.state()};
            till.step.onChange(now -> {
                levels.add(now.level());
                Notice warning = FiscalWords.warning(last[0], now, ZoneOffset.UTC);
                if (warning != null) {
                    said.add(warning.key());
                }
                last[0] = now;
            });
            signer.pull();
            till.sell();
            assertThat(till.paper().text()).contains("ОФЛАЙН");
            for (int hours : new int[] {0, 17, 1, 10, 1, 6, 1}) {
                till.register.clock.pass(Duration.ofHours(hours));
                till.step.turnAndRest();
            }
            assertThat(levels).containsExactly(Level.BEGUN, Level.HALF, Level.NEARLY, Level.OVER);
            assertThat(said).containsExactly("fiscal.half", "fiscal.nearly", "fiscal.over");
            assertThat(till.sale.add(MILK_CODE)).isEqualTo(new SaleOutcome.Said(Notice.of("fiscal.over", "UA")));

            signer.plugIn();
            till.step.turnAndRest();
            till.sell();
            assertThat(till.paper().text()).contains("Fiscal number");
            assertThat(till.step.state().level()).isEqualTo(Level.WELL);
        }
    }

    @Test
    void aNumberThatWasGivenBeforeAndAForgedSignatureAreNotTaken() throws Exception {
        try (FiscalTill till = till("DE")) {
            till.sell();
            till.paper();
            signer.repeatNumber();
            till.sell();
            assertThat(till.paper().text()).contains("TSE ausgefallen");
            till.step.turnAndRest();
            signer.forge();
            till.sell();
            assertThat(till.paper().text()).contains("TSE ausgefallen");
            till.step.turnAndRest();
            till.sell();
            assertThat(till.paper().text()).contains("Fiscal number");
            assertThat(till.answers())
                    .extracting(FiscalMessage::failure)
                    .containsExactly(null, "NUMBER_TWICE", "NOT_GENUINE", null);
            assertThat(till.step.state().owed()).isEqualTo(2); // for a person, or another device
        }
    }

    @Test
    void aFullMemoryAndAnExpiredCertificateAreToldAsWhatTheyAre() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.fill();
            till.sell();
            assertThat(till.paper().text()).contains("TSE ausgefallen");
            signer.expire();
            till.step.turnAndRest();
            assertThat(Objects.requireNonNull(till.step.state().trouble()).textKey())
                    .isEqualTo("device.fiscal.expired");
            signer.mend();
            till.step.turnAndRest();
            assertThat(till.failureKeys()).containsExactly("device.fiscal.memory-full");
            assertThat(till.answers()).extracting(FiscalMessage::failure).containsExactly("MEMORY_FULL", null);
        }
    }

    @Test
    void aSlowDeviceHoldsUpNeitherTheSaleNorTheNextOne() throws Exception {
        try (FiscalTill till = till("DE")) {
            signer.slow(1_000);
            long begun = System.nanoTime();
            till.sell();
            till.sell();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
            assertThat(till.paper().text()).contains("Fiscal number");
            assertThat(till.paper().text()).contains("Fiscal number");
        }
    }

    @Test
    void aDeviceThatWasSwitchedOffKnowsItsNumbersAndItsKey() throws Exception {
        try (FiscalTill till = till("DE")) {
            till.sell();
            till.paper();
        }
        String device = signer.deviceId();
        signer.close();
        signer = FiscalSimulator.open("tcp:0", null, directory.resolve("memory"), happened::add);
        assertThat(signer.deviceId()).isEqualTo(device);
        try (FiscalTill till = till("DE")) {
            till.sell();
            till.paper();
            assertThat(till.answers())
                    .extracting(told -> Objects.requireNonNull(told.signature()).number())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void theAnswerIsARecordThatIsSentLikeEveryOther() throws Exception {
        try (FiscalTill till = till("DE")) {
            till.sell();
            till.paper();
            List<String> kinds = till.register.journal.waiting().oldest(100).stream()
                    .map(StoredRecord::kind)
                    .toList();
            assertThat(kinds).containsSubsequence("SALE", "FISCAL");
            SaleMessage sold = TestRegister.message(
                    till.register
                            .journal
                            .find(till.answers().get(0).ofSequence())
                            .orElseThrow(),
                    SaleMessage.class);
            assertThat(sold.totalMinor()).isEqualTo(euro(129).minor());
        }
    }
}

package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.CardSlip;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.Devices;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.CashMovement;
import org.tillwright.register.till.TillCount;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** Papers that are no receipts, when the device host is killed while they may be on paper: their repeat says what it is. */
@Timeout(120)
class PapersAfterLossTest {

    private static final Texts ENGLISH = Texts.of("en");

    @TempDir
    Path directory;

    private final List<DeviceException> failures = Collections.synchronizedList(new ArrayList<>());

    private void assertTwice(String words, String copy, Consumer<Devices> print) throws Exception {
        List<String> papers =
                PaperOfALostHost.printed(directory, PaperOfALostHost.ASKED_WHEN_PRINTED, failures::add, print);
        assertThat(papers).hasSize(2);
        assertThat(papers.get(0)).contains(words).doesNotContain(copy);
        assertThat(papers.get(1)).contains(words).containsOnlyOnce(copy);
        assertThat(failures).isEmpty();
    }

    private static void assertOnce(List<String> papers, String words, String copy) {
        assertThat(papers).hasSize(1);
        assertThat(papers.get(0)).contains(words).doesNotContain(copy);
    }

    @Test
    void aPaperOfTheCardTerminalSaysSoInTheLanguageOfTheStore() throws Exception {
        var slip = new CardSlip(CardSlip.Kind.MERCHANT, List.of("Haendlerbeleg", "EUR 12,50"));
        assertTwice("Haendlerbeleg", "KOPI", devices -> CardScreen.print(devices, slip, Texts.of("da")));
    }

    @Test
    void aPaperOfWhichNothingWasSentIsPrintedOnceAndIsNoCopy() throws Exception {
        var slip = new CardSlip(CardSlip.Kind.CUSTOMER, List.of("Kundenbeleg"));
        assertOnce(
                PaperOfALostHost.printed(
                        directory,
                        PaperOfALostHost.ASKED_HOW_IT_IS,
                        failures::add,
                        devices -> CardScreen.print(devices, slip, ENGLISH)),
                "Kundenbeleg",
                "COPY");
        assertThat(failures).isEmpty();
    }

    @Test
    void theSlipOfAParkedSaleSaysSo() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            assertTwice(
                    "Anna", "COPY", devices -> RegisterOrders.papers(() -> devices, register.catalogues, () -> ENGLISH)
                            .slip(parked()));
        }
    }

    private static SuspendedSaleMessage parked() {
        return new SuspendedSaleMessage(
                UUID.fromString("0190b6a2-0000-7000-8000-000000000001"),
                "op-1",
                "Anna",
                TestClock.NOON,
                TestClock.NOON.plusSeconds(3_600),
                "EUR",
                250L,
                1L,
                null,
                List.of("Milk"),
                null,
                "{}");
    }

    @Test
    void theSlipOfCashThatMovedSaysSo() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            TillOutcome outcome = register.till.move(
                    new CashMovement(CashMovedMessage.Kind.PICKUP, euro(3_000), null, "for the windows"),
                    MANAGER,
                    new TillCount.Yes("op-1", null));
            CashMovedMessage moved = ((TillOutcome.Moved) outcome).moved();
            assertTwice("for the windows", "COPY", devices -> printing(register, devices, settled -> true)
                    .slip(moved));
        }
    }

    @Test
    void theReportOfASettledTillSaysSoOnceThatIsWrittenDown() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            TillOutcome outcome =
                    register.till.settle(TillCount.of(Map.of()), MANAGER, new TillCount.Yes("op-1", null));
            TillSettledMessage settled = ((TillOutcome.Settled) outcome).settled();
            List<TillSettledMessage> writtenDown = Collections.synchronizedList(new ArrayList<>());
            assertTwice("Z REPORT", "COPY", devices -> printing(register, devices, writtenDown::add)
                    .settled(settled));
            assertThat(writtenDown).containsExactly(settled);
        }
    }

    private static TillPrinting printing(TestRegister register, Devices devices, Predicate<TillSettledMessage> copied) {
        return new TillPrinting(() -> devices, register.catalogues, () -> ENGLISH, () -> "till-01", copied);
    }
}

package org.tillwright.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.CashMovement;
import org.tillwright.register.till.TillCount;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage;

class TillPaperTest {

    @TempDir
    Path directory;

    private TestRegister register;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        register.sellMilkForCash();
        register.sale.addItem("soap");
        register.sale.payCard(
                register.sale.due(), new org.tillwright.wire.SaleMessage.Card("visa", "1", "a", "t", "1"));
        register.sale.finish();
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void aZHasEveryFigureOfTheTill() {
        move(CashMovedMessage.Kind.PICKUP, 3000);
        move(CashMovedMessage.Kind.NO_SALE, 0);
        List<String> lines = lines(settled(), 42, "en").stream()
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
        assertThat(lines)
                .contains("Z REPORT 1")
                .contains("Sales 2 4.28")
                .contains("Returns 0 0.00")
                .contains("Sales less returns 4.28")
                .contains("of this tax 0.56")
                .contains("Net sales 3.72")
                .contains("R 7%, net 1.21")
                .contains("R 7%, tax 0.08")
                .contains("Cash 1 1.29")
                .contains("Card 1 2.99")
                .contains("Food 2 4.28")
                .contains("Maja 2 4.28")
                .contains("Cash to the safe 1 -30.00")
                .contains("Opened without a sale 1")
                .contains("Drawer opened 4")
                .contains("Still suspended: 1")
                .contains("A-7 12.00")
                .contains("No. 2 1.29")
                .contains("Grand total 4.28")
                .contains("Cash, expected 21.29")
                .contains("Cash, counted 21.00")
                .contains("Cash, short -0.29")
                .contains("Allowed by Maja");
    }

    @ParameterizedTest
    @CsvSource({"42,en", "42,da", "42,uk", "48,en", "48,da", "48,uk", "32,uk"})
    void noLineIsWiderThanThePaper(int columns, String language) {
        move(CashMovedMessage.Kind.PICKUP, 3000);
        CashMovedMessage moved = move(CashMovedMessage.Kind.PAID_OUT, 100);
        Texts texts = Texts.of(language);
        for (Receipt paper : List.of(
                new TillPaper(TestStore.catalogue(), texts, columns).slip(moved, "till-01"),
                new TillPaper(TestStore.catalogue(), texts, columns)
                        .report(((TillOutcome.Reported) register.till.takeX(MANAGER)).report(), "till-01"),
                new TillPaper(TestStore.catalogue(), texts, columns).copy(settled(), "till-01"))) {
            for (Receipt.ReceiptLine line : paper.lines()) {
                if (line instanceof Receipt.Text text) {
                    assertThat(text.text().length() * text.style().width())
                            .as(text.text())
                            .isLessThanOrEqualTo(columns);
                }
            }
            assertThat(paper.lines()).last().isInstanceOf(Receipt.Cut.class);
        }
    }

    @Test
    void aSlipHasRoomForTwoToSign() {
        CashMovedMessage moved = move(CashMovedMessage.Kind.PAID_OUT, 1250);
        List<String> lines = texts(new TillPaper(TestStore.catalogue(), Texts.of("en"), 42).slip(moved, "till-01"));
        assertThat(lines).contains("PAID OUT", "EUR             12.50", "Signed", "Received by", "for the windows");
        assertThat(lines).filteredOn(line -> line.startsWith("____")).hasSize(2);
    }

    private CashMovedMessage move(CashMovedMessage.Kind kind, long minor) {
        TillOutcome outcome = register.till.move(
                new CashMovement(kind, euro(minor), null, "for the windows"), MANAGER, new TillCount.Yes("op-1", null));
        return ((TillOutcome.Moved) outcome).moved();
    }

    private TillSettledMessage settled() {
        register.till.suspendedSales(() -> List.of(new TillSession.Suspended("A-7", 1200)));
        TillOutcome outcome = register.till.settle(
                TillCount.of(Map.of(TenderType.CASH, euro(2100), TenderType.CARD, euro(299))),
                MANAGER,
                new TillCount.Yes("op-1", null));
        return ((TillOutcome.Settled) outcome).settled();
    }

    private static List<String> lines(TillSettledMessage settled, int columns, String language) {
        return texts(new TillPaper(TestStore.catalogue(), Texts.of(language), columns).settled(settled, "till-01"));
    }

    private static List<String> texts(Receipt receipt) {
        return receipt.lines().stream()
                .filter(Receipt.Text.class::isInstance)
                .map(line -> ((Receipt.Text) line).text())
                .toList();
    }
}

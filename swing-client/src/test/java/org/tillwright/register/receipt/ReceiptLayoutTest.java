package org.tillwright.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestRegister.price;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;

class ReceiptLayoutTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"en, 42", "da, 48", "uk, 42"})
    void aReceiptLooksAsItAlwaysDid(String language, int columns) throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            FinishedSale sale = saleOfEverySort(register, language);
            Receipt receipt = new ReceiptLayout(TestStore.catalogue(), Texts.of(language), columns).original(sale);
            assertThat(text(receipt, columns)).isEqualTo(golden(language));
        }
    }

    @Test
    void aCopySaysSoAtBothEnds() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            FinishedSale sale = register.sellMilkForCash();
            List<Receipt.ReceiptLine> lines = new ReceiptLayout(TestStore.catalogue(), Texts.of("en"), 42)
                    .copy(sale)
                    .lines();
            Receipt.Text mark = Receipt.Text.centred("COPY", Receipt.Style.LARGE);
            assertThat(lines.get(0)).isEqualTo(mark);
            assertThat(lines.get(lines.size() - 2)).isEqualTo(mark);
            assertThat(lines).last().isEqualTo(new Receipt.Cut());
        }
    }

    @Test
    void noLineIsWiderThanThePaperHoweverLongTheNames() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            var wordy = TestStore.item(
                    "milk", "Milk ".repeat(30) + "\n\u001bp", "PIECE", "REDUCED", 1_290_000L, TestStore.MILK_CODE, 1L);
            register.catalogues.put(TestStore.catalogue().with(TestStore.snapshot(2, 1, List.of(wordy))));
            register.sale.ring(new RingUp("milk", Quantity.of(1000), null), MANAGER);
            register.sale.payCash(register.sale.due());
            register.sale.finish();
            Receipt receipt = new ReceiptLayout(register.catalogues.newest().orElseThrow(), Texts.of("uk"), 32)
                    .original(register.sale.last().orElseThrow());
            assertThat(receipt.lines()).allSatisfy(line -> {
                if (line instanceof Receipt.Text text) {
                    assertThat(text.text().length() * text.style().width()).isLessThanOrEqualTo(32);
                }
            });
        }
    }

    @Test
    void aNameThatDoesNotFitBesideItsAmountGoesOnOnTheNextLine() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            String name = "Whole milk of the farm on the hill";
            var wordy = TestStore.item("milk", name, "PIECE", "REDUCED", 1_290_000L, TestStore.MILK_CODE, 1L);
            register.catalogues.put(TestStore.catalogue().with(TestStore.snapshot(2, 1, List.of(wordy))));
            FinishedSale sale = register.sellMilkForCash();
            ReceiptLayout layout =
                    new ReceiptLayout(register.catalogues.newest().orElseThrow(), Texts.of("en"), 32);
            assertThat(text(layout.original(sale), 32))
                    .contains(" |Whole milk of the farm on\n |the hill                    1.29\n");
        }
    }

    @Test
    void aRefundIsSaidToBeOne() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            register.sale.returnItem("soap", MANAGER);
            register.sale.payCash(register.sale.due());
            register.sale.finish();
            String text = text(
                    new ReceiptLayout(TestStore.catalogue(), Texts.of("en"), 42)
                            .original(register.sale.last().orElseThrow()),
                    42);
            assertThat(text).contains("REFUND EUR", "Cash paid out", "Return").doesNotContain("Change", "−");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 42", "da, 48", "uk, 32"})
    void promotionsDepositsTaxesCoinsAndCouponsAreOnIt(String language, int columns) throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            register.catalogues.put(TestRules.catalogue());
            FinishedSale sale = saleByRules(register, language);
            ReceiptLayout layout = new ReceiptLayout(TestRules.catalogue(), Texts.of(language), columns);
            assertThat(text(layout.original(sale), columns)).isEqualTo(golden("rules-" + language));
            FinishedSale again = FinishedSale.of(sale.record());
            assertThat(text(layout.copy(again), columns))
                    .contains(text(layout.original(sale), columns).replace("[cut]\n", ""));
        }
    }

    private static FinishedSale saleByRules(TestRegister register, String language) {
        var sale = register.sale;
        sale.signedOn(MANAGER, Texts.of(language));
        sale.ring(new RingUp("soap", Quantity.of(3), null), MANAGER);
        sale.add("COLA");
        sale.add("COLA");
        sale.add(TestRules.withCheckDigit("211234500456"));
        sale.add("COFFEE");
        sale.ring(new RingUp("milk", Quantity.of(30), null), MANAGER);
        sale.add("THANKS-7");
        sale.payCard(euro(1_000), new SaleMessage.Card("girocard", "1234", "A77", "T9", "12"));
        sale.payCash(euro(10_000));
        sale.finish();
        return sale.last().orElseThrow();
    }

    @Test
    void theShortCodeIsTheBeginningOfTheId() {
        UUID id = UUID.fromString("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
        assertThat(ReceiptCode.of(id)).isEqualTo("0A1B-2C3D-4E5F-6071");
    }

    private static FinishedSale saleOfEverySort(TestRegister register, String language) {
        var sale = register.sale;
        sale.signedOn(MANAGER, Texts.of(language));
        sale.add(TestStore.MILK_CODE);
        sale.addItem("soap");
        sale.addItem("soap");
        sale.ring(new RingUp("cheese", new Quantity(485), null), MANAGER);
        sale.ring(new RingUp("soap", Quantity.ONE, new RingUp.HandPrice(price(199), "DAMAGED")), MANAGER);
        sale.ring(new RingUp("gift", Quantity.ONE, new RingUp.HandPrice(price(150_000), "NO_PRICE")), MANAGER);
        sale.returnCode(TestStore.MILK_CODE, MANAGER);
        sale.payCard(euro(100_000), new SaleMessage.Card("girocard", "1234", "A77", "T9", "12"));
        sale.payCash(euro(60_000));
        sale.finish();
        return sale.last().orElseThrow();
    }

    /** The receipt as text; what differs from run to run is put in words. */
    private static String text(Receipt receipt, int columns) {
        List<String> lines = new ArrayList<>();
        for (Receipt.ReceiptLine line : receipt.lines()) {
            if (line instanceof Receipt.Text text) {
                String mark = text.style() == Receipt.Style.LARGE ? "L|" : " |";
                boolean isCentred = text.align() == Receipt.Align.CENTRE;
                int room = isCentred
                        ? (columns / text.style().width() - text.text().length()) / 2
                        : 0;
                lines.add((mark + " ".repeat(room) + text.text()).stripTrailing());
            } else if (line instanceof Receipt.QrCode code) {
                lines.add("[QR " + code.content().replaceAll("[0-9A-F]{4}(-[0-9A-F]{4})+", "ID") + "]");
            } else if (line instanceof Receipt.Barcode code) {
                lines.add("[" + code.symbology() + " " + code.content().replaceAll("[0-9A-F]{4}(-[0-9A-F]{4})+", "ID")
                        + "]");
            } else {
                lines.add("[cut]");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String golden(String language) throws IOException {
        try (InputStream in = ReceiptLayoutTest.class.getResourceAsStream("/receipts/" + language + ".txt")) {
            assertThat(in).as("golden receipt in " + language).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

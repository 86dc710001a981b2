package org.tillwright.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.value.OwnNumber;

class MadeCardsTest {

    @TempDir
    Path directory;

    @Test
    void aNumberThatTheRegisterMadeIsPrintedWholeAndThatOfAPlasticCardIsNot() throws Exception {
        String made = OwnNumber.GIFT_CARD.make(new Random(7));
        try (TestRegister register = TestRegister.open(directory)) {
            register.sale.add(TestStore.MILK_CODE);
            register.sale.changes().particulars(said -> said.with(new MoneyIn("GIFT_CARD", made, 2_000L))
                    .with(new MoneyIn("GIFT_CARD", "60064912", 1_000L)));
            register.sale.payCash(register.sale.due());
            register.sale.finish();
            FinishedSale sale = register.sale.last().orElseThrow();
            List<Receipt.ReceiptLine> lines = new ReceiptLayout(TestStore.catalogue(), Texts.of("en"), 42)
                    .original(sale)
                    .lines();
            assertThat(lines)
                    .contains(new Receipt.Barcode(Receipt.Symbology.CODE128, made))
                    .filteredOn(Receipt.Barcode.class::isInstance)
                    .hasSize(2); // the other one is the receipt's own
            assertThat(lines.toString()).contains("GIFT CARD", "20.00 EUR").doesNotContain("60064912");
        }
    }
}

package org.tillwright.register.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SnapshotMessage;

class RetailFileTest {

    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private static RetailFile read(String lines) throws IOException {
        return RetailFile.read(new StringReader(HEAD + lines));
    }

    @Test
    void linesOfOneInvoiceBelongTogetherAndAmountsAreExact() throws Exception {
        RetailFile file = read("1,85123A,\"HEART, WHITE \"\"T\"\"\",6,12/1/10 8:26,2.55,1,UK\n"
                + "2,22,CUP,-1,12/1/10 8:26,0.001,1,UK\n1,22,CUP,2,12/1/10 8:26,0,1,UK\n");
        assertThat(file.lineCount()).isEqualTo(3);
        assertThat(file.invoices()).extracting(RetailFile.Invoice::number).containsExactly("1", "2");
        assertThat(file.invoices().get(0).lines())
                .containsExactly(
                        new RetailFile.Line("85123A", "HEART, WHITE \"T\"", 6000, 2_550_000),
                        new RetailFile.Line("22", "CUP", 2000, 0));
        assertThat(file.invoices().get(1).lines()).containsExactly(new RetailFile.Line("22", "CUP", -1000, 1000));
    }

    @Test
    void anItemHasTheFirstPriceAndTheFirstNameThatWasSeen() throws Exception {
        RetailFile file = read("1,85123a,,1,d,0,1,UK\n1,85123A,HEART,1,d,2.55,1,UK\n1,85123A,OTHER,1,d,9,1,UK\n");
        SnapshotMessage.Item item =
                RetailItems.imports(file, TestStore.catalogue()).get(0).items().get(0);
        assertThat(item.itemId()).isEqualTo("OR-85123A");
        assertThat(item.names()).containsEntry("en", "HEART");
        assertThat(item.unitPriceMicro()).isZero();
        assertThat(item.taxCategory()).isEqualTo("STANDARD");
    }

    @Test
    void aPriceThatIsNoNumberNamesItsLine() {
        assertThatThrownBy(() -> read("1,22,CUP,1,d,1.00,1,UK\n1,22,CUP,1,d,cheap,1,UK\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void anotherFileIsToldByItsColumns() {
        assertThatThrownBy(() -> RetailFile.read(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("StockCode");
    }
}

package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.fiscal.FiscalStep;
import org.tillwright.register.receipt.LogoShelf;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.ReceiptCopies;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Texts;

/** The device host is killed at a chosen byte of a receipt: what is on paper afterwards, and what is in the journal. */
@Timeout(120)
class LostDriverTest {

    private static final String COPIED = "RECEIPT_REPRINTED";

    @TempDir
    Path directory;

    private final List<DeviceException> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aReceiptThatMayBeOnPaperComesAgainAsACountedCopy() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            FinishedSale sale = register.sellMilkForCash();
            List<String> papers = printWithTheHostKilledAt(PaperOfALostHost.ASKED_WHEN_PRINTED, register, sale);
            assertThat(papers).hasSize(2);
            assertThat(papers.get(0)).contains("Milk").doesNotContainIgnoringCase("copy");
            assertThat(papers.get(1)).contains("Milk").containsIgnoringCase("copy");
            assertThat(register.events()).containsOnlyOnce(COPIED);
            assertThat(new PrintedReceipts(register.journal).newestUnsettled()).isEmpty();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aReceiptOfWhichNothingWasSentIsStillTheOriginal() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            FinishedSale sale = register.sellMilkForCash();
            List<String> papers = printWithTheHostKilledAt(PaperOfALostHost.ASKED_HOW_IT_IS, register, sale);
            assertThat(papers).hasSize(1);
            assertThat(papers.get(0)).contains("Milk").doesNotContainIgnoringCase("copy");
            assertThat(register.events()).doesNotContain(COPIED);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aGiftReceiptThatMayBeOnPaperComesAgainMarkedAndIsNoReceipt() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            FinishedSale sale = register.sellMilkForCash();
            List<String> papers = printWithTheHostKilledAt(
                    PaperOfALostHost.ASKED_WHEN_PRINTED, register, devices -> devices.printGift(sale, Set.of()));
            assertThat(papers).hasSize(2);
            assertThat(papers.get(0)).contains("Milk").doesNotContainIgnoringCase("copy");
            assertThat(papers.get(1)).contains("Milk").containsIgnoringCase("copy");
            assertThat(register.events()).doesNotContain(COPIED);
            assertThat(new PrintedReceipts(register.journal).newestUnsettled()).isPresent();
        }
        assertThat(failures).isEmpty();
    }

    private List<String> printWithTheHostKilledAt(byte[] question, TestRegister register, FinishedSale sale)
            throws Exception {
        return printWithTheHostKilledAt(question, register, devices -> devices.finished(sale));
    }

    private List<String> printWithTheHostKilledAt(
            byte[] question, TestRegister register, Consumer<RegisterDevices> print) throws Exception {
        return PaperOfALostHost.printed(directory, question, failures::add, devices -> {
            Texts texts = Texts.of("en");
            print.accept(new RegisterDevices(
                    () -> devices,
                    new PrintedReceipts(register.journal),
                    new ReceiptCopies(register.journal, register.clock),
                    register.catalogues,
                    new FiscalStep(() -> devices, register.journal, register.catalogues, register.clock, failure -> {}),
                    () -> texts,
                    new LogoShelf(id -> Optional.empty(), Runnable::run)));
        });
    }
}

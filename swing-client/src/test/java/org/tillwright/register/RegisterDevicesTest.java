package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.MANAGER;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.fiscal.FiscalStep;
import org.tillwright.register.receipt.LogoShelf;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.ReceiptCopies;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestRules;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.DisplaySimulator;

/** What the customer reads at the end of a sale, on a display of few letters. */
class RegisterDevicesTest {

    @TempDir
    Path directory;

    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

    @Test
    void theLastFigureOfAnAmountIsNeverCutHoweverLongItsWordBecomes() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            show(register, register.sellMilkForCash(), "uk", "Razom           1,29|Reshta          0,00");
        }
    }

    @Test
    void whatWasPaidInCoinsIsShownAndForARefundWhatWasPaidOut() throws Exception {
        try (TestRegister register = TestRegister.open(directory)) {
            register.catalogues.put(TestRules.catalogue());
            register.sale.add("SOAP");
            register.sale.add(TestStore.MILK_CODE);
            show(register, paid(register, euro(500)), "en", "Total           4.30|Change          0.70");
            register.sale.returnCode(TestStore.MILK_CODE, MANAGER);
            show(register, paid(register, euro(-130)), "en", "                    |Refund          1.30");
        }
    }

    private static FinishedSale paid(TestRegister register, Money cash) {
        register.sale.payCash(cash);
        register.sale.finish();
        return register.sale.last().orElseThrow();
    }

    private void show(TestRegister register, FinishedSale sale, String language, String expected) throws Exception {
        try (DisplaySimulator display =
                        DisplaySimulator.open("tcp:0", null, (top, bottom) -> shown.add(top + "|" + bottom));
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.DISPLAY, "cd5220+tcp:127.0.0.1:" + display.tcpPort()),
                        failure -> {})) {
            Texts texts = Texts.of(language);
            new RegisterDevices(
                            () -> devices,
                            new PrintedReceipts(register.journal),
                            new ReceiptCopies(register.journal, register.clock),
                            register.catalogues,
                            new FiscalStep(
                                    () -> devices,
                                    register.journal,
                                    register.catalogues,
                                    register.clock,
                                    failure -> {}),
                            () -> texts,
                            new LogoShelf(id -> Optional.empty(), Runnable::run))
                    .finished(sale);
            String last = shown.poll(20, TimeUnit.SECONDS);
            while (last != null && !last.equals(expected)) {
                last = shown.poll(20, TimeUnit.SECONDS);
            }
            assertThat(last).isEqualTo(expected);
        }
    }
}

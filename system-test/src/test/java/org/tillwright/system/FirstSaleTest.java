package org.tillwright.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.server.Reply;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillTotals;

/**
 * The way of a sale from the scan to the books, with everything real: a barcode down a serial line, the register's
 * journal on disk, a printer at the end of a cable, the server and its database; and the same after each part was away.
 * The parts of the story stand in order, because a shop that closes and opens again is the story.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstSaleTest {

    private static final Currency EURO = Currency.of("EUR");
    private static final String MILK = "2413000000112";
    private static final int MILK_MINOR = 129;
    private static final long PATIENCE_SECONDS = 60;

    private static DemoShop shop;
    private static UUID till;

    @BeforeAll
    static void openShop() throws Exception {
        shop = DemoShop.open(TestPlace.root(), TestPlace.directory("first-sale"), line -> {});
    }

    @AfterAll
    static void closeShop() throws Exception {
        shop.close();
        TestPlace.delete("first-sale");
    }

    @Test
    @Order(1)
    void tenSalesOfAMorningAgreeWithTheServerToTheCent() throws Exception {
        StringWriter told = new StringWriter();
        new HeadlessDemo(shop, new PrintWriter(told, true), line -> {}).run();
        assertThat(told.toString())
                .contains("Wren & Rye Food Shop", "Register and server agree to the cent.")
                .doesNotContain("?");
    }

    @Test
    @Order(2)
    void aScannedBottleOfMilkIsPrintedAndBooked() throws Exception {
        try (Counter counter = new Counter()) {
            counter.open();
            till = counter.onEventThread(() -> counter.register.till().requireId());
            FinishedSale sale = counter.sellMilk();
            PrintedReceipt receipt =
                    counter.devices.nextReceipt(PATIENCE_SECONDS).orElseThrow();
            assertThat(receipt.text()).contains("Whole milk").contains("1.29");
            assertThat(sale.total().minor()).isEqualTo(MILK_MINOR);
            counter.awaitSent();
            assertThat(totals(counter).totalMinor()).isEqualTo(MILK_MINOR);
        }
    }

    @Test
    @Order(3)
    void theServerIsAwayAndSellingGoesOn() throws Exception {
        int port = shop.server().address().getPort();
        shop.server().kill();
        try (Counter counter = new Counter()) {
            counter.signOn();
            counter.sellMilk();
            counter.sellMilk();
            assertThat(counter.register.journal().waitingCount()).isGreaterThanOrEqualTo(2);
            shop.restart(port);
            counter.register.retryNow();
            counter.awaitSent();
            assertThat(totals(counter).totalMinor()).isEqualTo(3 * MILK_MINOR);
        }
    }

    @Test
    @Order(4)
    void thePrinterIsUnpluggedInMidReceiptAndTheSaleStands() throws Exception {
        try (Counter counter = new Counter()) {
            counter.signOn();
            counter.devices.printer().pull();
            FinishedSale sale = counter.sellMilk();
            counter.awaitFailure(DeviceKind.PRINTER); // the drawer on the same line fails first
            assertThat(counter.register.journal().hasTransaction(sale.transactionId()))
                    .isTrue();
            counter.devices.printer().plugIn();
            SaleOutcome again =
                    counter.onEventThread(() -> counter.register.sale().reprintLast());
            assertThat(again).isEqualTo(new SaleOutcome.Copied(1));
            PrintedReceipt copy = counter.devices.nextReceipt(PATIENCE_SECONDS).orElseThrow();
            assertThat(copy.text()).containsIgnoringCase("copy").contains("Whole milk");
            counter.awaitSent();
            assertThat(totals(counter).totalMinor()).isEqualTo(4 * MILK_MINOR);
        }
    }

    @Test
    @Order(5)
    void everythingIsStillThereAfterAllOfItWasStopped() throws Exception {
        int port = shop.server().address().getPort();
        shop.server().close();
        shop.restart(port);
        try (Counter counter = new Counter()) {
            assertThat(counter.register.till().isOpen()).isTrue();
            assertThat(counter.register.till().transactionCount()).isEqualTo(4);
            assertThat(totals(counter).transactionCount()).isEqualTo(4);
            counter.signOn();
            counter.sellMilk();
            counter.awaitSent();
            assertThat(totals(counter).totalMinor()).isEqualTo(5 * MILK_MINOR);
        }
    }

    private static TillTotals totals(Counter counter) {
        Reply<TillTotals> reply = counter.register.server().tillTotals(till);
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered<TillTotals>) reply).value();
    }

    /** One register with its devices, driven without a window. */
    private static final class Counter implements AutoCloseable {

        private final ExecutorService eventThread = Executors.newSingleThreadExecutor();
        private final CounterDevices devices;
        private final RegisterParts register;
        private final LinkedBlockingQueue<SaleOutcome> scanned = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<DeviceException> failures = new LinkedBlockingQueue<>();

        Counter() throws Exception {
            devices = CounterDevices.open(Path.of(shop.directory().toString(), "lines"));
            register = shop.openRegister(devices.uris(), eventThread, failures::add);
            register.devices()
                    .listenToScanner(code -> eventThread.execute(
                            () -> scanned.add(register.sale().add(code))));
            register.start();
        }

        void open() throws Exception {
            SnapshotMessage.Operator cashier = signOn();
            TillOutcome outcome = onEventThread(() -> register.till().open(new Money(EURO, 10_000), cashier));
            assertThat(outcome).isInstanceOf(TillOutcome.Opened.class);
        }

        /** Waits until somebody is told that this device failed. */
        void awaitFailure(DeviceKind device) throws InterruptedException {
            DeviceException failure;
            do {
                failure = failures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(failure).as("somebody is told of " + device).isNotNull();
            } while (failure.device() != device);
        }

        SnapshotMessage.Operator signOn() throws Exception {
            CompletableFuture<SignOnOutcome> told = new CompletableFuture<>();
            register.signOn().signOn("3", shop.pinOf("3"), told::complete);
            SignOnOutcome outcome = told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(outcome).isInstanceOf(SignOnOutcome.SignedOn.class);
            SnapshotMessage.Operator cashier = ((SignOnOutcome.SignedOn) outcome).operator();
            onEventThread(() -> {
                register.sale().signedOn(cashier, Texts.of("en"));
                return cashier;
            });
            return cashier;
        }

        FinishedSale sellMilk() throws Exception {
            devices.scanner().scan(MILK);
            assertThat(scanned.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SaleOutcome.Done.class);
            SaleOutcome outcome = onEventThread(() -> {
                register.sale().payCash(register.sale().due());
                return register.sale().finish();
            });
            assertThat(outcome).isInstanceOf(SaleOutcome.Finished.class);
            return ((SaleOutcome.Finished) outcome).sale();
        }

        void awaitSent() throws Exception {
            CompletableFuture<Boolean> empty = new CompletableFuture<>();
            register.watch().listen(status -> {
                if (status.waiting() == 0) {
                    empty.complete(true);
                }
            });
            if (register.journal().waitingCount() > 0) {
                empty.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertThat(register.journal().quarantinedCount()).isZero();
        }

        <T> T onEventThread(java.util.concurrent.Callable<T> work) throws Exception {
            return eventThread.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            register.close();
            devices.close();
            eventThread.shutdownNow();
        }
    }
}

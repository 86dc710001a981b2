package org.tillwright.register;

import static org.tillwright.register.testing.TestRegister.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.fiscal.FiscalStep;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.receipt.LogoShelf;
import org.tillwright.register.sale.DraftLane;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.PrintedReceipts;
import org.tillwright.register.sale.ReceiptCopies;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleParts;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.simulator.FiscalSimulator;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.json.WireJson;

/** A till of a country with a receipt printer and, where one is put there, a fiscal device: both at the far end of a real line. */
final class FiscalTill implements AutoCloseable {

    private static final int PAPER_SECONDS = 30;

    final TestRegister register;
    final SaleSession sale;
    final FiscalStep step;
    final List<DeviceException> failures = new ArrayList<>();
    final BlockingQueue<PrintedReceipt> papers = new LinkedBlockingQueue<>();
    private final PrinterSimulator printer;
    private final Devices devices;

    /** @param signer null for a register without such a device */
    FiscalTill(Path directory, String country, @Nullable FiscalSimulator signer) throws JournalException, IOException {
        register = TestRegister.open(directory);
        register.catalogues.put(catalogueOf(country));
        printer = PrinterSimulator.open("tcp:0", null, PrinterSimulator.DEFAULT_COLUMNS, papers::add);
        DeviceUris uris = DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+tcp:127.0.0.1:" + printer.tcpPort());
        devices = Devices.open(
                signer == null ? uris : uris.with(DeviceKind.FISCAL, "signer+tcp:127.0.0.1:" + signer.tcpPort()),
                failure -> {});
        step = new FiscalStep(() -> devices, register.journal, register.catalogues, register.clock, this::failed);
        sale = new SaleSession(
                new SaleParts(
                        register.catalogues,
                        register.journal,
                        register.till,
                        new DraftLane(register.journal, Runnable::run),
                        new RegisterDevices(
                                () -> devices,
                                new PrintedReceipts(register.journal),
                                new ReceiptCopies(register.journal, register.clock),
                                register.catalogues,
                                step,
                                () -> Texts.of("en"),
                                new LogoShelf(id -> Optional.empty(), Runnable::run)),
                        register.clock,
                        UUID::randomUUID,
                        register.approvals),
                Texts.of("en"));
        sale.signedOn(TestStore.MANAGER, Texts.of("en"));
        step.turnAndRest();
    }

    private synchronized void failed(DeviceException failure) {
        failures.add(failure);
    }

    synchronized List<String> failureKeys() {
        return failures.stream().map(DeviceException::textKey).toList();
    }

    private static Catalogue catalogueOf(String country) {
        String text = new String(WireJson.write(TestStore.snapshot(2, 0, TestStore.items())), StandardCharsets.UTF_8);
        return Catalogue.of(WireJson.read(
                text.replace("\"country\":\"DE\"", "\"country\":\"" + country + "\"")
                        .getBytes(StandardCharsets.UTF_8),
                SnapshotMessage.class));
    }

    /** Sells a milk for cash; does not wait for its paper. */
    FinishedSale sell() {
        SaleOutcome rung = sale.add(TestStore.MILK_CODE);
        if (!(rung instanceof SaleOutcome.Rung)) {
            throw new AssertionError("not rung up: " + rung);
        }
        return pay();
    }

    FinishedSale pay() {
        sale.payCash(sale.due());
        SaleOutcome finished = sale.finish();
        if (finished instanceof SaleOutcome.Finished done) {
            return done.sale();
        }
        throw new AssertionError("not finished: " + finished);
    }

    PrintedReceipt paper() throws InterruptedException, TimeoutException {
        PrintedReceipt paper = papers.poll(PAPER_SECONDS, TimeUnit.SECONDS);
        if (paper == null) {
            throw new TimeoutException("no paper came out");
        }
        return paper;
    }

    /** What the journal has of the device's answers, oldest first. */
    List<FiscalMessage> answers() throws JournalException {
        return register.journal.since(0, RecordKind.FISCAL).stream()
                .map(record -> message(record, FiscalMessage.class))
                .toList();
    }

    @Override
    public void close() throws JournalException {
        step.close();
        devices.close();
        printer.close();
        register.close();
    }
}

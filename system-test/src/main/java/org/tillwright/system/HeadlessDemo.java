package org.tillwright.system;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.server.Reply;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillTotals;

/**
 * A shop's morning without a screen: sign on, open the till, ten sales, close the till, and compare what the register has
 * with what the server booked, to the cent.
 */
final class HeadlessDemo {

    private static final Money FLOAT = new Money(Currency.of("EUR"), 15_000);
    private static final String CASHIER = "3";
    private static final String SUPERVISOR = "2";
    private static final long PATIENCE_SECONDS = 60;

    private final DemoShop shop;
    private final PrintWriter out;
    private final Consumer<String> progress;
    private final ExecutorService eventThread = Executors.newSingleThreadExecutor();

    HeadlessDemo(DemoShop shop, PrintWriter out, Consumer<String> progress) {
        this.shop = shop;
        this.out = out;
        this.progress = progress;
    }

    void run() throws IOException, DemoFailedException, InterruptedException {
        try (CounterDevices devices = CounterDevices.open(shop.directory().resolve("lines"));
                RegisterParts register = shop.openRegister(devices.uris(), eventThread, this::deviceFailed)) {
            register.start();
            progress.accept("Waiting for prices and operators ...");
            awaitCatalogue(register);
            SnapshotMessage.Operator supervisor = signOn(register, SUPERVISOR);
            SnapshotMessage.Operator cashier = signOn(register, CASHIER);
            inOrder(() -> register.sale().signedOn(cashier, Texts.of("en")));
            closeForgottenTill(register, cashier);
            inOrder(() -> require(register.till().open(FLOAT, cashier) instanceof TillOutcome.Opened, "open the till"));
            UUID till =
                    answer(CompletableFuture.supplyAsync(() -> register.till().requireId(), eventThread));

            progress.accept("Ringing up ten sales ...");
            List<FinishedSale> sales = new ScriptedSales(register, eventThread, devices, supervisor).ringUp();
            out.println(lastReceipt(devices, sales.size()).text());
            Map<TenderType, Money> expected =
                    answer(CompletableFuture.supplyAsync(() -> register.till().expected(), eventThread));
            inOrder(() -> require(
                    register.till().settle(expected, cashier) instanceof TillOutcome.Settled, "settle the till"));
            awaitEmptyOutbox(register);
            compare(register, till, sales, expected, devices.drawerOpenings());
        } finally {
            eventThread.shutdownNow();
        }
    }

    private void compare(
            RegisterParts register,
            UUID till,
            List<FinishedSale> sales,
            Map<TenderType, Money> expected,
            int drawerOpenings)
            throws DemoFailedException {
        if (!(register.server().tillTotals(till) instanceof Reply.Answered<TillTotals> answered)) {
            throw new DemoFailedException("the server does not tell the till's totals");
        }
        TillTotals server = answered.value();
        Comparison table = new Comparison();
        Currency euro = FLOAT.currency();
        table.count("Sales and returns", sales.size(), server.transactionCount());
        table.amount("Net", euro, sum(sales, sale -> sale.sale().netMinor()), server.netMinor());
        table.amount("Tax", euro, sum(sales, sale -> sale.sale().taxMinor()), server.taxMinor());
        table.amount("Total", euro, sum(sales, sale -> sale.sale().totalMinor()), server.totalMinor());
        expected.forEach((tender, money) -> table.amount(
                "In the till, " + tender.name().toLowerCase(java.util.Locale.ROOT),
                euro,
                money.minor(),
                server.tenders().stream()
                        .filter(told -> told.tender().equals(tender.name()))
                        .mapToLong(TillTotals.TenderTotal::expectedMinor)
                        .sum()));
        long withCash = sales.stream().filter(FinishedSale::movesCash).count();
        out.println(table.text());
        out.println("The drawer opened " + drawerOpenings + " times for " + withCash + " sales with cash.");
        out.flush();
        if (!table.differences().isEmpty()) {
            throw new DemoFailedException("Register and server differ: " + String.join("; ", table.differences()));
        }
        if (drawerOpenings != withCash) {
            throw new DemoFailedException("the drawer did not open once for each sale with cash");
        }
        out.println("Register and server agree to the cent.");
        out.flush();
    }

    private static long sum(List<FinishedSale> sales, java.util.function.ToLongFunction<FinishedSale> amount) {
        return sales.stream().mapToLong(amount).sum();
    }

    /** A run that was cut off leaves its till open; a person would count and close it first. */
    private void closeForgottenTill(RegisterParts register, SnapshotMessage.Operator cashier)
            throws DemoFailedException {
        inOrder(() -> {
            if (register.till().isOpen()) {
                progress.accept("Closing the till that an earlier run left open ...");
                register.till().settle(register.till().expected(), cashier);
            }
        });
    }

    private PrintedReceipt lastReceipt(CounterDevices devices, int count)
            throws DemoFailedException, InterruptedException {
        List<PrintedReceipt> printed = new ArrayList<>();
        while (printed.size() < count) {
            printed.add(devices.nextReceipt(PATIENCE_SECONDS)
                    .orElseThrow(() -> new DemoFailedException("only " + printed.size() + " receipts were printed")));
        }
        return printed.get(0);
    }

    private SnapshotMessage.Operator signOn(RegisterParts register, String number) throws DemoFailedException {
        CompletableFuture<SignOnOutcome> told = new CompletableFuture<>();
        register.signOn().signOn(number, shop.pinOf(number), told::complete);
        if (answer(told) instanceof SignOnOutcome.SignedOn signedOn) {
            return signedOn.operator();
        }
        throw new DemoFailedException("operator " + number + " could not sign on");
    }

    private static void awaitCatalogue(RegisterParts register) throws DemoFailedException {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        register.catalogues().onChange(() -> there.complete(true));
        if (register.catalogues().newest().isEmpty()) {
            answer(there);
        }
    }

    private static void awaitEmptyOutbox(RegisterParts register) throws DemoFailedException {
        CompletableFuture<Boolean> empty = new CompletableFuture<>();
        Consumer<OutboxStatus> look = status -> {
            if (status.waiting() == 0) {
                empty.complete(true);
            }
        };
        register.watch().listen(look);
        look.accept(register.watch().status());
        answer(empty);
        try {
            if (register.journal().quarantinedCount() > 0) {
                throw new DemoFailedException(
                        "the server refused records: " + register.journal().quarantined());
            }
        } catch (JournalException e) {
            throw new DemoFailedException(Texts.of("en").text(e.notice()));
        }
    }

    private void deviceFailed(DeviceException failure) {
        progress.accept("A device failed: " + failure.getMessage());
    }

    private void inOrder(Runnable work) throws DemoFailedException {
        answer(CompletableFuture.runAsync(work, eventThread));
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException("the register did not " + what);
        }
    }

    private static <T> T answer(CompletableFuture<T> future) throws DemoFailedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DemoFailedException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new DemoFailedException("nothing happened within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailedException("interrupted");
        }
    }
}

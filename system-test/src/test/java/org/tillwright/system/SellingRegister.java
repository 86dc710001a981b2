package org.tillwright.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.server.Reply;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillOutcome;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.TillSettledMessage;

/** A real register without window and devices, that sells milk and more as fast as it can until it is told to stop. */
final class SellingRegister implements AutoCloseable {

    private static final String MILK = "2413000000112";
    private static final List<String> ALSO = List.of("2413000000211", "2413000000815", "2413000001416");

    private static final long PATIENCE_SECONDS = 120;
    private static final int MOST_WAITING = 5;

    private final RegisterParts parts;
    private final ExecutorService eventThread = Executors.newSingleThreadExecutor();
    private final AtomicBoolean isSelling = new AtomicBoolean();
    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicLong mostResent = new AtomicLong();
    private final FirstStart secrets;

    private SellingRegister(RegisterParts parts, FirstStart secrets) {
        this.parts = parts;
        this.secrets = secrets;
        parts.watch().listen(this::note);
    }

    /** Enrols a register in an empty directory, signs cashier 3 on, and opens the till. */
    static SellingRegister open(Path directory, ServerProcess server, String workstationId) throws Exception {
        FirstStart secrets = server.firstStart();
        RegisterSettings settings =
                RegisterSettings.DEFAULT.withServer(server.address()).withDevices(DeviceUris.NONE);
        SellingRegister register = new SellingRegister(
                RegisterParts.open(
                        new RegisterHome(directory), settings, RegisterPlatform.real(Runnable::run), failure -> {}),
                secrets);
        String code = secrets.codes().stream()
                .filter(given -> given.workstationId().equals(workstationId))
                .findFirst()
                .orElseThrow()
                .code();
        if (!(register.parts.enrol(code) instanceof Reply.Answered)) {
            throw new IllegalStateException(workstationId + " could not be enrolled");
        }
        register.parts.start();
        register.await("catalogue", () -> register.parts.catalogues().newest().isPresent());
        CompletableFuture<SignOnOutcome> told = new CompletableFuture<>();
        register.parts.signOn().signOn("3", register.pinOf("3"), told::complete);
        SignOnOutcome.SignedOn cashier = (SignOnOutcome.SignedOn) told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        register.inOrder(() -> {
            register.parts.sale().signedOn(cashier.operator(), Texts.of("en"));
            return register.parts.till().open(new Money(Currency.of("EUR"), 10_000), cashier.operator());
        });
        return register;
    }

    RegisterParts parts() {
        return parts;
    }

    String pinOf(String operatorNumber) {
        return secrets.pins().stream()
                .filter(given -> given.operatorNumber().equals(operatorNumber))
                .findFirst()
                .orElseThrow()
                .pin();
    }

    int sold() {
        return sold.get();
    }

    /** Sells one bottle after another. */
    void startSelling() {
        isSelling.set(true);
        eventThread.execute(this::sellAndGoOn);
    }

    /** Stops after the sale in progress. */
    void stopSelling() throws InterruptedException, ExecutionException, TimeoutException {
        isSelling.set(false);
        inOrder(() -> true);
    }

    /** Never far ahead of the server: what is copied in the middle should be half of it. */
    private void sellAndGoOn() {
        if (parts.watch().status().waiting() < MOST_WAITING
                || !parts.watch().status().isOnline()) {
            sellOne();
        } else {
            Thread.onSpinWait();
        }
        if (isSelling.get()) {
            eventThread.execute(this::sellAndGoOn);
        }
    }

    /** Milk in every sale, now and then twice; something else in every second. */
    private void sellOne() {
        int number = sold.get();
        parts.sale().add(MILK);
        if (number % 2 == 0) {
            parts.sale().add(ALSO.get(number / 2 % ALSO.size()));
        }
        if (number % 5 == 0) {
            parts.sale().add(MILK);
        }
        parts.sale().payCash(parts.sale().due());
        SaleOutcome outcome = parts.sale().finish();
        if (!(outcome instanceof SaleOutcome.Finished)) {
            throw new IllegalStateException("the sale did not finish: " + outcome);
        }
        sold.incrementAndGet();
    }

    void awaitSold(int count) throws InterruptedException {
        await(count + " sales", () -> sold.get() >= count);
    }

    /** Waits until the server has answered for every record. */
    void awaitDelivered() throws InterruptedException {
        await("an empty outbox", () -> parts.watch().status().waiting() == 0);
    }

    void await(String what, Callable<Boolean> isTrue) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!isTrue.call()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("waited in vain for " + what + "; status "
                            + parts.watch().status());
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every record of the journal, oldest first. */
    List<StoredRecord> journal() throws JournalException {
        List<StoredRecord> all = new ArrayList<>();
        for (long sequence = 1; sequence < parts.journal().nextSequence(); sequence++) {
            parts.journal().find(sequence).ifPresent(all::add);
        }
        return all;
    }

    /** The most records that the status line said were being sent again. */
    long mostResent() {
        return mostResent.get();
    }

    private void note(OutboxStatus status) {
        mostResent.accumulateAndGet(status.resending(), Math::max);
    }

    /** Counts the till, finds in it what should be there, and closes it. */
    TillSettledMessage settle() throws Exception {
        TillOutcome outcome = inOrder(() -> parts.till()
                .settle(parts.till().expected(), parts.sale().operator().orElseThrow()));
        return ((TillOutcome.Settled) outcome).settled();
    }

    private <T> T inOrder(Callable<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        return eventThread.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        isSelling.set(false);
        eventThread.shutdown();
        parts.close();
    }
}

package org.tillwright.register.tendering;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.tillwright.register.cards.CardDesk;
import org.tillwright.register.cards.CardRequest;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/**
 * A register's brain on a real journal, with a card terminal on a real line and a cashier who does what the screen says. Also a
 * program of its own, so that a test can kill it: {@code CardTill DIRECTORY ADDRESS pay|recover}.
 */
final class CardTill implements AutoCloseable {

    /** What one bottle of milk costs: what is paid by card here. */
    static final long MILK_MINOR = 129;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAY = "pay";

    final TestRegister register;
    final Devices devices;
    final CardDesk desk;
    final TenderingModel model;
    final List<FinishedSale> finished = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    TenderingState state = TenderingState.EMPTY;
    boolean goesOnAtOnce;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    CardTill(Path directory, String address) throws JournalException {
        register = TestRegister.open(directory);
        devices = Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, address), failure -> {});
        desk = new CardDesk(devices::cardTerminal, register.journal, register.clock, UUID::randomUUID);
        TerminalPayments cards = new TerminalPayments(register.sale, desk, () -> devices.cardTerminal()
                .map(DeviceLane::device)
                .ifPresent(terminal -> terminal.cancel()));
        model = new TenderingModel(
                register.sale,
                new TenderingModel.Surroundings(
                        cards,
                        WalletPayments.NONE,
                        new TenderingFixture.Server(),
                        new CreditNumbers(new Random(7)),
                        talk -> (type, amount, then) -> then.run(),
                        () -> false,
                        UUID::randomUUID,
                        register.clock,
                        events::add,
                        new Exits()),
                Texts.of("en"),
                this::drawn);
    }

    private void drawn(TenderingState next) {
        state = next;
        String notice = next.notice().text();
        if (!notice.isEmpty()
                && (notices.isEmpty() || !notices.get(notices.size() - 1).equals(notice))) {
            notices.add(notice);
        }
    }

    /** Rings milk up and asks the terminal for all of it. */
    void payByCard() {
        register.sale.add(TestStore.MILK_CODE);
        model.begin();
        model.card("");
    }

    /** What the screen does after a start. */
    void resume() throws JournalException {
        if (register.sale.recover()) {
            model.begin();
            model.resumeCard();
        }
    }

    /** Goes on until the sale is paid, in cash where the card did not, and the terminal has nothing open. */
    void bringToAnEnd() {
        until(() -> {
            payTheRest();
            return register.sale.isEmpty() && isSettled();
        });
    }

    private void payTheRest() {
        if (state.question() != null && goesOnAtOnce) {
            model.answered(LostCard.GO_ON);
        } else if (!model.isBusy() && !register.sale.isEmpty()) {
            model.cash("");
        }
    }

    private boolean isSettled() {
        try {
            return desk.book().all().stream().allMatch(request -> request.stateOf() == CardRequest.State.UNDONE);
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does what waits on the event thread, and lets the clock go on, until something is so. */
    void until(BooleanSupplier isSo) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": busy " + model.isBusy() + ", open " + desk.open()
                        + ", said " + notices);
            }
            pump();
        }
    }

    private void pump() {
        try {
            Runnable next = events.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            } else {
                register.clock.pass(Duration.ofSeconds(1));
                model.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What card tenders of the journal's sales come to. */
    long cardMinor() throws JournalException {
        long sum = 0;
        for (StoredRecord record : register.journal.since(0, RecordKind.SALE)) {
            for (SaleMessage.Tender tender :
                    TestRegister.message(record, SaleMessage.class).tenders()) {
                sum += tender.card() == null ? 0 : tender.amountMinor();
            }
        }
        return sum;
    }

    @Override
    public void close() throws JournalException {
        devices.close();
        register.close();
    }

    private final class Exits implements TenderingModel.TenderingExits {

        @Override
        public void toSelling() {
            throw new IllegalStateException("nobody asked to leave");
        }

        @Override
        public void finished(FinishedSale sale) {
            finished.add(sale);
        }
    }

    /** A register that begins a payment and may be killed at any moment, or one that starts after it. */
    public static void main(String[] arguments) throws JournalException {
        try (CardTill till = new CardTill(Path.of(arguments[0]), arguments[1])) {
            if (arguments[2].equals(PAY)) {
                till.payByCard();
            } else {
                till.resume();
            }
            till.bringToAnEnd();
        }
        Runtime.getRuntime().halt(0);
    }
}

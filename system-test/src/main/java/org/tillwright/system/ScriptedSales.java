package org.tillwright.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.SnapshotMessage;

/**
 * Ten sales as a shop's morning brings them, rung up at a real register: codes come down the scanner's line, cards go
 * through the terminal, and everything else is what a cashier's keys would do. Works with the demo store.
 */
final class ScriptedSales {

    private static final long PATIENCE_SECONDS = 30;
    private static final Currency EURO = Currency.of("EUR");

    /** A label that the scale printed: item 1110 for 1.23. */
    private static final String BANANAS_FOR_1_23 = "2101110001234";

    private final RegisterParts register;
    private final ExecutorService eventThread;
    private final CounterDevices devices;
    private final SnapshotMessage.Operator supervisor;
    private final BlockingQueue<SaleOutcome> scanned = new LinkedBlockingQueue<>();
    private final List<FinishedSale> finished = new ArrayList<>();

    ScriptedSales(
            RegisterParts register,
            ExecutorService eventThread,
            CounterDevices devices,
            SnapshotMessage.Operator supervisor) {
        this.register = register;
        this.eventThread = eventThread;
        this.devices = devices;
        this.supervisor = supervisor;
        register.devices()
                .listenToScanner(code ->
                        eventThread.execute(() -> scanned.add(register.sale().add(code))));
    }

    /** Rings up all ten; what is returned is on the register's disk. */
    List<FinishedSale> ringUp() throws DemoFailedException {
        breakfast();
        fruitByWeight();
        coffeeByCard();
        quantityAndVoid();
        misreadAndUnknown();
        damagedGoods();
        milkBack();
        exchange();
        strawberriesWithoutPrice();
        bigShopWithTwoTenders();
        return List.copyOf(finished);
    }

    private void breakfast() throws DemoFailedException {
        scan("2413000000112");
        scan("2413000000112");
        touch("croissant");
        cash(2000);
    }

    private void fruitByWeight() throws DemoFailedException {
        SaleOutcome asked = scanAny("1110");
        if (!(asked instanceof SaleOutcome.NeedsQuantity weighed)) {
            throw new DemoFailedException("bananas are sold by weight, and the register said " + asked);
        }
        did(sale -> sale.ring(new RingUp(weighed.item().itemId(), new Quantity(485), null), supervisor));
        scan("21301216");
        exactCash();
    }

    private void coffeeByCard() throws DemoFailedException {
        scan("9106");
        touch("croissant");
        card();
    }

    private void quantityAndVoid() throws DemoFailedException {
        scan("2413000000112");
        did(sale -> sale.changeQuantity(lastLine(sale), Quantity.of(6)));
        touch("croissant");
        did(sale -> sale.voidLine(lastLine(sale)));
        exactCash();
    }

    private void misreadAndUnknown() throws DemoFailedException {
        scan("bag");
        said(scanAny("2413000000113"), "sale.wrong-check-digit");
        said(scanAny("2499000000017"), "sale.unknown-code");
        exactCash();
    }

    private void damagedGoods() throws DemoFailedException {
        scan("2413000000112");
        did(sale -> sale.overridePrice(lastLine(sale), UnitPrice.of(new Money(EURO, 99)), "DAMAGED", supervisor));
        cash(100);
    }

    private void milkBack() throws DemoFailedException {
        did(sale -> sale.returnCode("2413000000112", supervisor));
        did(sale -> sale.payCash(sale.cashDue()));
        finish();
    }

    private void exchange() throws DemoFailedException {
        did(sale -> sale.returnCode("21301216", supervisor));
        scan("2413000000112");
        card();
    }

    private void strawberriesWithoutPrice() throws DemoFailedException {
        did(sale -> sale.ring(
                new RingUp(
                        "strawberries-local",
                        new Quantity(512),
                        new RingUp.HandPrice(UnitPrice.of(new Money(EURO, 790)), "NO_PRICE")),
                supervisor));
        exactCash();
    }

    private void bigShopWithTwoTenders() throws DemoFailedException {
        List<String> items = onEventThread(() -> register.sale().catalogue().departments().stream()
                .flatMap(department -> register.sale().catalogue().tiles(department.departmentId()).stream())
                .filter(item -> !item.unit().isDivisible())
                .map(item -> item.itemId())
                .limit(60)
                .toList());
        for (String item : items) {
            touch(item);
        }
        threeChocolatesAndABottle();
        did(sale -> sale.payCash(new Money(EURO, 2000)));
        card();
    }

    /** What the shop's rules do by themselves: a promotion, a deposit, and a label of the shop's scale. */
    private void threeChocolatesAndABottle() throws DemoFailedException {
        touch("chocolate-milk-100g");
        touch("chocolate-nut-100g");
        touch("chocolate-milk-100g");
        touch("cola-1l");
        scan(BANANAS_FOR_1_23);
    }

    // ---------------------------------------------------------------- a cashier's hands

    private void scan(String code) throws DemoFailedException {
        requireDone(scanAny(code), "scanning " + code);
    }

    /** Sends a code down the scanner's line and waits for what the register makes of it. */
    private SaleOutcome scanAny(String code) throws DemoFailedException {
        try {
            devices.scanner().scan(code);
            SaleOutcome outcome = scanned.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (outcome == null) {
                throw new DemoFailedException("the register did not hear the scanner read " + code);
            }
            return outcome;
        } catch (java.io.IOException e) {
            throw new DemoFailedException("the scanner's line is gone: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailedException("interrupted");
        }
    }

    private void touch(String itemId) throws DemoFailedException {
        did(sale -> sale.addItem(itemId));
    }

    private void cash(long minor) throws DemoFailedException {
        did(sale -> sale.payCash(new Money(EURO, minor)));
        finish();
    }

    private void exactCash() throws DemoFailedException {
        did(sale -> sale.payCash(sale.cashDue()));
        finish();
    }

    private void card() throws DemoFailedException {
        Money due = onEventThread(() -> register.sale().cardDue());
        CardResult result =
                waitFor(register.devices().cardTerminal().orElseThrow().ask(terminal -> terminal.authorize(due)));
        if (!(result instanceof CardResult.Approved approved)) {
            throw new DemoFailedException("the card terminal did not approve " + due + ": " + result);
        }
        did(sale -> sale.payCard(approved.amount(), approved.card()));
        finish();
    }

    private void finish() throws DemoFailedException {
        SaleOutcome outcome = onEventThread(() -> register.sale().finish());
        if (!(outcome instanceof SaleOutcome.Finished done)) {
            throw new DemoFailedException("sale " + (finished.size() + 1) + " was not finished: " + outcome);
        }
        finished.add(done.sale());
    }

    private void did(Intent intent) throws DemoFailedException {
        requireDone(onEventThread(() -> approved(intent)), "sale " + (finished.size() + 1));
    }

    /** What the cashier may not do alone, the supervisor allows, and then it is done. */
    private SaleOutcome approved(Intent intent) throws JournalException {
        SaleSession sale = register.sale();
        SaleOutcome outcome = intent.on(sale);
        if (outcome instanceof SaleOutcome.NeedsApproval needed) {
            String cashier = sale.operator().orElseThrow().operatorId();
            ApprovalRequest request = needed.request(cashier, sale.transactionId());
            register.approvals().give(request, supervisor, ApprovalMessage.PIN);
            return intent.on(sale);
        }
        return outcome;
    }

    private static int lastLine(SaleSession sale) {
        return sale.lines().get(sale.lines().size() - 1).number();
    }

    private static void requireDone(SaleOutcome outcome, String what) throws DemoFailedException {
        if (!(outcome instanceof SaleOutcome.Done)) {
            throw new DemoFailedException(what + ": the register said " + outcome);
        }
    }

    private static void said(SaleOutcome outcome, String key) throws DemoFailedException {
        if (!(outcome instanceof SaleOutcome.Said said) || !said.notice().key().equals(key)) {
            throw new DemoFailedException("expected the register to say " + key + ", and it said " + outcome);
        }
    }

    private <T> T onEventThread(Callable<T> work) throws DemoFailedException {
        return waitFor(eventThread.submit(work));
    }

    private static <T> T waitFor(java.util.concurrent.Future<T> answer) throws DemoFailedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DemoFailedException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new DemoFailedException("no answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailedException("interrupted");
        }
    }

    /** One thing a cashier wants of the sale. */
    private interface Intent {
        SaleOutcome on(SaleSession sale);
    }
}

package org.tillwright.register.orders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** A register with its selling screen's brain, and a server that a test holds in its hands. */
final class OrderingTill implements AutoCloseable {

    final TestRegister register;
    final SellingModel model;
    final List<String> papers = new ArrayList<>();
    final List<FinishedSale> finished = new ArrayList<>();
    final ParkedSender sender;
    private final Functions functions = new Functions();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private boolean holdsBack;
    private SellingState state = SellingState.EMPTY;

    OrderingTill(Path directory, FakeOrderServer server, String workstation) throws JournalException {
        this(directory, server, workstation, null);
    }

    OrderingTill(Path directory, FakeOrderServer server, String workstation, SnapshotMessage.Operator operator)
            throws JournalException {
        register = TestRegister.open(directory);
        if (operator != null) {
            register.sale.signedOn(operator, Texts.of("en"));
        }
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Nowhere(), functions, next -> state = next);
        Executor later = task -> {
            if (holdsBack) {
                background.add(task);
            } else {
                task.run();
            }
        };
        OrderDesk desk = new OrderDesk(
                register.sale,
                model.conversation(),
                register.journal,
                server.at(workstation),
                later,
                Runnable::run,
                register.clock,
                new Printed(),
                (permission, then) -> then.accept(register.sale.operator().orElseThrow()),
                sale -> {
                    finished.add(sale);
                    model.finished(sale);
                });
        new ParkingFunctions(desk).register(functions);
        new OrderFunctions(desk).register(functions);
        sender = new ParkedSender(
                register.journal,
                server.at(workstation),
                register.clock,
                new Backoff(new Random(7)),
                () -> Optional.of(TestRegister.RULE));
        model.show();
    }

    /** Answers of the server wait until they are let in. */
    void holdBack() {
        holdsBack = true;
    }

    void letIn() {
        holdsBack = false;
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    void press(FunctionId id, String keyed) {
        functions.run(id, keyed);
    }

    /** Turns the crank of what is told to the server until there is nothing to tell, or no line. */
    void tell() {
        for (int turn = 0; turn < 20; turn++) {
            if (!sender.turnAndRest().equals(Duration.ZERO)) {
                return;
            }
        }
        throw new AssertionError("the sender has no end");
    }

    String notice() {
        return state.notice().text();
    }

    SellingState state() {
        return state;
    }

    List<Choices.Row> rows() {
        return state.choices() == null ? List.of() : state.choices().rows();
    }

    void choose(int row) {
        model.choiceMade(rows().get(row).id());
    }

    FinishedSale payCash() {
        register.sale.payCash(register.sale.cashDue());
        return ((SaleOutcome.Finished) register.sale.finish()).sale();
    }

    @Override
    public void close() throws JournalException {
        register.close();
    }

    private final class Printed implements Papers {

        @Override
        public void slip(SuspendedSaleMessage parked) {
            papers.add("slip " + SuspendedSaleMessage.codeOf(parked.suspendedSaleId()));
        }

        @Override
        public void order(OrderSummary order, List<OrderMessage.Line> lines) {
            papers.add(order.kind() + " " + order.number());
        }
    }

    /** These stories stay on the selling screen. */
    private static final class Nowhere implements SellingExits {

        @Override
        public void toCash() {
            // Paid by hand in these tests.
        }

        @Override
        public void toCard() {
            // Paid by hand in these tests.
        }

        @Override
        public void toTillClosing() {
            throw new AssertionError("nobody closes the till");
        }

        @Override
        public void signOff() {
            throw new AssertionError("nobody signs off");
        }
    }
}

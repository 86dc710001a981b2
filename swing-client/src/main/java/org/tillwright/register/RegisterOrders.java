package org.tillwright.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.orders.Papers;
import org.tillwright.register.orders.ParkedSender;
import org.tillwright.register.orders.SuspendedSales;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.DutyThread;
import org.tillwright.register.receipt.OrderPapers;
import org.tillwright.register.server.HttpServer;
import org.tillwright.register.server.OrderCalls;
import org.tillwright.register.server.OrderServer;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** What a register has for parked sales, quotations, layaways and what is made to order, without a screen. */
public final class RegisterOrders implements AutoCloseable {

    private final OrderServer server;
    private final SuspendedSales suspended;
    private final ParkedSender sender;
    private final DutyThread thread;
    private final Kitchen kitchen;

    RegisterOrders(
            Journal journal,
            Catalogues catalogues,
            RegisterPlatform platform,
            Supplier<HttpServer> server,
            DeviceShelf devices) {
        this.kitchen = new Kitchen(journal, catalogues, platform.clock(), platform.ids(), Map.of());
        kitchen.keepStates(devices.stations()::did);
        devices.whenOpened(opened -> kitchen.use(opened.stations()));
        this.server = new OrderCalls(server);
        this.suspended = new SuspendedSales(journal, platform.clock());
        this.sender = new ParkedSender(
                journal, this.server, platform.clock(), new Backoff(platform.random()), () -> catalogues
                        .newest()
                        .map(RegisterOrders::ruleOf));
        this.thread = new DutyThread("register parked sales", sender::turnAndRest);
        journal.onAppend(thread::wake);
    }

    private static SellingRule ruleOf(Catalogue catalogue) {
        return new SellingRule(catalogue.number(), catalogue.taxPolicy());
    }

    void start() {
        thread.start();
        kitchen.start();
    }

    /** There is something to tell the server, or a way to it again. */
    void wake() {
        thread.wake();
    }

    /** What the server keeps of all registers. Its methods wait. */
    public OrderServer server() {
        return server;
    }

    /** The sales that were parked here: closing a till lists them, and they stay. */
    public SuspendedSales suspended() {
        return suspended;
    }

    /** The stations that make what is ordered. */
    public Kitchen kitchen() {
        return kitchen;
    }

    public ParkedSender sender() {
        return sender;
    }

    @Override
    public void close() {
        thread.close();
        kitchen.close();
    }

    /** Papers of a register: laid out and printed on the printer's lane; none without a printer. */
    static Papers papers(Supplier<Devices> devices, Catalogues catalogues, Supplier<Texts> texts) {
        return new Papers() {
            @Override
            public void slip(SuspendedSaleMessage parked) {
                print(papers -> papers.slip(parked));
            }

            @Override
            public void order(OrderSummary order, List<OrderMessage.Line> lines) {
                print(papers -> papers.order(order, lines));
            }

            private void print(Layout layout) {
                Texts now = texts.get();
                Optional<Catalogue> catalogue = catalogues.newest();
                catalogue.ifPresent(newest -> PaperPrinting.print(
                        devices.get(), now, columns -> layout.lay(new OrderPapers(newest, now, columns))));
            }
        };
    }

    /** Makes one paper. */
    @FunctionalInterface
    private interface Layout {
        Receipt lay(OrderPapers papers);
    }
}

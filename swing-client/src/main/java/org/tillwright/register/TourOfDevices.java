package org.tillwright.register;

import java.util.List;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.kitchen.Kitchen;

/** The part of the tour in which devices have something to say, or a person wants something of them. */
final class TourOfDevices {

    private final TourCamera camera;
    private final TourDevices counter;
    private final RegisterParts parts;

    TourOfDevices(TourCamera camera, TourDevices counter, RegisterParts parts) {
        this.camera = camera;
        this.counter = counter;
        this.parts = parts;
    }

    /** Between two sales. */
    void walk() throws InterruptedException, JournalException {
        weigh();
        printLabels();
        tellTheKitchen();
        leaveThingsOpen();
    }

    private void weigh() throws InterruptedException {
        counter.lie(0);
        camera.onEvents(() -> camera.selling().departmentChosen("fruit-vegetables"));
        camera.changes(() -> camera.onEvents(() -> camera.selling().tileChosen("apples-elstar")));
        camera.take("scale-empty");
        camera.changes(() -> counter.move(512));
        camera.take("scale-moving");
        camera.changes(() -> counter.lie(485));
        camera.take("scale-weight");
        camera.changes(() -> counter.lie(16_000));
        camera.take("scale-too-heavy");
        camera.changes(() -> counter.switchScale(false));
        camera.take("scale-gone");
        camera.changes(() -> counter.switchScale(true));
        cancel();
        counter.lie(35);
        camera.function("TARE", "");
        camera.changes(() -> {}); // the scale answers
        camera.take("scale-tare");
        camera.onEvents(() -> camera.selling().departmentChosen("bakery"));
    }

    private void printLabels() throws InterruptedException {
        camera.function("LABEL", "");
        camera.does(() -> camera.selling().typing("banan"));
        camera.take("label");
        camera.choose("bananas");
        camera.take("label-which");
        camera.onEvents(() -> camera.selling().answered("pack"));
        camera.take("label-weight");
        camera.onEvents(() -> camera.selling().entered("0.75"));
        camera.take("label-count");
        camera.onEvents(() -> camera.selling().entered("two"));
        camera.take("label-count-unsound");
        camera.onEvents(() -> camera.selling().entered("2"));
        camera.take("label-printing");
    }

    private void tellTheKitchen() throws InterruptedException, JournalException {
        counter.kitchenHasPaper(false);
        camera.onEvents(() -> {
            camera.selling().tileChosen("soup-day");
            camera.selling().tileChosen("quiche-slice");
        });
        camera.changes(() -> camera.function("KITCHEN_SEND", "Table 4"));
        camera.take("kitchen-sent");
        camera.await(() -> waiting().stream()
                .anyMatch(each -> each.mayBePrinted() || !waiting().isEmpty()));
        camera.function("KITCHEN_TICKETS", "");
        camera.take("kitchen-tickets");
        camera.choose(waiting().get(0).ticket().ticketId().toString());
        camera.take("kitchen-redirect");
        camera.onEvents(() -> camera.selling().answered("stays"));
        counter.kitchenHasPaper(true);
        camera.await(() -> waiting().isEmpty());
        camera.function("KITCHEN_TICKETS", "");
        camera.take("kitchen-tickets-none");
        cancel();
        camera.function("ORDER_READY", "");
        camera.take("order-ready");
        camera.onEvents(() -> camera.selling().entered("tonight"));
        camera.take("order-ready-unsound");
        cancel();
        for (String order : List.of("B9", "A17")) {
            camera.function("ORDER_READY", order);
        }
        camera.take("order-is-ready");
        camera.onEvents(() -> {
            camera.selling().voidLine();
            camera.selling().voidLine();
        });
    }

    private List<Kitchen.Waiting> waiting() {
        try {
            return parts.orders().kitchen().waiting();
        } catch (JournalException e) {
            throw new IllegalStateException("the tickets of the tour cannot be read", e);
        }
    }

    private void leaveThingsOpen() throws InterruptedException {
        counter.paperIsLow(true);
        camera.awaitSaid("device.printer.paper-low");
        camera.take("printer-paper-low");
        DeviceUris usual = counter.uris();
        parts.deviceShelf().use(usual.with(DeviceKind.DRAWER, usual.of(DeviceKind.DRAWER) + "&alarm=1"));
        counter.drawerIsOpen(true);
        camera.awaitSaid("drawer.left-open");
        camera.take("drawer-left-open");
        counter.drawerIsOpen(false);
        counter.paperIsLow(false);
        parts.deviceShelf().use(usual.with(DeviceKind.DRAWER, usual.of(DeviceKind.DRAWER) + "&alarm=0"));
    }

    /** After a sale: what is not settled with the card terminal, and its end of day. */
    void settleCards() throws InterruptedException {
        camera.function("CARD_OPEN", "");
        camera.take("card-open");
        cancel();
        camera.function("CARD_DAY_END", "");
        camera.take("card-day");
        cancel();
    }

    private void cancel() throws InterruptedException {
        camera.onEvents(() -> camera.selling().cancelled());
    }
}

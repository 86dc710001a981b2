package org.tillwright.register;

import java.util.concurrent.Executor;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.customer.CustomerCards;
import org.tillwright.register.customer.CustomerFunctions;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.LabelPrinter;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.Functions;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.kitchen.KitchenListener;
import org.tillwright.register.label.Label;
import org.tillwright.register.label.LabelPicture;
import org.tillwright.register.label.LabelPicture.LabelTooSmallException;
import org.tillwright.register.orders.KitchenFunctions;
import org.tillwright.register.orders.OrderDesk;
import org.tillwright.register.orders.OrderFunctions;
import org.tillwright.register.orders.ParkingFunctions;
import org.tillwright.register.selling.LabelFunction;
import org.tillwright.register.selling.LineFunctions;
import org.tillwright.register.selling.PriceFunctions;
import org.tillwright.register.selling.ReceiptFunctions;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.storedvalue.AccountFunctions;
import org.tillwright.register.storedvalue.GiftCardFunctions;

/** Puts what each function of the selling screen does together with what it works on. Event thread only. */
final class FunctionDesk {

    private final RegisterParts parts;
    private final SellingModel selling;
    private final Functions functions;
    private final Desk desk;

    FunctionDesk(RegisterParts parts, SellingModel selling, Functions functions, Desk desk) {
        this.parts = parts;
        this.selling = selling;
        this.functions = functions;
        this.desk = desk;
    }

    void furnish() {
        selling.weighOn(new CounterScale(parts), functions);
        new LineFunctions(parts.sale(), selling.conversation(), selling::currentLine).into(functions);
        new PriceFunctions(parts.sale(), selling).into(functions);
        ReceiptFunctions.put(
                functions, parts.sale(), selling.conversation(), desk.customer().entry());
        furnishStoredValue();
        furnishOrders();
        furnishKitchen();
        furnishLabels();
    }

    /** What is made to order. A station's trouble is told wherever the operator is, and stops nothing. */
    private void furnishKitchen() {
        Kitchen kitchen = parts.orders().kitchen();
        Executor events = parts.platform().eventThread();
        KitchenFunctions kitchens = new KitchenFunctions(parts.sale(), selling.conversation(), kitchen, ready -> {
            desk.customer().model().ready(ready);
            String words = ready.isEmpty() ? "" : desk.texts().text("display.ready");
            parts.devices()
                    .display()
                    .ifPresent(lane -> lane.use(
                            display -> display.show(display.written(words), display.written(String.join(" ", ready)))));
        });
        kitchens.register(functions);
        parts.sale()
                .kitchen()
                .onTrouble(notice -> events.execute(
                        () -> desk.say(Announcement.warning(desk.texts().text(notice)))));
        kitchen.listen(new KitchenListener() {
            @Override
            public void failed(String stationId, Trouble trouble, long waiting) {
                events.execute(() -> desk.say(Announcement.warning(kitchens.trouble(stationId, trouble, waiting))));
            }

            @Override
            public void missing(String stationId, long waiting) {
                events.execute(() -> desk.say(Announcement.warning(kitchens.missing(stationId, waiting))));
            }

            @Override
            public void recovered(String stationId) {
                events.execute(() -> desk.say(Announcement.done(kitchens.recovered(stationId))));
            }
        });
    }

    private void furnishLabels() {
        new LabelFunction(parts.sale(), selling.conversation(), (label, copies) -> parts.devices()
                        .labelPrinter()
                        .ifPresent(lane -> lane.use(printer -> print(printer, label, copies))))
                .into(functions, () -> parts.devices().labelPrinter().isPresent());
    }

    private void print(LabelPrinter printer, Label label, int copies) throws DeviceException {
        try {
            printer.print(LabelPicture.draw(label, printer.size()), copies);
        } catch (LabelTooSmallException e) {
            parts.platform()
                    .eventThread()
                    .execute(() -> desk.say(Announcement.warning(desk.texts().text("label.too-small", label.name()))));
        }
    }

    /** Parked sales, quotations and goods set aside. */
    private void furnishOrders() {
        OrderDesk desk = new OrderDesk(
                parts.sale(),
                selling.conversation(),
                parts.journal(),
                parts.orders().server(),
                parts.background(),
                parts.platform().eventThread(),
                parts.platform().clock(),
                RegisterOrders.papers(parts::devices, parts.catalogues(), parts.sale()::texts),
                new SecondPerson(parts, selling.conversation())::ifNeeded,
                selling::finished);
        new ParkingFunctions(desk).register(functions);
        new OrderFunctions(desk).register(functions);
    }

    /** Who buys, and money that is kept under numbers. */
    private void furnishStoredValue() {
        Conversation talk = selling.conversation();
        GiftCardFunctions.Surroundings around = new GiftCardFunctions.Surroundings(
                parts.values()::balance,
                parts.background(),
                parts.platform().eventThread(),
                parts.platform().random());
        AccountFunctions accounts = new AccountFunctions(parts.sale(), talk, around);
        CustomerFunctions customers =
                new CustomerFunctions(parts.sale(), talk, parts.customers(), accounts::tellCredit);
        GiftCardFunctions cards = new GiftCardFunctions(parts.sale(), talk, around);
        customers.register(functions);
        accounts.register(functions, customers::find, customers::put);
        cards.register(functions);
        selling.alsoTakes(new CustomerCards(customers).or(cards));
    }
}

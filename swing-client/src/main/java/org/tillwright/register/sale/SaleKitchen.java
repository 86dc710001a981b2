package org.tillwright.register.sale;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ModifierGroup;
import org.tillwright.core.pricing.ServiceMode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.kitchen.KitchenDelta;
import org.tillwright.register.kitchen.KitchenLine;
import org.tillwright.register.kitchen.KitchenOrder;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.shop.KitchenRules;
import org.tillwright.wire.value.CustomerFound;

/**
 * Tells the kitchen what of the sale in progress is to be made, and of that only what it does not know yet. Nothing here stops
 * a sale. Event thread only.
 */
public final class SaleKitchen {

    private static final Logger LOG = System.getLogger(SaleKitchen.class.getName());

    private final SaleSession session;
    private Consumer<Notice> trouble = notice -> {};

    SaleKitchen(SaleSession session) {
        this.session = session;
    }

    /** What became of telling. */
    public enum Told {
        /** There is nothing to make, or the kitchen knows it all. */
        NOTHING,
        /** Tickets are on their way. */
        SENT,
        /** Something changed that the kitchen does not know, and this register has no station's printer. */
        NOT_HERE
    }

    /** Sends what is new to the stations; the order goes by a pick-up number from then on. */
    public Told send() throws JournalException {
        CustomerFound customer = session.sale.particulars().customer();
        return tell(wanted(session.sale), customer == null ? null : customer.name());
    }

    /** The same for an order that has a name of its own, such as a table. */
    public Told send(@Nullable String label) throws JournalException {
        return label == null || label.isBlank() ? send() : tell(wanted(session.sale), label);
    }

    private Told tell(List<KitchenLine> wanted, @Nullable String label) throws JournalException {
        SaleInProgress sale = session.sale;
        KitchenOrder before = sale.particulars().kitchen();
        List<KitchenLine> known = before == null ? List.of() : before.told();
        if (session.isTraining() || KitchenDelta.between(known, wanted).isEmpty()) {
            return Told.NOTHING;
        }
        Kitchen kitchen = session.parts.kitchen();
        if (!kitchen.isThere()) {
            return before == null ? Told.NOTHING : Told.NOT_HERE;
        }
        KitchenOrder order = before == null ? kitchen.begin(sale.catalogue()) : before;
        try {
            KitchenOrder now = kitchen.tell(sale.transactionId(), order, wanted, who(label));
            session.move(sale.with(sale.particulars().withKitchen(now)));
            return Told.SENT;
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.ERROR, "an order is too large for the kitchen", e);
            return Told.NOT_HERE;
        }
    }

    private Kitchen.Who who(@Nullable String label) {
        return new Kitchen.Who(
                session.operator().map(SnapshotMessage.Operator::name).orElse(""), label);
    }

    /** Tells somebody from now on what people have to tell the kitchen by mouth. */
    public void onTrouble(Consumer<Notice> who) {
        trouble = who;
    }

    /** Sends before a sale ends or is shared out: trouble is told and stops nothing. */
    void sendBeforeTheEnd() {
        attempt(() -> {
            Told told = send();
            KitchenOrder order = session.sale.particulars().kitchen();
            if (order != null && !session.isTraining()) {
                session.parts.kitchen().keep(session.sale.transactionId(), order);
            }
            return told;
        });
    }

    /**
     * Calls off what stations were told of a finished sale that is about to be undone, if they may still be making it. Once: they
     * know nothing of it afterwards.
     */
    void callOff(UUID undone) {
        attempt(() -> {
            Kitchen kitchen = session.parts.kitchen();
            Optional<KitchenOrder> order = kitchen.inTheMaking(undone);
            if (order.isEmpty()) {
                return Told.NOTHING;
            }
            if (!kitchen.isThere()) {
                return Told.NOT_HERE;
            }
            kitchen.tell(undone, order.get(), List.of(), who(null));
            return Told.SENT;
        });
    }

    /** Calls off everything that stations were told of this sale. */
    void callOff() {
        if (session.sale.particulars().kitchen() != null) {
            attempt(() -> tell(List.of(), null));
        }
    }

    private void attempt(Telling telling) {
        try {
            if (telling.tell() == Told.NOT_HERE) {
                trouble.accept(Notice.of("kitchen.not-here"));
            }
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the kitchen was not told: " + e.getMessage());
            trouble.accept(e.notice());
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.ERROR, "what the kitchen knows can neither be read nor kept", e);
            trouble.accept(Notice.of("kitchen.not-here"));
        }
    }

    @FunctionalInterface
    private interface Telling {
        Told tell() throws JournalException;
    }

    /** A sale that lost its last line is off; the next customer's goods are another order. */
    SaleInProgress next(SaleInProgress next) {
        KitchenOrder order = next.particulars().kitchen();
        boolean isOff =
                order != null && next.cart().isEmpty() && next.transactionId().equals(session.sale.transactionId());
        if (!isOff) {
            return next;
        }
        callOff(); // where that fails, people were told to say it: the next order must not have it as its own
        return next.with(next.particulars().withKitchen(null));
    }

    /** What stations know of a sale that was interrupted may be newer than its draft. */
    SaleInProgress recovered(SaleInProgress sale) {
        try {
            Optional<KitchenOrder> told = session.parts.kitchen().told(sale.transactionId());
            return told.isEmpty() ? sale : sale.with(sale.particulars().withKitchen(told.get()));
        } catch (JournalException | MalformedMessageException e) {
            LOG.log(Logger.Level.WARNING, "what the kitchen knows of a sale cannot be read", e);
            return sale;
        }
    }

    /** Part of an order that stations were told whole: they know this part of it. */
    static SaleInProgress asTold(SaleInProgress part) {
        KitchenOrder order = part.particulars().kitchen();
        return order == null ? part : part.with(part.particulars().withKitchen(order.partOf(wanted(part))));
    }

    /** What stations make of this sale. */
    private static List<KitchenLine> wanted(SaleInProgress sale) {
        List<KitchenLine> wanted = new ArrayList<>();
        for (Cart.Line line : sale.cart().lines()) {
            if (line.kind() == Cart.Kind.SALE && line.follows() == null) {
                Catalogue.Item item = sale.item(line.itemId());
                sale.catalogue()
                        .shop()
                        .kitchen()
                        .ofDepartment(item.departmentId())
                        .ifPresent(station -> wanted.add(line(line, item, station, sale)));
            }
        }
        return wanted;
    }

    private static KitchenLine line(
            Cart.Line line, Catalogue.Item item, KitchenRules.Station station, SaleInProgress sale) {
        Catalogue catalogue = sale.catalogue();
        String language = catalogue.store().language();
        Set<String> modifiers = new TreeSet<>();
        for (ModifierGroup.Choice choice : line.modifiers()) {
            String name = catalogue.nameOfModifier(choice.groupId(), choice.modifierId(), language);
            modifiers.add(choice.count() == 1 ? name : choice.count() + " x " + name);
        }
        LineParticulars said = sale.particulars().lines().get(line.number());
        ServiceMode mode = line.serviceMode();
        return new KitchenLine(
                station.stationId(),
                item.itemId(),
                catalogue.nameOf(item, language),
                line.quantity().milli(),
                item.unit().name(),
                List.copyOf(modifiers),
                said == null ? null : said.instruction(),
                mode == null ? null : mode.name());
    }
}

package org.tillwright.register.orders;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.kitchen.Kitchen;
import org.tillwright.register.kitchen.KitchenTicket;
import org.tillwright.register.sale.SaleKitchen;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.order.PickupNumber;

/** Sends an order to the kitchen before it is paid, looks after tickets that no printer took, and says what is ready. */
public final class KitchenFunctions {

    private static final String STAYS = "stays";
    private static final int MAX_LABEL = 60;

    private final SaleSession sale;
    private final Conversation talk;
    private final Kitchen kitchen;
    private final Consumer<List<String>> customers;
    private final ReadyOrders ready = new ReadyOrders();

    /** @param customers shows customers which orders are ready, the newest first */
    public KitchenFunctions(SaleSession sale, Conversation talk, Kitchen kitchen, Consumer<List<String>> customers) {
        this.sale = sale;
        this.talk = talk;
        this.kitchen = kitchen;
        this.customers = customers;
    }

    public void register(Functions functions) {
        functions.put(FunctionId.KITCHEN_SEND, kitchen::isThere, this::send);
        functions.put(FunctionId.KITCHEN_TICKETS, kitchen::isThere, keyed -> tickets());
        functions.put(FunctionId.ORDER_READY, this::ready);
        functions.putCode(PickupNumber.CODE_PREFIX, this::isReady);
    }

    /** What was keyed before is what the order is called, such as a table. */
    private void send(String keyed) {
        String label = ParkingFunctions.cut(keyed.strip(), MAX_LABEL);
        try {
            SaleKitchen.Told told = sale.kitchen().send(label);
            if (told == SaleKitchen.Told.SENT) {
                done("kitchen.sent", pickup());
            } else if (pickup().isEmpty()) {
                talk.say(Announcement.information(text("kitchen.nothing-to-make")));
            } else {
                talk.say(Announcement.information(text("kitchen.nothing-new", pickup())));
            }
        } catch (JournalException e) {
            talk.say(Announcement.refused(talk.texts().text(e.notice())));
        }
    }

    private String pickup() {
        var order = sale.particulars().kitchen();
        return order == null ? "" : order.pickup();
    }

    private void tickets() {
        talk.choose(this::choices, new Choosing() {
            @Override
            public void chosen(String id) {
                find(UUID.fromString(id)).ifPresentOrElse(KitchenFunctions.this::redirect, talk::refresh);
            }
        });
    }

    private List<Kitchen.Waiting> waiting() {
        try {
            return kitchen.waiting();
        } catch (JournalException e) {
            talk.say(Announcement.refused(talk.texts().text(e.notice())));
            return List.of();
        }
    }

    private Optional<Kitchen.Waiting> find(UUID ticketId) {
        return waiting().stream()
                .filter(each -> each.ticket().ticketId().equals(ticketId))
                .findFirst();
    }

    private Choices choices(Texts texts) {
        Catalogue catalogue = sale.catalogue();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");
        List<Choices.Row> rows = new ArrayList<>();
        for (Kitchen.Waiting each : waiting()) {
            KitchenTicket ticket = each.ticket();
            String name = ticket.pickup() + " · " + Kitchen.nameOf(catalogue, each.station(), texts.language());
            String goods = String.join(
                    ", ",
                    ticket.changes().stream()
                            .map(change -> change.line().name())
                            .toList());
            rows.add(new Choices.Row(
                    ticket.ticketId().toString(),
                    name,
                    goods,
                    time.format(BusinessDay.localTime(ticket.madeAt(), catalogue.store()))));
        }
        return new Choices(
                texts.text("kitchen.waiting.title"),
                texts.text("kitchen.waiting.detail"),
                texts.text("kitchen.waiting.hint"),
                rows,
                texts.text("kitchen.waiting.none"));
    }

    private void redirect(Kitchen.Waiting ticket) {
        List<String> others = kitchen.otherStations(ticket.station());
        if (others.isEmpty()) {
            talk.say(Announcement.information(text("kitchen.no-other")));
            return;
        }
        String pickup = ticket.ticket().pickup();
        talk.ask(
                texts -> {
                    List<Question.Answer> answers = new ArrayList<>();
                    answers.add(new Question.Answer(STAYS, texts.text("kitchen.redirect.stays"), false));
                    others.forEach(station -> answers.add(new Question.Answer(
                            "to " + station, Kitchen.nameOf(sale.catalogue(), station, texts.language()), false)));
                    return new Question(
                            texts.text("kitchen.redirect", pickup), texts.text("kitchen.redirect.detail"), answers);
                },
                answer -> {
                    talk.leave();
                    if (!answer.equals(STAYS)) {
                        redirected(ticket, answer.substring("to ".length()));
                    }
                });
    }

    private void redirected(Kitchen.Waiting ticket, String station) {
        try {
            boolean isDone = kitchen.redirect(ticket.ticket().ticketId(), ticket.station(), station);
            if (isDone) {
                done("kitchen.redirected", ticket.ticket().pickup(), name(station));
            } else {
                talk.say(Announcement.information(
                        text("kitchen.being-printed", ticket.ticket().pickup())));
            }
        } catch (JournalException e) {
            talk.say(Announcement.refused(talk.texts().text(e.notice())));
        }
    }

    private void ready(String keyed) {
        if (!keyed.isBlank()) {
            isReady(keyed);
            return;
        }
        talk.keyOrScan(
                texts -> new Prompt(
                        texts.text("kitchen.ready.title"),
                        texts.text("kitchen.ready.detail"),
                        texts.text("kitchen.ready.hint"),
                        false),
                this::isReady);
    }

    private void isReady(String said) {
        Optional<PickupNumber> order = PickupNumber.read(said);
        if (order.isEmpty()) {
            talk.say(Announcement.warning(text("kitchen.ready.unknown", said.strip())));
            return;
        }
        boolean isReady = ready.said(order.get());
        customers.accept(ready.shown());
        talk.leave();
        done(isReady ? "kitchen.ready" : "kitchen.fetched", order.get().toString());
    }

    /** One sentence on a station's printer, for whoever is at the register. */
    public String trouble(String stationId, Trouble trouble, long waiting) {
        Texts texts = talk.texts();
        String key =
                "kitchen.trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.text(key, name(stationId)) + " " + Counted.text(texts, "kitchen.tickets-wait", waiting);
    }

    /** This register has no printer of a station. */
    public String missing(String stationId, long waiting) {
        Texts texts = talk.texts();
        return texts.text("kitchen.no-printer", name(stationId)) + " "
                + Counted.text(texts, "kitchen.tickets-wait", waiting);
    }

    /** A station prints again. */
    public String recovered(String stationId) {
        return text("kitchen.recovered", name(stationId));
    }

    private String name(String station) {
        return Kitchen.nameOf(sale.catalogue(), station, talk.texts().language());
    }

    private void done(String key, String... arguments) {
        talk.say(Announcement.done(text(key, arguments)));
    }

    private String text(String key, String... arguments) {
        return talk.texts().text(key, arguments);
    }
}

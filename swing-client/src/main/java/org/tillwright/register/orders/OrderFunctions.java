package org.tillwright.register.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.order.OrderKind;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.order.OrdersFound;

/** Makes quotations and layaways, and finds them again: by number, name, phone, or the barcode on their paper. */
public final class OrderFunctions {

    private static final String BACK = "back";
    private static final String QUOTED = "quoted";
    private static final String TODAY = "today";
    private static final String DEPOSIT = "deposit";
    private static final String HAND_OVER = "hand-over";
    private static final String CANCEL = "cancel";

    private final OrderDesk desk;
    private final Asking asking;
    private final OrderMaking making;
    private final OrderSelling selling;

    public OrderFunctions(OrderDesk desk) {
        this.desk = desk;
        this.asking = new Asking(desk);
        this.making = new OrderMaking(desk);
        this.selling = new OrderSelling(desk);
    }

    public void register(Functions functions) {
        functions.put(FunctionId.QUOTATION, making::quote);
        functions.put(FunctionId.LAYAWAY, making::setAside);
        functions.put(FunctionId.ORDERS, this::look);
        functions.putCode(OrderMessage.CODE_PREFIX, this::scanned);
    }

    private void look(String asked) {
        if (!asking.isFree()) {
            return;
        }
        asking.ask("orders.looking", () -> desk.server().orders(asked.strip()), reply -> {
            if (reply instanceof Reply.Answered<OrdersFound> found) {
                list(asked, found.value());
            } else if (reply instanceof Reply.Unreachable) {
                asking.warn("orders.no-line-to-look");
            } else {
                asking.warn(Asking.reason(reply));
            }
        });
    }

    private void scanned(String code) {
        look(code.substring(OrderMessage.CODE_PREFIX.length()));
    }

    private void list(String asked, OrdersFound found) {
        boolean isOne = !asked.isBlank()
                && found.orders().size() == 1
                && Long.toString(found.orders().get(0).number()).equals(asked.strip());
        if (isOne) {
            open(found.orders().get(0));
            return;
        }
        Listing listing = new Listing(asked, found.orders());
        desk.talk().choose(listing::choices, listing);
    }

    /** What there is to choose from; what is typed narrows it down, and Enter on nothing asks the server for it. */
    private final class Listing implements Choosing {

        private final String asked;
        private final List<OrderSummary> orders;
        private String typed = "";

        Listing(String asked, List<OrderSummary> orders) {
            this.asked = asked;
            this.orders = orders;
        }

        Choices choices(Texts texts) {
            String none = typed.isBlank() && asked.isBlank() ? "orders.none" : "orders.none-like";
            return new Choices(
                    texts.text("orders.title"),
                    texts.text("orders.detail"),
                    texts.text("orders.hint"),
                    orders.stream()
                            .filter(this::fits)
                            .map(order -> row(order, texts))
                            .toList(),
                    texts.text(none, typed.isBlank() ? asked : typed));
        }

        private boolean fits(OrderSummary order) {
            String all = String.join(
                    " ",
                    Long.toString(order.number()),
                    order.customerName() == null ? "" : order.customerName(),
                    order.phone() == null ? "" : order.phone(),
                    String.join(" ", order.firstItems()));
            return all.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
        }

        @Override
        public void chosen(String id) {
            orders.stream()
                    .filter(order -> order.orderId().toString().equals(id))
                    .findFirst()
                    .ifPresent(OrderFunctions.this::open);
        }

        @Override
        public void typed(String text) {
            typed = text;
            desk.talk().refresh();
        }

        @Override
        public void entered(String text) {
            look(text);
        }

        @Override
        public boolean scanned(String code) {
            boolean isOrder = code.startsWith(OrderMessage.CODE_PREFIX);
            if (isOrder) {
                OrderFunctions.this.scanned(code);
            }
            return isOrder;
        }
    }

    private static Choices.Row row(OrderSummary order, Texts texts) {
        List<String> detail = new ArrayList<>();
        detail.add(texts.text("orders.until." + order.kind(), texts.date(order.validUntil())));
        if (order.depositsMinor() != 0) {
            detail.add(texts.text("orders.deposited", amount(order, order.depositsMinor(), texts)));
        }
        detail.add(
                Counted.text(texts, "orders.lines", order.lineCount()) + ": " + String.join(", ", order.firstItems()));
        return new Choices.Row(
                order.orderId().toString(),
                title(order, texts),
                String.join(" · ", detail),
                amount(order, order.totalMinor(), texts));
    }

    private static String title(OrderSummary order, Texts texts) {
        String name = order.customerName();
        String number = Long.toString(order.number());
        return name == null
                ? texts.text("orders.name." + order.kind(), number)
                : texts.text("orders.name-for." + order.kind(), number, name);
    }

    static String amount(OrderSummary order, long minor, Texts texts) {
        return texts.amount(new Money(Currency.of(order.currency()), minor));
    }

    private void open(OrderSummary order) {
        boolean isLayaway = order.kind().equals(OrderKind.LAYAWAY.name());
        desk.talk()
                .ask(
                        texts -> isLayaway ? layaway(order, texts) : quotation(order, texts),
                        answer -> answered(order, answer));
    }

    private Question layaway(OrderSummary order, Texts texts) {
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(BACK, texts.text("orders.back"), false));
        if (order.openMinor() > 0) {
            answers.add(new Answer(DEPOSIT, texts.text("orders.take-deposit"), false));
        }
        answers.add(new Answer(HAND_OVER, texts.text("orders.hand-over"), false));
        answers.add(new Answer(CANCEL, texts.text("orders.cancel.LAYAWAY"), true));
        String detail = texts.text(
                "orders.balance",
                amount(order, order.totalMinor(), texts),
                amount(order, order.depositsMinor(), texts),
                amount(order, order.openMinor(), texts));
        return new Question(title(order, texts), taken(order, detail, texts), answers);
    }

    private Question quotation(OrderSummary order, Texts texts) {
        boolean counts = !today().isAfter(order.validUntil());
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(BACK, texts.text("orders.back"), false));
        if (counts) {
            answers.add(new Answer(QUOTED, texts.text("orders.sell-quoted"), false));
        }
        answers.add(new Answer(TODAY, texts.text("orders.sell-today"), false));
        answers.add(new Answer(CANCEL, texts.text("orders.cancel.QUOTATION"), true));
        String detail = texts.text(
                counts ? "orders.quoted-until" : "orders.quoted-expired",
                amount(order, order.totalMinor(), texts),
                texts.date(order.validUntil()));
        return new Question(title(order, texts), taken(order, detail, texts), answers);
    }

    private static String taken(OrderSummary order, String detail, Texts texts) {
        String where = order.takenBy();
        return where == null ? detail : detail + " " + texts.text("orders.taken-by", where);
    }

    private LocalDate today() {
        return BusinessDay.localTime(
                        desk.clock().instant(), desk.sale().catalogue().store())
                .toLocalDate();
    }

    private void answered(OrderSummary order, String answer) {
        switch (answer) {
            case QUOTED, HAND_OVER -> selling.sell(order, OrderSelling.Prices.PROMISED);
            case TODAY -> selling.sell(order, OrderSelling.Prices.TODAY);
            case DEPOSIT -> selling.takeDeposit(order);
            case CANCEL -> selling.cancel(order);
            default -> {
                // Back to selling.
            }
        }
    }
}

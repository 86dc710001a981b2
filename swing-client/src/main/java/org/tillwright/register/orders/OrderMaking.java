package org.tillwright.register.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.sale.SaleLine;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.order.OrderKind;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.OrderSummary;
import org.tillwright.wire.value.CustomerFound;

/**
 * Makes a quotation or a layaway of the sale in progress. The server gives the number, so there has to be a line to it;
 * until it has answered, the sale stays as it is.
 */
final class OrderMaking {

    private static final int MAX_NAME = 200;
    private static final int MAX_PHONE = 40;
    private static final int MAX_OPERATOR = 120;

    private final OrderDesk desk;
    private final Asking asking;

    OrderMaking(OrderDesk desk) {
        this.desk = desk;
        this.asking = new Asking(desk);
    }

    /** For whom an order is. */
    private record Buyer(@Nullable CustomerFound customer, @Nullable String name, @Nullable String phone) {

        static Buyer of(CustomerFound customer) {
            return new Buyer(customer, customer.name(), customer.phone());
        }

        @Nullable
        String customerId() {
            return customer == null ? null : customer.customerId();
        }
    }

    /** What was keyed before is the customer's name; nobody has to have one. */
    void quote(String keyed) {
        if (!canPromise()) {
            return;
        }
        CustomerFound customer = desk.sale().particulars().customer();
        if (customer != null) {
            make(OrderKind.QUOTATION, Buyer.of(customer), null);
        } else if (!keyed.isBlank()) {
            quoteFor(keyed);
        } else {
            desk.talk().key(texts -> prompt("orders.quotation.name", texts), this::quoteFor);
        }
    }

    private void quoteFor(String name) {
        String kept = ParkingFunctions.cut(name.strip(), MAX_NAME);
        make(OrderKind.QUOTATION, new Buyer(null, kept.isEmpty() ? null : kept, null), null);
    }

    /** Asks for whom, under which number they are called, and for the first deposit. */
    void setAside(String keyed) {
        if (!canPromise()) {
            return;
        }
        CustomerFound customer = desk.sale().particulars().customer();
        if (customer != null) {
            askDeposit(Buyer.of(customer));
        } else if (!keyed.isBlank()) {
            askPhone(keyed);
        } else {
            desk.talk().key(texts -> prompt("orders.layaway.name", texts), this::askPhone);
        }
    }

    private void askPhone(String name) {
        if (name.isBlank()) {
            asking.warn("orders.layaway.name-first");
            return;
        }
        String kept = ParkingFunctions.cut(name.strip(), MAX_NAME);
        desk.talk().key(texts -> prompt("orders.layaway.phone", texts), phone -> {
            boolean isPhone = phone.chars().filter(Character::isDigit).count() >= 3;
            if (isPhone && phone.strip().length() <= MAX_PHONE) {
                askDeposit(new Buyer(null, kept, phone.strip()));
            } else {
                asking.warn("orders.layaway.no-phone", ParkingFunctions.cut(phone, MAX_PHONE));
            }
        });
    }

    private void askDeposit(Buyer buyer) {
        Money total = desk.sale().total();
        Money least = terms().minDeposit(total);
        Consumer<String> entered = keyed -> {
            Optional<Money> amount =
                    keyed.isBlank() ? Optional.of(least) : KeyedFigures.amount(keyed, total.currency());
            boolean isRight = amount.isPresent()
                    && amount.get().minor() >= least.minor()
                    && amount.get().minor() <= total.minor();
            if (isRight) {
                make(OrderKind.LAYAWAY, buyer, amount.get());
            } else {
                Texts texts = desk.talk().texts();
                asking.warn("orders.layaway.deposit-between", texts.amount(least), texts.amount(total));
            }
        };
        desk.talk()
                .key(
                        texts -> new Prompt(
                                texts.text("orders.layaway.deposit", texts.amount(total)),
                                texts.text("orders.layaway.deposit.detail", texts.amount(least)),
                                texts.text("orders.layaway.deposit.hint"),
                                false),
                        entered);
    }

    private static Prompt prompt(String key, Texts texts) {
        return new Prompt(texts.text(key), texts.text(key + ".detail"), texts.text(key + ".hint"), false);
    }

    /** Goods that come back cannot be promised, and what has an order already is not made one again. */
    private boolean canPromise() {
        Notice obstacle = SaleParking.of(desk.sale()).obstacle();
        boolean hasReturns = desk.sale().lines().stream().anyMatch(SaleLine::isReturn);
        if (obstacle == null && (hasReturns || desk.sale().total().isNegative())) {
            obstacle = Notice.of("orders.no-returns");
        }
        if (obstacle != null) {
            asking.warn(obstacle);
        }
        return obstacle == null;
    }

    private void make(OrderKind kind, Buyer buyer, @Nullable Money deposit) {
        OrderMessage order = message(kind, buyer);
        asking.ask(
                "orders.keeping",
                () -> desk.server().keep(order),
                reply -> {
                    if (reply instanceof Reply.Answered<OrderSummary> kept) {
                        kept(order, kept.value(), buyer, deposit);
                    } else if (reply instanceof Reply.Unreachable) {
                        asking.warn("orders.no-line");
                    } else {
                        asking.warn(Asking.reason(reply));
                    }
                },
                reply -> {
                    if (reply instanceof Reply.Answered<OrderSummary> late) {
                        asking.warn(
                                "orders.kept-after-all",
                                Long.toString(late.value().number()));
                    }
                });
    }

    /** The id follows from what is promised: asked again after a lost answer, the same order comes back. */
    private OrderMessage message(OrderKind kind, Buyer buyer) {
        SnapshotMessage.Operator who = desk.sale().operator().orElseThrow();
        Instant now = desk.clock().instant();
        LocalDate today =
                BusinessDay.localTime(now, desk.sale().catalogue().store()).toLocalDate();
        String draft = ParkedCart.of(
                        SaleParking.of(desk.sale()).draft(), desk.sale().lines())
                .text();
        String all = kind + "\n" + buyer.name() + "\n" + buyer.phone() + "\n" + today + "\n" + draft;
        return new OrderMessage(
                UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)),
                kind.name(),
                who.operatorId(),
                ParkingFunctions.cut(who.name(), MAX_OPERATOR),
                now,
                terms().validUntil(kind, today),
                buyer.customerId(),
                buyer.name(),
                buyer.phone(),
                desk.sale().total().currency().code(),
                desk.sale().total().minor(),
                PromisedPrices.of(desk.sale().lines()),
                draft);
    }

    private void kept(OrderMessage order, OrderSummary kept, Buyer buyer, @Nullable Money deposit) {
        boolean isLayaway = order.kind().equals(OrderKind.LAYAWAY.name());
        Notice unwritten = desk.sale()
                .writeDown(isLayaway ? "LAYAWAY_MADE" : "QUOTATION_MADE", order.orderId() + " as " + kept.number());
        SaleParking.of(desk.sale()).leave();
        desk.papers().order(kept, order.lines());
        if (deposit != null && !deposit.isZero()) {
            desk.sale().changes().particulars(known -> known.withCustomer(buyer.customer())
                    .withOrder(order.orderId())
                    .with(depositOf(order.orderId(), deposit.minor())));
        }
        Texts texts = desk.talk().texts();
        String number = Long.toString(kept.number());
        if (unwritten != null) {
            asking.warn(unwritten);
        } else if (!isLayaway) {
            asking.done("orders.quotation.made", number, texts.date(order.validUntil()));
        } else if (deposit == null || deposit.isZero()) {
            asking.done("orders.layaway.made", number, texts.date(order.validUntil()));
        } else {
            asking.done("orders.layaway.take-deposit", number, texts.amount(deposit));
        }
    }

    static SaleParticulars.MoneyIn depositOf(UUID orderId, long minor) {
        return new SaleParticulars.MoneyIn(SaleParticulars.Kind.DEPOSIT.name(), orderId.toString(), minor);
    }

    private OrderTerms terms() {
        return new OrderTerms(desk.sale().catalogue().shop().orders());
    }
}

package org.tillwright.register.orders;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleDraft;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleParking;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.OrderDetail;
import org.tillwright.wire.order.OrderKind;
import org.tillwright.wire.order.OrderSummary;

/**
 * What becomes of an order: it is sold, something is paid on it, or it is cancelled. All of it is a sale of its own, which the
 * server learns of as of any other.
 */
final class OrderSelling {

    private static final String KEEP = "keep";
    private static final String CANCEL = "cancel";

    private final OrderDesk desk;
    private final Asking asking;

    OrderSelling(OrderDesk desk) {
        this.desk = desk;
        this.asking = new Asking(desk);
    }

    /** What goods of an order cost. */
    enum Prices {
        PROMISED,
        TODAY
    }

    void sell(OrderSummary order, Prices prices) {
        taking(order, taken -> {
            try {
                begin(taken, prices);
            } catch (MalformedMessageException e) {
                release(order.orderId(), desk.sale().transactionId());
                asking.warn("orders.unreadable");
            }
        });
    }

    /** Takes the order for the sale that is to be begun, so that no other register is at it. */
    private void taking(OrderSummary order, Consumer<OrderDetail> then) {
        if (!asking.isFree()) {
            return;
        }
        UUID claim = desk.sale().transactionId();
        ClaimRequest request = request();
        asking.ask(
                "orders.taking",
                () -> desk.server().take(order.orderId(), claim, request),
                reply -> {
                    if (reply instanceof Reply.Answered<OrderDetail> taken) {
                        then.accept(taken.value());
                    } else if (reply instanceof Reply.Unreachable) {
                        asking.warn("orders.no-line-to-look");
                    } else {
                        asking.warn(Asking.reason(reply));
                    }
                },
                late -> release(order.orderId(), claim));
    }

    private void release(UUID orderId, UUID claim) {
        desk.background().execute(() -> desk.server().release(orderId, claim));
    }

    private ClaimRequest request() {
        return new ClaimRequest(
                desk.sale().operator().orElseThrow().operatorId(), desk.clock().instant());
    }

    private void begin(OrderDetail taken, Prices prices) {
        OrderSummary order = taken.order();
        ParkedCart cart = ParkedCart.read(taken.draft());
        UUID id = desk.sale().transactionId();
        SaleParking.Prepared next = prices == Prices.PROMISED
                ? promised(cart.draft(), taken, id)
                : prepare(cart.draft(), id, order.orderId());
        List<String> missing = cart.namesOf(next.missing());
        if (next.isEmpty()) {
            release(order.orderId(), id);
            asking.warn("orders.nothing-left", String.join(", ", missing));
            return;
        }
        SaleParking.of(desk.sale()).take(next);
        Notice unwritten = desk.sale()
                .writeDown("ORDER_RESUMED", order.orderId() + " no. " + order.number() + " at " + prices + " prices");
        Texts texts = desk.talk().texts();
        String total = texts.amount(desk.sale().total());
        if (order.depositsMinor() > 0) {
            useDeposits(order);
        }
        if (desk.sale().isEmpty()) {
            return; // the deposits paid it all
        }
        if (unwritten != null) {
            asking.warn(unwritten);
        } else if (!missing.isEmpty()) {
            asking.warn("orders.resumed-without", String.join(", ", missing));
        } else if (order.depositsMinor() > 0) {
            asking.done(
                    "orders.rest-due",
                    OrderFunctions.amount(order, order.depositsMinor(), texts),
                    texts.amount(desk.sale().due()));
        } else if (next.totalMinor() != order.totalMinor()) {
            asking.warn("orders.resumed-otherwise", OrderFunctions.amount(order, order.totalMinor(), texts), total);
        } else {
            asking.done("orders.resumed", total);
        }
    }

    private SaleParking.Prepared prepare(SaleDraft draft, UUID id, UUID orderId) {
        return SaleParking.of(desk.sale())
                .prepare(draft, id, known -> known.withOrder(orderId).withResumedFrom(null));
    }

    /** Prices by hand only where today's would be others, as long as that brings the promised total. */
    private SaleParking.Prepared promised(SaleDraft draft, OrderDetail taken, UUID id) {
        UUID orderId = taken.order().orderId();
        String who = desk.sale().operator().orElseThrow().operatorId();
        SaleParking.Prepared today = prepare(draft, id, orderId);
        SaleDraft some = PromisedPrices.apply(draft, taken.lines(), today.lines(), who);
        SaleParking.Prepared next = prepare(some, id, orderId);
        return next.totalMinor() == taken.order().totalMinor()
                        || !next.missing().isEmpty()
                ? next
                : prepare(PromisedPrices.applyAll(draft, taken.lines(), who), id, orderId);
    }

    /** What was paid before counts now; what is too much of it goes back as change. */
    private void useDeposits(OrderSummary order) {
        Money deposits = new Money(Currency.of(order.currency()), order.depositsMinor());
        SaleOutcome paid = desk.sale()
                .pay(new Payment(
                        TenderType.DEPOSIT,
                        deposits,
                        null,
                        TenderParticulars.reference(order.orderId().toString())));
        if (paid instanceof SaleOutcome.Said said) {
            asking.warn(said.notice());
        } else if (desk.sale().canFinish()) {
            SaleOutcome finished = desk.sale().finish();
            if (finished instanceof SaleOutcome.Finished done) {
                desk.finished().accept(done.sale());
            } else if (finished instanceof SaleOutcome.Said said) {
                asking.warn(said.notice());
            }
        }
    }

    void takeDeposit(OrderSummary order) {
        if (!asking.isFree()) {
            return;
        }
        Money open = new Money(Currency.of(order.currency()), order.openMinor());
        Consumer<String> entered = keyed -> {
            Optional<Money> amount = keyed.isBlank() ? Optional.of(open) : KeyedFigures.amount(keyed, open.currency());
            boolean isRight =
                    amount.isPresent() && !amount.get().isZero() && amount.get().minor() <= open.minor();
            if (isRight) {
                deposit(order, amount.get());
            } else {
                asking.warn("orders.deposit-up-to", desk.talk().texts().amount(open));
            }
        };
        desk.talk()
                .key(
                        texts -> new Prompt(
                                texts.text("orders.deposit.title", Long.toString(order.number())),
                                texts.text("orders.deposit.detail", texts.amount(open)),
                                texts.text("orders.layaway.deposit.hint"),
                                false),
                        entered);
    }

    private void deposit(OrderSummary order, Money amount) {
        desk.talk().leave();
        if (moneyIn(order, amount.minor())) {
            String number = Long.toString(order.number());
            asking.done(
                    "orders.layaway.take-deposit", number, desk.talk().texts().amount(amount));
        }
    }

    /** A sale of money alone: onto an order, or back from it. */
    private boolean moneyIn(OrderSummary order, long minor) {
        SaleOutcome outcome = desk.sale().changes().particulars(known -> known.withOrder(order.orderId())
                .with(OrderMaking.depositOf(order.orderId(), minor)));
        if (outcome instanceof SaleOutcome.Said said) {
            asking.warn(said.notice());
        }
        return outcome instanceof SaleOutcome.Done;
    }

    /** Asks once more, with what is given back and what is kept. */
    void cancel(OrderSummary order) {
        Money deposits = new Money(Currency.of(order.currency()), order.depositsMinor());
        Money back = new OrderTerms(desk.sale().catalogue().shop().orders()).refund(deposits);
        boolean hasDeposits = order.kind().equals(OrderKind.LAYAWAY.name()) && deposits.minor() > 0;
        desk.talk()
                .ask(
                        texts -> new Question(
                                texts.text("orders.cancel.sure", Long.toString(order.number())),
                                hasDeposits
                                        ? texts.text(
                                                "orders.cancel.back",
                                                texts.amount(back),
                                                texts.amount(deposits.minus(back)))
                                        : "",
                                List.of(
                                        new Answer(KEEP, texts.text("orders.cancel.no"), false),
                                        new Answer(CANCEL, texts.text("orders.cancel.yes"), true))),
                        answer -> {
                            if (answer.equals(CANCEL)) {
                                NeedsApproval needed = new NeedsApproval(
                                        Permissions.VOID,
                                        "CANCEL_ORDER",
                                        order.orderId().toString(),
                                        hasDeposits ? back : null);
                                desk.approval().by(needed, approver -> cancelled(order, hasDeposits ? back : null));
                            }
                        });
    }

    private void cancelled(OrderSummary order, @Nullable Money back) {
        if (back != null && back.minor() > 0) {
            taking(order, taken -> giveBack(taken.order()));
            return;
        }
        String name = order.orderId() + " " + desk.sale().transactionId();
        UUID cancellation = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        ClaimRequest request = request();
        asking.ask("orders.cancelling", () -> desk.server().cancel(order.orderId(), cancellation, request), reply -> {
            if (reply instanceof Reply.Answered) {
                asking.done("orders.cancelled", Long.toString(order.number()));
            } else if (reply instanceof Reply.Unreachable) {
                asking.warn("orders.no-line-to-look");
            } else {
                asking.warn(Asking.reason(reply));
            }
        });
    }

    /** What was deposited may be more by now than when the question was asked. */
    private void giveBack(OrderSummary order) {
        Money deposits = new Money(Currency.of(order.currency()), order.depositsMinor());
        Money back = new OrderTerms(desk.sale().catalogue().shop().orders()).refund(deposits);
        if (moneyIn(order, -back.minor())) {
            asking.done(
                    "orders.pay-back",
                    Long.toString(order.number()),
                    desk.talk().texts().amount(back));
        }
    }
}

package org.tillwright.register.tendering;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/**
 * Takes money that the server keeps under a number: gift cards, store credit, accounts, deposits. The amount is set aside at
 * the server before it counts here, so that it is never spent twice; without an answer nothing is taken.
 */
final class ValueTender {

    private final TenderDesk desk;
    private final TenderGate gate;
    private final ValuePayments values;
    private final CreditNumbers numbers;
    private boolean isAuthorizing;

    ValueTender(TenderDesk desk, TenderGate gate, ValuePayments values, CreditNumbers numbers) {
        this.desk = desk;
        this.gate = gate;
        this.values = values;
        this.numbers = numbers;
    }

    static boolean isFor(TenderType type) {
        return switch (type) {
            case GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> true;
            case CASH, CARD, COUPON, WALLET, VOUCHER, FOREIGN_CASH -> false;
        };
    }

    /** True while the server has been asked to set something aside. */
    boolean isWaiting() {
        return isAuthorizing;
    }

    /** Pays what was keyed, the share or everything that is due, as far as there is so much; or gives it back. */
    void pay(TenderType type, String keyed) {
        desk.wanted(type, keyed).filter(amount -> desk.hasRoom()).ifPresent(amount -> {
            if (type == TenderType.STORE_CREDIT && amount.isNegative()) {
                giveBack(type, amount, numbers.make());
            } else {
                numbered(type, number -> {
                    if (amount.isNegative()) {
                        giveBackTo(type, amount, number);
                    } else {
                        look(type, amount, number);
                    }
                });
            }
        });
    }

    /** Goes on with whose money it is: of the sale's customer or order, else of the card that is shown. */
    private void numbered(TenderType type, Consumer<String> then) {
        if (type == TenderType.ON_ACCOUNT) {
            CustomerFound customer = desk.sale().particulars().customer();
            if (customer == null) {
                desk.warn("value.no-customer");
            } else if (customer.creditLimitMinor() == null) {
                desk.warn("value.no-credit", customer.name());
            } else {
                then.accept(customer.customerId());
            }
        } else if (type == TenderType.DEPOSIT) {
            UUID order = desk.sale().particulars().orderId();
            if (order == null) {
                desk.warn("value.no-order");
            } else {
                then.accept(order.toString());
            }
        } else {
            desk.talk().keyOrScan(texts -> prompt(type, texts), number -> {
                if (numbers.canBe(type, number)) {
                    desk.talk().leave();
                    then.accept(numbers.canonical(number));
                } else {
                    desk.warn("value.no-number", number, desk.name(type));
                }
            });
        }
    }

    private static Prompt prompt(TenderType type, Texts texts) {
        return new Prompt(
                texts.text("value.number." + type),
                texts.text("value.number.detail"),
                texts.text("value.number." + type),
                false);
    }

    /** What is there says how much of it can be paid. */
    private void look(TenderType type, Money wanted, String number) {
        waitFor(values.balance(type.name(), number), reply -> {
            if (reply instanceof Reply.Answered<ValueBalance> answered) {
                found(type, wanted, answered.value());
            } else {
                unanswered(reply, type);
            }
        });
    }

    private void found(TenderType type, Money wanted, ValueBalance balance) {
        long available = balance.availableMinor();
        if (!balance.currency().equals(desk.currency().code())) {
            desk.warn("value.other-currency", balance.currency());
        } else if (available <= 0) {
            desk.warn("value.empty." + type);
        } else {
            Money amount = desk.money(Math.min(available, wanted.minor()));
            gate.admit(type, amount, reason -> authorize(type, amount, balance.number(), reason));
        }
    }

    private void authorize(TenderType type, Money amount, String number, @Nullable String reason) {
        UUID id = desk.ids().get();
        Payment payment = new Payment(type, amount, null, new TenderParticulars(number, id, null, reason));
        desk.sale().choose(type);
        desk.sale().paying().asked(payment);
        isAuthorizing = true;
        desk.talk().await(texts -> texts.text("value.asking"));
        var request = new ValueAuthorizationRequest(
                id,
                type.name(),
                number,
                desk.currency().code(),
                amount.minor(),
                desk.sale().transactionId());
        var unused = values.authorize(request)
                .whenComplete((reply, failure) -> desk.answers().execute(() -> authorized(payment, reply, failure)));
    }

    private void authorized(Payment payment, @Nullable Reply<ValueAuthorization> reply, @Nullable Throwable failure) {
        isAuthorizing = false;
        desk.talk().leave();
        if (reply instanceof Reply.Answered<ValueAuthorization> answered) {
            long rest = answered.value().availableMinor();
            String told = rest > 0
                    ? desk.texts().text("value.left", desk.amount(desk.money(rest)))
                    : desk.texts().text("value.used-up");
            desk.pay(payment, payment.type() == TenderType.ON_ACCOUNT ? "" : told);
            return;
        }
        desk.sale().paying().asked(null);
        if (!(reply instanceof Reply.Refused)) {
            release(payment); // it may have been set aside
        }
        if (reply == null) {
            throw new IllegalStateException("asking the server for an amount failed", failure);
        }
        unanswered(reply, payment.type());
    }

    private void unanswered(Reply<?> reply, TenderType type) {
        if (reply instanceof Reply.Refused<?> refused) {
            desk.talk().say(Announcement.refused(refused.problem().detail()));
        } else {
            desk.warn("value.offline", desk.name(type));
        }
    }

    /** Money goes back to a number that must be there: onto a card, or off what a customer owes. */
    private void giveBackTo(TenderType type, Money amount, String number) {
        if (type == TenderType.ON_ACCOUNT) {
            giveBack(type, amount, number);
            return;
        }
        waitFor(values.balance(type.name(), number), reply -> {
            if (reply instanceof Reply.Answered<ValueBalance> answered) {
                giveBack(type, amount, answered.value().number());
            } else {
                unanswered(reply, type);
            }
        });
    }

    /** Needs no server: the sale tells it when it arrives. */
    private void giveBack(TenderType type, Money amount, String number) {
        gate.admit(type, amount, reason -> {
            String told = type == TenderType.STORE_CREDIT ? desk.texts().text("value.new-credit") : "";
            desk.pay(new Payment(type, amount, null, new TenderParticulars(number, null, null, reason)), told);
        });
    }

    /** What was set aside for a payment that is taken back is free again. */
    void release(Payment payment) {
        TenderParticulars said = payment.particulars();
        UUID id = said == null ? null : said.authorizationId();
        if (id != null) {
            var unused = values.release(id)
                    .whenComplete((reply, failure) -> desk.answers().execute(() -> released(payment, reply)));
        }
    }

    private void released(Payment payment, @Nullable Reply<Boolean> reply) {
        if (!(reply instanceof Reply.Answered)) {
            desk.warn("value.not-released", desk.amount(payment.amount()), desk.name(payment.type()));
        }
    }

    /** The program ended while the server was asked: nothing was taken, so nothing may stay set aside. */
    void resume(Payment payment) {
        desk.sale().paying().asked(null);
        release(payment);
        desk.warn("value.interrupted", desk.name(payment.type()));
    }

    /** Waits in sight of the operator; who leaves with Escape wants nothing of the answer. */
    private <T> void waitFor(CompletableFuture<Reply<T>> asked, Consumer<Reply<T>> then) {
        desk.talk().await(texts -> texts.text("value.asking"));
        Object waiting = desk.talk().open();
        var unused = asked.whenComplete((reply, failure) -> desk.answers().execute(() -> {
            if (!desk.talk().isOpen(waiting)) {
                return;
            }
            desk.talk().leave();
            if (reply == null) {
                throw new IllegalStateException("asking the server for a balance failed", failure);
            }
            then.accept(reply);
        }));
    }
}

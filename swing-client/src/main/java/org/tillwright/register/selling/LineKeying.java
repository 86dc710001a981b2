package org.tillwright.register.selling;

import java.util.Optional;
import java.util.function.Consumer;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;

/** Reads the figures that are keyed for a line or an item: how many, how heavy, how dear. */
final class LineKeying {

    private final SellingModel selling;
    private final SaleSession sale;
    private final Reasons reasons;
    private final VoidFunctions voids;
    private Weighing weighing;

    LineKeying(SellingModel selling, SaleSession sale, Reasons reasons, VoidFunctions voids) {
        this.selling = selling;
        this.sale = sale;
        this.reasons = reasons;
        this.voids = voids;
        this.weighing = new Weighing(selling, sale, Weigher.NONE);
    }

    void weighOn(Weigher scale, Functions functions) {
        weighing = new Weighing(selling, sale, scale);
        weighing.into(functions);
    }

    Weighing weighing() {
        return weighing;
    }

    /** Takes what was keyed if a figure is awaited; false if something else is. */
    boolean takes(Awaited awaited, String keyed) {
        if (awaited instanceof Awaited.LineQuantity line) {
            changeQuantity(line.line(), keyed);
        } else if (awaited instanceof Awaited.LinePrice line) {
            amount(keyed, price -> priceFor(line.line(), UnitPrice.of(price)));
        } else if (awaited instanceof Awaited.ItemPrice item) {
            amount(
                    keyed,
                    price -> ring(new RingUp(item.item().itemId(), item.quantity(), SellingWords.noPrice(price))));
        } else if (awaited instanceof Awaited.ItemQuantity item) {
            weight(item, keyed);
        } else if (awaited instanceof Awaited.ItemLabel label) {
            Quantity one = label.isReturn() ? Quantity.ONE.negated() : Quantity.ONE;
            amount(keyed, amount -> ring(new RingUp(label.item().itemId(), one, null, amount)));
        } else {
            return false;
        }
        return true;
    }

    /** Asks why with the shop's own reasons; with the usual ones where it has none. */
    private void priceFor(int line, UnitPrice price) {
        if (reasons.has(Reasons.PRICE)) {
            reasons.ask(
                    Reasons.PRICE,
                    texts -> texts.text("selling.reason.question"),
                    reason -> selling.inOwnName(approver -> sale.overridePrice(line, price, reason, approver)));
        } else {
            selling.await(new Awaited.PriceReason(line, price));
        }
    }

    private void changeQuantity(int line, String keyed) {
        orSay(KeyedFigures.quantity(keyed), "selling.no-quantity", keyed).ifPresent(quantity -> {
            selling.leave();
            if (sale.voidings().isLess(line, quantity)) {
                voids.lower(line, quantity);
                return;
            }
            selling.told(
                    sale.changeQuantity(line, quantity), approver -> sale.changeQuantity(line, quantity, approver));
        });
    }

    private void weight(Awaited.ItemQuantity item, String keyed) {
        boolean isOnScale = keyed.isBlank() && weighing.words(selling.texts()).isPresent();
        if (isOnScale) {
            weighing.weight().ifPresent(weight -> ring(of(item, weight))); // else the prompt says what to do
            return;
        }
        Optional<Quantity> read = KeyedFigures.quantity(keyed).filter(quantity -> !quantity.isZero());
        orSay(read, "selling.no-quantity", keyed).ifPresent(quantity -> keyedWeight(item, quantity));
    }

    /** A weight that was keyed beside a scale is noted: somebody may ask why. */
    private void keyedWeight(Awaited.ItemQuantity item, Quantity quantity) {
        boolean isBesideScale = weighing.words(selling.texts()).isPresent();
        String told = item.item().itemId() + " · " + quantity.decimal().toPlainString() + " kg";
        Notice fault = isBesideScale ? sale.writeDown("WEIGHT_KEYED", told) : null;
        if (fault == null) {
            ring(of(item, quantity));
        } else {
            selling.warn(fault);
        }
    }

    private static RingUp of(Awaited.ItemQuantity item, Quantity quantity) {
        return new RingUp(item.item().itemId(), item.isReturn() ? quantity.negated() : quantity, null);
    }

    private void ring(RingUp wanted) {
        selling.inOwnName(approver -> sale.ring(wanted, approver));
    }

    private void amount(String keyed, Consumer<Money> then) {
        orSay(KeyedFigures.amount(keyed, sale.total().currency()), "selling.no-price", keyed)
                .ifPresent(then);
    }

    /** Gives back what was read, and says so when it was not. */
    private <T> Optional<T> orSay(Optional<T> read, String key, String keyed) {
        if (read.isEmpty()) {
            selling.say(Announcement.warning(selling.texts().text(key, keyed)));
        }
        return read;
    }
}

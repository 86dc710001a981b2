package org.tillwright.register.sale;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.sale.SaleOutcome.Done;
import org.tillwright.register.sale.SaleOutcome.NeedsQuantity;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/** Rings up lines and changes them, in the operator's name or in that of somebody who allowed it. Event thread only. */
final class SaleRinging {

    private final SaleSession session;

    SaleRinging(SaleSession session) {
        this.session = session;
    }

    /** What was scanned or keyed. */
    SaleOutcome byCode(String scanned, Cart.Kind kind, SnapshotMessage.@Nullable Operator name) {
        return session.whenChangeable(() -> {
            session.catalogueToSellFrom();
            ScanOutcomes outcomes = new ScanOutcomes(
                    item -> one(item, kind, name),
                    (item, wanted) -> line(item, wanted, name),
                    next -> session.whenWritten(null, () -> session.move(next)),
                    session.texts().language());
            return outcomes.of(scanned, kind, session.sale);
        });
    }

    /** One of an item, on its line if that is the last. */
    SaleOutcome one(String itemId, Cart.Kind kind, SnapshotMessage.@Nullable Operator name) {
        return byItem(itemId, item -> one(item, kind, name));
    }

    /** A new line. */
    SaleOutcome line(RingUp wanted, SnapshotMessage.@Nullable Operator name) {
        return byItem(wanted.itemId(), item -> line(item, wanted, name));
    }

    /** How much of a line is wanted. */
    SaleOutcome quantity(int number, Quantity amount, SnapshotMessage.@Nullable Operator name) {
        return session.onLine(
                number,
                line -> LineRules.withQuantity(
                        session.sale, line, amount, session.authority(name), session.texts(), session::changed));
    }

    /** What a line costs by hand. */
    SaleOutcome priced(int number, RingUp.HandPrice wanted, SnapshotMessage.@Nullable Operator name) {
        Authority authority = session.authority(name);
        return session.onLine(
                number,
                line -> LineRules.overridden(
                        session.sale, line, wanted, authority, session.texts(), next -> changed(next, authority)));
    }

    private SaleOutcome byItem(String itemId, Function<Catalogue.Item, SaleOutcome> ring) {
        return session.whenChangeable(() -> session.catalogueToSellFrom()
                .find(itemId)
                .map(ring)
                .orElseGet(() -> new Said(Notice.of("sale.unknown-item", itemId))));
    }

    private SaleOutcome one(Catalogue.Item item, Cart.Kind kind, SnapshotMessage.@Nullable Operator name) {
        if (item.unit().isDivisible()) {
            return new NeedsQuantity(item, kind == Cart.Kind.RETURN);
        }
        Quantity one = kind == Cart.Kind.RETURN ? Quantity.ONE.negated() : Quantity.ONE;
        Cart.Line before = session.sale.lastLine();
        return before != null && LineRules.isMoreOf(before, item, kind)
                ? quantity(before.number(), LineRules.oneMore(before.quantity()), name)
                : line(item, new RingUp(item.itemId(), one, null), name);
    }

    private SaleOutcome line(Catalogue.Item item, RingUp wanted, SnapshotMessage.@Nullable Operator name) {
        Authority authority = session.authority(name);
        return session.goods()
                .ring(session.sale, item, wanted, authority, session.texts(), line -> changed(line, authority));
    }

    /** A line that somebody else may have allowed the price of: up to what it takes off now. */
    private SaleOutcome changed(Cart.Line line, Authority authority) {
        SaleOutcome outcome = session.changed(line);
        if (outcome instanceof Done && line.override() != null && !authority.isOwn()) {
            session.discounts().allow(HandPrices.approvalOf(session.sale, line));
        }
        return outcome;
    }
}

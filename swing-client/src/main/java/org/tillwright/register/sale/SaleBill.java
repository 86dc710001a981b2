package org.tillwright.register.sale;

import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/**
 * Moves goods of the sale in progress into a sale of their own that is paid first; what stays is the next sale. Both are sales
 * like any other, with a receipt each. The rest is on disk before the first is begun. Event thread only.
 */
public final class SaleBill {

    private static final Logger LOG = System.getLogger(SaleBill.class.getName());
    private static final String NOTE = "rest-of-bill";

    private final SaleSession session;
    private final SaleParts parts;
    private @Nullable Waiting waiting;

    SaleBill(SaleSession session, SaleParts parts) {
        this.session = session;
        this.parts = parts;
    }

    /** What the goods that wait for this sale come to; empty when nothing waits. */
    public Optional<Money> rest() {
        Waiting now = mine();
        return now == null ? Optional.empty() : Optional.of(now.rest().payable());
    }

    /** True if the goods can be put together again: nothing was paid or changed since. */
    public boolean canJoin() {
        Waiting now = mine();
        return now != null
                && now.whole() != null
                && session.payments().isEmpty()
                && now.part().equals(session.cart());
    }

    /** True if somebody can pay for some of a line's pieces only. */
    public boolean canDivide(int lineNumber) {
        return session.cart().find(lineNumber).filter(this::isDivisible).isPresent();
    }

    private boolean isDivisible(Cart.Line line) {
        boolean isPieces = !session.sale.item(line.itemId()).unit().isDivisible();
        return isPieces
                && line.quantity().milli() > Quantity.ONE.milli()
                && line.labelTotal() == null
                && line.discounts().isEmpty();
    }

    /**
     * Makes a sale of some goods, to be paid now.
     *
     * @param pieces how much of each line, by its number; deposits follow their goods
     */
    public SaleOutcome split(Map<Integer, Quantity> pieces) {
        Notice obstacle = obstacle(pieces);
        if (obstacle != null) {
            return new Said(obstacle);
        }
        session.kitchen().sendBeforeTheEnd(); // what each of several people has ordered is made together
        SaleInProgress whole = session.sale.with(session.sale.particulars().withShares(null));
        try {
            SaleInProgress part = SaleKitchen.asTold(whole.with(taken(whole.cart(), pieces))
                    .with(whole.particulars().withMoneyIn(List.of()))
                    .named(parts.ids().get()));
            SaleInProgress rest = SaleKitchen.asTold(whole.with(left(whole.cart(), pieces))
                    .with(whole.particulars().withResumedFrom(null))
                    .named(parts.ids().get()));
            if (rest.cart().isEmpty() || part.payable().minor() <= 0) {
                return new Said(Notice.of("split.nothing"));
            }
            Notice unwritten = write(new BillRest(part.transactionId(), SaleDrafts.of(rest), SaleDrafts.of(whole)));
            if (unwritten == null) {
                unwritten = session.writeDown("SALE_SPLIT", part.transactionId() + " and " + rest.transactionId());
            }
            if (unwritten != null) {
                return new Said(unwritten);
            }
            SaleOutcome outcome = session.change(sale -> part);
            if (outcome instanceof SaleOutcome.Done) {
                waiting = new Waiting(part.transactionId(), part.cart(), rest, whole);
            }
            return outcome;
        } catch (UnpricedItemException e) {
            return new Said(LineRules.unpriced(e.itemId(), whole, session.texts()));
        }
    }

    private @Nullable Notice obstacle(Map<Integer, Quantity> pieces) {
        SaleInProgress sale = session.sale;
        if (mine() != null) {
            return Notice.of("split.first-pay");
        }
        if (pieces.isEmpty()
                || !pieces.keySet().stream()
                        .allMatch(number -> sale.cart().find(number).isPresent())) {
            return Notice.of("split.nothing");
        }
        boolean isOfSomething =
                sale.particulars().orderId() != null || sale.particulars().postVoidOf() != null;
        if (isOfSomething) {
            return Notice.of("split.order");
        }
        return sale.cart().discounts().stream().map(ManualDiscount::amount).anyMatch(amount -> amount != null)
                ? Notice.of("split.discount")
                : null;
    }

    private static Cart taken(Cart cart, Map<Integer, Quantity> pieces) {
        List<Cart.Line> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            Quantity wanted = pieces.get(line.follows() == null ? line.number() : line.follows());
            if (wanted != null && line.follows() == null) {
                lines.add(isAll(wanted, line) ? line : line.withQuantity(wanted));
            } else if (wanted != null) {
                lines.add(line); // a deposit: brought into step with its goods when it is priced
            }
        }
        return new Cart(cart.context(), lines, cart.discounts());
    }

    private static Cart left(Cart cart, Map<Integer, Quantity> pieces) {
        List<Cart.Line> lines = new ArrayList<>();
        for (Cart.Line line : cart.lines()) {
            Quantity gone = pieces.get(line.follows() == null ? line.number() : line.follows());
            boolean isGone = gone != null && line.follows() == null && isAll(gone, line);
            boolean isDepositOfGone = line.follows() != null
                    && gone != null
                    && cart.find(line.follows())
                            .filter(goods -> isAll(gone, goods))
                            .isPresent();
            if (gone != null && line.follows() == null && !isGone) {
                lines.add(line.withQuantity(new Quantity(line.quantity().milli() - gone.milli())));
            } else if (!isGone && !isDepositOfGone) {
                lines.add(line);
            }
        }
        return new Cart(cart.context(), lines, cart.discounts());
    }

    private static boolean isAll(Quantity taken, Cart.Line line) {
        return taken.milli() >= line.quantity().milli();
    }

    /** Puts the goods together again. */
    public SaleOutcome join() {
        Waiting now = mine();
        SaleInProgress whole = now == null ? null : now.whole();
        if (whole == null || !canJoin()) {
            return new Said(Notice.of("split.first-pay"));
        }
        SaleOutcome outcome = session.change(sale -> whole);
        if (outcome instanceof SaleOutcome.Done) {
            waiting = null;
            forget();
        }
        return outcome;
    }

    /** The sale that begins when the one in progress has ended: the rest of a bill, else an empty one. */
    SaleInProgress next() {
        Waiting now = mine();
        waiting = null;
        if (now != null) {
            return onDisk(now.rest());
        }
        return parts.begin();
    }

    /** The rest is a draft from now on, and the note of no more use. */
    private SaleInProgress onDisk(SaleInProgress rest) {
        if (session.isTraining()) {
            return rest;
        }
        try {
            parts.journal().drafts().save(rest.transactionId(), WireJson.write(SaleDrafts.of(rest)));
            forget();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the rest of a bill stays a note: " + e.getMessage());
        }
        return rest;
    }

    /**
     * After a start: finds the goods that wait for the sale that was in progress, or, when that one has ended, makes them the
     * sale in progress.
     */
    Optional<SaleInProgress> recover(Optional<SaleInProgress> draft) throws JournalException {
        BillRest noted = read();
        if (noted == null) {
            return draft;
        }
        Catalogue catalogue = session.catalogue();
        boolean isPart =
                draft.filter(sale -> sale.transactionId().equals(noted.after())).isPresent();
        if (isPart) {
            SaleDraft whole = noted.whole();
            waiting = new Waiting(
                    noted.after(),
                    draft.get().cart(),
                    SaleDrafts.read(noted.rest(), catalogue),
                    whole == null ? null : SaleDrafts.read(whole, catalogue));
            return draft;
        }
        boolean isNext = draft.isEmpty()
                && parts.journal().hasTransaction(noted.after())
                && !parts.journal().hasTransaction(noted.rest().transactionId());
        if (isNext) {
            return Optional.of(onDisk(SaleDrafts.read(noted.rest(), catalogue)));
        }
        forget(); // the draft is the whole bill still, or its rest already
        return draft;
    }

    private @Nullable Waiting mine() {
        Waiting now = waiting;
        return now != null && now.after().equals(session.transactionId()) ? now : null;
    }

    private @Nullable Notice write(BillRest rest) {
        if (session.isTraining()) {
            return null; // what is practised leaves nothing behind
        }
        try {
            parts.journal().note(NOTE, new String(WireJson.write(rest), StandardCharsets.UTF_8));
            return null;
        } catch (JournalException e) {
            return e.notice();
        } catch (MalformedMessageException e) {
            return Notice.of("split.too-large");
        }
    }

    private @Nullable BillRest read() throws JournalException {
        String text = parts.journal().note(NOTE).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return WireJson.read(text.getBytes(StandardCharsets.UTF_8), BillRest.class);
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.WARNING, "the rest of a bill cannot be read", e);
            return null;
        }
    }

    private void forget() {
        try {
            if (!parts.journal().note(NOTE).orElse("").isEmpty()) {
                parts.journal().note(NOTE, "");
            }
        } catch (JournalException e) {
            // Of no harm: it names a sale that has ended, and is overwritten by the next one.
            LOG.log(Logger.Level.WARNING, "a note of a bill that was shared out stays: " + e.getMessage());
        }
    }

    /**
     * Goods that wait for a sale to be paid.
     *
     * @param part the goods of that sale when it began
     */
    private record Waiting(UUID after, Cart part, SaleInProgress rest, @Nullable SaleInProgress whole) {}
}

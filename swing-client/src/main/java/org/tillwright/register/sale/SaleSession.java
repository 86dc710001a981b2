package org.tillwright.register.sale;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.SaleOutcome.Changed;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.Rung;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;

/**
 * The sale in progress, from the first scan to the change. Used on the event thread only; nothing here waits for anything
 * but the register's own disk. It sells from the catalogue that was newest when it began; without one there is no session.
 */
public final class SaleSession extends SaleReadings {

    final SaleParts parts;
    private final SaleRecorder recorder;
    private final CustomerView customer;
    private SnapshotMessage.@Nullable Operator operator;
    private final LastSale last;
    private final SaleChanges changes = new SaleChanges(this);
    private final SaleDiscounts discounts = new SaleDiscounts(this);
    private final SaleRinging ringing = new SaleRinging(this);
    private final SaleKitchen kitchen = new SaleKitchen(this);
    private final UndoSteps steps = new UndoSteps();
    private final SaleBooks books;
    private final SaleBill bill;
    private final SalePaying paying;
    private Texts texts;

    /** Begins with an empty sale, or with nothing at all when there is no catalogue yet: then it throws. */
    public SaleSession(SaleParts parts, Texts texts) {
        super(parts.begin(), texts.language());
        this.parts = parts;
        this.recorder = new SaleRecorder(parts.journal(), parts.clock());
        this.customer = new CustomerView(parts.devices());
        this.last = new LastSale(parts);
        this.books = new SaleBooks(this, parts, recorder, last, customer);
        this.bill = new SaleBill(this, parts);
        this.paying = new SalePaying(this, parts.devices());
        this.texts = texts;
    }

    /** The catalogue of this sale; tiles and names on the screen come from it. */
    public Catalogue catalogue() {
        return isEmpty() ? parts.catalogues().newest().orElse(sale.catalogue()) : sale.catalogue();
    }

    /** Sales that are facts: copies of their receipts, and what undoes them. */
    public SaleBooks books() {
        return books;
    }

    /** The way to change what is more than a line rung up. */
    public SaleChanges changes() {
        return changes;
    }

    /** The way to take something off by hand. */
    public SaleDiscounts discounts() {
        return discounts;
    }

    /** In whose name something is done: the operator's own, or somebody's who approved it. */
    Authority authority(SnapshotMessage.@Nullable Operator name) {
        return new Authority(
                operator, name, sale.transactionId(), sale.catalogue().shop(), parts.approvals());
    }

    /** What goods cost now. */
    public PricesNow prices() {
        return new PricesNow(catalogue(), sale, parts::begin, this::lines);
    }

    /** The way to have goods made. */
    public SaleKitchen kitchen() {
        return kitchen;
    }

    /** The way to share the goods out among several people. */
    public SaleBill bill() {
        return bill;
    }

    /** What goes on around a payment that is none yet. */
    public SalePaying paying() {
        return paying;
    }

    /** The papers of a sale beside its usual receipt. */
    public SalePapers papers() {
        return last.papers();
    }

    /** The rest is going to be paid in this way, or that is open again: then null. The customer sees what it comes to. */
    public void choose(@Nullable TenderType way) {
        customer.chosen(way, sale);
    }

    /** The sale before this one, whose change stays readable until the next scan and whose receipt can be reprinted. */
    public Optional<FinishedSale> last() {
        return last.find();
    }

    public Optional<SnapshotMessage.Operator> operator() {
        return Optional.ofNullable(operator);
    }

    /** An operator takes over; the sale in progress stays. Names are shown in {@code texts}' language from now on. */
    public void signedOn(SnapshotMessage.Operator who, Texts theirs) {
        operator = who;
        texts = theirs;
        hold(sale, texts.language());
    }

    /** The language that this sale is shown and printed in. */
    public Texts texts() {
        return texts;
    }

    public void signedOff() {
        operator = null;
    }

    /** A code was scanned or keyed. The same item again right after itself makes its line one more. */
    public SaleOutcome add(String scanned) {
        return ringing.byCode(scanned, Cart.Kind.SALE, operator);
    }

    /** A code of goods that come back was scanned or keyed. */
    public SaleOutcome returnCode(String scanned, SnapshotMessage.Operator approver) {
        return ringing.byCode(scanned, Cart.Kind.RETURN, approver);
    }

    /** A tile was touched. */
    public SaleOutcome addItem(String itemId) {
        return ringing.one(itemId, Cart.Kind.SALE, operator);
    }

    public SaleOutcome returnItem(String itemId, SnapshotMessage.Operator approver) {
        return ringing.one(itemId, Cart.Kind.RETURN, approver);
    }

    /**
     * Rings up one new line with all that is known of it.
     *
     * @param approver whose permission counts for a price by hand and for goods that come back
     */
    public SaleOutcome ring(RingUp wanted, SnapshotMessage.Operator approver) {
        return ringing.line(wanted, approver);
    }

    /** Changes how much of a line is wanted; the way the goods go stays, so {@code amount} is never negative. */
    public SaleOutcome changeQuantity(int lineNumber, Quantity amount) {
        return changeQuantity(lineNumber, amount, operator);
    }

    /** The same, in the name of somebody who allowed it: more goods that come back are as much as the first ones. */
    public SaleOutcome changeQuantity(int lineNumber, Quantity amount, SnapshotMessage.@Nullable Operator approver) {
        return ringing.quantity(lineNumber, amount, approver);
    }

    /** Takes a line off, and the deposits that follow it. */
    public SaleOutcome voidLine(int lineNumber) {
        return voidings().line(lineNumber, null, operator);
    }

    /** The ways to take things off again. */
    public SaleVoidings voidings() {
        return new SaleVoidings(this, steps);
    }

    /** Changes a line's price by hand. */
    public SaleOutcome overridePrice(
            int lineNumber, UnitPrice price, String reason, SnapshotMessage.Operator approver) {
        return ringing.priced(lineNumber, new RingUp.HandPrice(price, reason), approver);
    }

    /**
     * The customer gives cash; what is too much becomes change. For a refund, exactly what is due goes out. Where the
     * smallest coins are larger than the currency's unit, what they cannot pay is waived on both sides.
     */
    public SaleOutcome payCash(Money given) {
        return paying.cash(given, null);
    }

    /** The terminal approved a card payment. Money has moved, so it is taken whatever else stands in the way. */
    public SaleOutcome payCard(Money amount, SaleMessage.Card card) {
        return paying.take(new Payment(TenderType.CARD, amount, card));
    }

    /** Keeps with the sale that the terminal was asked for so much, until it is known what became of it: then null. */
    public void cardAsked(@Nullable Money amount) {
        paying.asked(amount == null ? null : new Payment(TenderType.CARD, amount, null));
    }

    /**
     * Takes a payment back. Cash goes back to the customer. A card payment has to be reversed at the terminal by the
     * person who does this, which is written down.
     */
    public SaleOutcome removePayment(int index) {
        return paying.takeBack(index);
    }

    /** Makes the sale a fact, then lets the devices have it, then begins the next one. */
    public SaleOutcome finish() {
        SnapshotMessage.Operator who = operator;
        if (who == null || !parts.till().isOpen() || !canFinish()) {
            Notice obstacle = obstacleToSell();
            return new Said(obstacle != null ? obstacle : Notice.of("sale.not-paid", texts.amount(due())));
        }
        kitchen.sendBeforeTheEnd();
        try {
            FinishedSale sold = recorder.sold(sale, who.operatorId(), parts.till(), texts);
            return books.finished(sold.by(sale.particulars().customer()), sale.catalogue(), who);
        } catch (JournalException e) {
            return new Said(e.notice());
        }
    }

    /** Gives the whole sale up. Payments have to be taken back first. */
    public SaleOutcome voidSale(SnapshotMessage.Operator approver) {
        if (sale.isEmpty()) {
            return new Said(Notice.of("sale.nothing-to-void"));
        }
        return whenChangeable(() -> {
            NeedsApproval needed = new NeedsApproval(Permissions.VOID, "VOID_SALE", null, total());
            if (!authority(approver).may(needed)) {
                return needed;
            }
            kitchen.callOff();
            return whenWritten(recorder.voided(sale, approver.operatorId(), parts.till()), () -> move(bill.next()));
        });
    }

    /** Prints the last receipt again, marked as a copy; after a start, the last one in the journal. */
    public SaleOutcome reprintLast() {
        return last.reprint((event, subject) -> event(event, subject, null));
    }

    /** True while sales are practised: they are kept, marked, and count for nothing. */
    public boolean isTraining() {
        return recorder.isTraining();
    }

    /** Begins to practise, or ends it; only between two sales. Returns null, or why not. */
    public @Nullable Notice train(boolean practises) {
        if (!isEmpty()) {
            return Notice.of("training.finish-first");
        }
        String event = practises ? "TRAINING_BEGUN" : "TRAINING_ENDED";
        String till = parts.till().requireId().toString();
        Notice obstacle = practises == isTraining() ? null : event(event, till, null);
        if (obstacle == null) {
            recorder.train(practises);
            hold(parts.begin(), texts.language());
        }
        return obstacle;
    }

    /** Writes down something about this sale that someone may ask later; returns null, or why it is not on disk. */
    public @Nullable Notice writeDown(String event, String detail) {
        return writeDown(event, sale.transactionId(), detail);
    }

    /** Writes down something about a sale that is no longer in progress; returns null, or why it is not on disk. */
    public @Nullable Notice writeDown(String event, UUID transactionId, String detail) {
        return event(event, transactionId.toString(), detail);
    }

    /** Takes up the sale that a crash interrupted; false when there was none, or another has begun. */
    public boolean recover() throws JournalException {
        Optional<SaleInProgress> found =
                isEmpty() ? bill.recover(SaleRecovery.draft(parts.journal(), catalogue())) : Optional.empty();
        found.map(kitchen::recovered).ifPresent(this::move);
        return found.isPresent();
    }

    /** A line that is new or another. */
    SaleOutcome changed(Cart.Line line) {
        SaleInProgress before = sale;
        try {
            move(sale.with(line));
        } catch (UnpricedItemException e) {
            return LineRules.unpriced(line, e.itemId(), sale, texts);
        }
        customer.rung(sale, line.number(), texts.language());
        return new Rung(line.number(), SaleLines.gained(before, sale, texts.language()));
    }

    /** Another state of the sale, unless a part of it is paid. */
    SaleOutcome change(SaleChanges.Change change) {
        return whenChangeable(() -> {
            catalogueToSellFrom();
            try {
                SaleInProgress next = change.apply(sale);
                return whenWritten(null, () -> move(next));
            } catch (UnpricedItemException e) {
                return new Said(LineRules.unpriced(e.itemId(), sale, texts));
            }
        });
    }

    SaleOutcome note(UnaryOperator<Particulars> change) {
        return whenWritten(obstacleToSell(), () -> move(sale.with(change.apply(sale.particulars()))));
    }

    /** A payment in any other way; whoever takes it has checked that it may be taken. */
    public SaleOutcome pay(Payment payment) {
        return paying.take(payment);
    }

    SaleOutcome whenChangeable(Supplier<SaleOutcome> intent) {
        Notice obstacle = obstacleToSell();
        if (obstacle == null && !sale.payments().isEmpty()) {
            obstacle = Notice.of("sale.payments-first");
        }
        return obstacle == null ? intent.get() : new Said(obstacle);
    }

    SaleOutcome onLine(int lineNumber, Function<Cart.Line, SaleOutcome> intent) {
        return whenChangeable(
                () -> sale.cart().find(lineNumber).map(intent).orElseGet(() -> new Said(Notice.of("sale.no-line"))));
    }

    SaleOutcome whenWritten(@Nullable Notice obstacle, Runnable change) {
        if (obstacle != null) {
            return new Said(obstacle);
        }
        change.run();
        customer.changed(sale);
        return new Changed();
    }

    @Nullable
    Notice obstacleToSell() {
        if (operator == null) {
            return Notice.of("sale.nobody-signed-on");
        }
        Notice shut = parts.till().isOpen() ? null : Notice.of("sale.till-closed");
        return shut == null && sale.isEmpty() && !isTraining() ? parts.devices().obstacle() : shut;
    }

    /** The next sale goes by this id: an invoice that is rung up again has one. Only before anything is known of it. */
    public void nameNext(UUID transactionId) {
        if (sale.isUntouched()) {
            hold(parts.begin(transactionId).withNextLine(sale.nextLine()), texts.language());
        }
    }

    /** The first line fixes the catalogue of its sale; what was approved for it before still is. */
    Catalogue catalogueToSellFrom() {
        if (sale.isUntouched()) {
            hold(parts.begin(sale.transactionId()).withNextLine(sale.nextLine()), texts.language());
        }
        return sale.catalogue();
    }

    /** The sale before is done with; the next customer may come. */
    void begin() {
        move(bill.next());
    }

    void move(SaleInProgress to) {
        SaleInProgress next = kitchen.next(to);
        steps.moved(sale, next);
        if (!next.transactionId().equals(sale.transactionId())) {
            discounts.forget();
        }
        if (next.isUntouched()) {
            goods.forget();
        }
        hold(next, texts.language());
        if (!recorder.isTraining()) {
            parts.keep(next);
        }
    }

    @Nullable
    Notice event(String name, String subject, @Nullable String detail) {
        return recorder.event(catalogue(), operator, name, subject, detail);
    }
}

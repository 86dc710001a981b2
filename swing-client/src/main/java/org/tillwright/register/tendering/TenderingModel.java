package org.tillwright.register.tendering;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.tendering.TenderingState.Work;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;

/**
 * Takes the money for the sale in progress, in as many parts and ways as the customer likes, and finishes the sale when
 * nothing is left to pay. Each way of paying has a class of its own. Used on the event thread only; terminal, gateway and
 * server answer later, through {@code answers}.
 */
public final class TenderingModel implements TenderingIntents {

    private final SaleSession sale;
    private final TenderingExits exits;
    private final Consumer<TenderingState> view;
    private final Supplier<Boolean> splitsBills;
    private final TenderTalk talk;
    private final TenderDesk desk;
    private final CashTender cash;
    private final CardTender card;
    private final WalletTender wallet;
    private final WalletPayments wallets;
    private final ValueTender value;
    private final VoucherTender voucher;
    private final ForeignTender foreign;
    private final Tips tips;
    private final BillSplit split;
    private boolean areWalletsOn = true;
    private Texts texts;
    private Announcement notice = Announcement.NONE;

    public TenderingModel(SaleSession sale, Surroundings around, Texts texts, Consumer<TenderingState> view) {
        this.sale = sale;
        this.exits = around.exits();
        this.splitsBills = around.splitsBills();
        this.texts = texts;
        this.view = view;
        this.talk = new TenderTalk(() -> this.texts, this::say, this::show);
        this.desk = new TenderDesk(sale, talk, around, this::finishIfPaid);
        TenderGate gate = new TenderGate(desk, around.approval().apply(talk));
        this.tips = new Tips(desk);
        this.cash = new CashTender(desk, gate);
        this.card = new CardTender(desk, gate, tips, around.cards());
        this.wallets = around.wallets();
        this.wallet = new WalletTender(desk, gate, wallets);
        this.value = new ValueTender(desk, gate, around.values(), around.numbers());
        this.voucher = new VoucherTender(desk, gate);
        this.foreign = new ForeignTender(desk, gate);
        this.split = new BillSplit(desk);
    }

    /**
     * What the model works with beside the sale.
     *
     * @param approval how a second person's yes is got, in a talk on this screen
     * @param splitsBills whether the shop shares bills out
     * @param ids names payments that others are asked for
     */
    public record Surroundings(
            CardPayments cards,
            WalletPayments wallets,
            ValuePayments values,
            CreditNumbers numbers,
            Function<Conversation, TenderApproval> approval,
            Supplier<Boolean> splitsBills,
            Supplier<UUID> ids,
            Clock clock,
            Executor answers,
            TenderingExits exits) {}

    /** How functions talk with the operator on this screen. */
    public Conversation conversation() {
        return talk;
    }

    public void speak(Texts next) {
        texts = next;
        say(Announcement.NONE);
    }

    /** Turned to by the cash key: the customer sees what is due in cash before anything is opened. */
    public void begin() {
        beginWith(TenderType.CASH);
    }

    /** Turned to by the card key: asks the terminal for everything that is due. */
    public void beginCard() {
        beginWith(TenderType.CARD);
        card("");
    }

    /** Turned to by the function that shares bills out. */
    public void beginSplit() {
        beginWith(TenderType.CASH);
        split();
    }

    private void beginWith(TenderType way) {
        notice = Announcement.NONE;
        talk.end();
        if (sale.payments().isEmpty()) {
            desk.shares().end(); // once somebody has paid their share, the others go on
        }
        sale.choose(way);
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    /** A payment on the way keeps its screen: nobody leaves it before it is known what became of it. */
    public boolean isBusy() {
        return sale.asked().isPresent();
    }

    /** True while the customer is shown a code to pay with. */
    public boolean showsCode() {
        TenderingState.Terminal shown = wallet.terminal();
        return shown != null && !shown.code().isEmpty();
    }

    /** True while a scan can be used: as a code or a number that is asked for, or as goods where nothing is asked. */
    public boolean takesScans() {
        return wallet.isWaiting() || (!isBusy() && !talk.isWaiting());
    }

    /** Something was scanned; true if it meant something here, and otherwise it is goods. */
    public boolean scanned(String code) {
        if (wallet.isWaiting()) {
            wallet.scanned(code);
            return true;
        }
        if (talk.isIdle()) {
            return false;
        }
        if (!talk.scanned(code)) {
            say(Announcement.warning(texts.text("selling.scan-later")));
        }
        return true;
    }

    /**
     * The program ended while a payment was open. True when there is one that a person or a device has to say something about
     * before anything else.
     */
    public boolean resumeCard() {
        card.recover();
        Payment open = sale.asked().orElse(null);
        if (open == null) {
            return false;
        }
        switch (open.type()) {
            case WALLET -> wallet.resume(open);
            case GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> value.resume(open);
            case CASH, CARD, COUPON, VOUCHER, FOREIGN_CASH -> card.unclear("the register was interrupted");
        }
        return isBusy();
    }

    /** Time has passed; what takes long says how long. */
    public void tick() {
        if (wallet.isWaiting()) {
            wallet.tick();
        } else {
            card.tick();
        }
        if (!sale.isEmpty() && areWalletsOn != wallets.isReached()) {
            show(); // a key goes on or off
        }
    }

    /** The terminal says what it waits for. */
    public void terminalShows(String words) {
        card.shows(words);
    }

    @Override
    public void entered(String keyed) {
        if (wallet.isWaiting() && !keyed.isEmpty()) {
            wallet.scanned(keyed);
        } else if (talk.isIdle()) {
            cash(keyed);
        } else {
            talk.entered(keyed);
        }
    }

    @Override
    public void typing(String text) {
        talk.typed(text);
    }

    @Override
    public void cash(String keyed) {
        if (isFree()) {
            if (sale.due().isZero()) {
                finishIfPaid();
            } else {
                cash.pay(keyed);
            }
        }
    }

    @Override
    public void note(long minor) {
        if (isFree()) {
            cash.admit(new Money(sale.total().currency(), minor));
        }
    }

    @Override
    public void card(String keyed) {
        if (isFree()) {
            card.pay(keyed);
        }
    }

    @Override
    public void tender(String type, String keyed) {
        TenderType wanted = TenderType.find(type);
        if (!isFree() || wanted == null) {
            return;
        }
        switch (wanted) {
            case CASH -> cash(keyed);
            case CARD -> card.pay(keyed);
            case WALLET -> wallet.pay(keyed);
            case VOUCHER -> voucher.pay(keyed);
            case FOREIGN_CASH -> foreign.pay(keyed);
            case GIFT_CARD, STORE_CREDIT, ON_ACCOUNT, DEPOSIT -> value.pay(wanted, keyed);
            case COUPON -> desk.warn("tendering.not-taken", desk.name(wanted));
        }
    }

    @Override
    public void tip(String keyed) {
        if (isFree()) {
            tips.key(keyed);
        }
    }

    @Override
    public void split() {
        if (isFree()) {
            split.begin();
        }
    }

    /** Enter hit twice is one payment: after the first, the screen is another or the terminal has the word. */
    private boolean isFree() {
        return !isBusy() && talk.isIdle() && !sale.isEmpty();
    }

    @Override
    public void stop() {
        if (wallet.isWaiting()) {
            wallet.stop();
        } else {
            card.stop();
        }
    }

    @Override
    public void takeBack(int paymentIndex) {
        if (!isBusy() && paymentIndex < sale.payments().size()) {
            Payment payment = sale.payments().get(paymentIndex);
            talk.ask(words -> drawing().takeBack(payment), answer -> {
                if (answer.equals(TenderingDrawing.TAKE_BACK)) {
                    takenBack(paymentIndex, payment);
                }
            });
        }
    }

    private void takenBack(int index, Payment payment) {
        if (payment.type() == TenderType.WALLET) {
            wallet.takeBack(payment);
            return;
        }
        SaleOutcome outcome = sale.removePayment(index);
        if (outcome instanceof SaleOutcome.Said said) {
            desk.warn(said.notice());
            return;
        }
        desk.shares().end();
        say(Announcement.done(texts.text(card.takenBack(payment))));
        if (ValueTender.isFor(payment.type())) {
            value.release(payment);
        }
    }

    @Override
    public void answered(String answerId) {
        if (card.question() != null) {
            card.clarified(answerId);
        } else if (wallet.question() != null) {
            wallet.clarified(answerId);
        } else {
            talk.answered(answerId);
        }
    }

    @Override
    public void choiceMade(String id) {
        talk.chosen(id);
    }

    @Override
    public void back() {
        if (isBusy()) {
            return;
        }
        if (talk.isIdle()) {
            leave();
        } else {
            talk.escaped();
        }
    }

    /** Back to the lines, whatever was asked. */
    public void leave() {
        talk.end();
        sale.choose(null);
        exits.toSelling();
    }

    private void finishIfPaid() {
        if (!sale.canFinish()) {
            show();
            return;
        }
        SaleOutcome outcome = sale.finish();
        if (outcome instanceof SaleOutcome.Finished finished) {
            notice = Announcement.NONE;
            exits.finished(finished.sale());
        } else if (outcome instanceof SaleOutcome.Said said) {
            say(Announcement.refused(texts.text(said.notice())));
        }
    }

    private void show() {
        areWalletsOn = wallets.isReached();
        Work work = work();
        String hint = wallet.isWaiting() ? texts.text("wallet.code") : TenderingDrawing.hint(work, texts);
        Money due = sale.due();
        view.accept(drawing().state(notice, work, hint, canTakeCard(due), tips.isOffered(), canSplit(due)));
    }

    private boolean canTakeCard(Money due) {
        boolean isPossible = !due.isNegative() || desk.offer().takesRefunds(TenderType.CARD);
        return card.isThere() && isPossible && !due.isZero();
    }

    private boolean canSplit(Money due) {
        return due.minor() > 0 && splitsBills.get();
    }

    private Work work() {
        Question open = card.question();
        Question unclear = open == null ? wallet.question() : open;
        if (unclear != null) {
            return new Work(null, unclear, null, null);
        }
        return wallet.isWaiting() || card.isWaiting()
                ? new Work(wallet.isWaiting() ? wallet.terminal() : card.terminal(), null, null, null)
                : new Work(null, talk.question(), talk.prompt(), talk.choices());
    }

    private TenderingDrawing drawing() {
        return new TenderingDrawing(desk, cash, wallets, texts);
    }

    /** Where the tendering screen leads. */
    public interface TenderingExits {

        void toSelling();

        /** The sale is paid and on disk; the next customer may come. */
        void finished(FinishedSale sale);
    }
}

package org.tillwright.register.selling;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.UnitPrice;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.signon.SignOn;
import org.tillwright.register.signon.SignOnOutcome;
import org.tillwright.register.signon.SignOnWords;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SnapshotMessage;

/**
 * What the selling screen does, without the screen: intents go in, states to draw come out. Used on the event thread
 * only. Nothing here waits: pricing is arithmetic, and the check of an approver's PIN comes back later.
 */
public final class SellingModel implements SellingIntents {

    private static final String KEEP = "keep";
    private static final String VOID = "void";

    private final SaleSession sale;
    private final SignOn signOn;
    private final SellingExits exits;
    private final Consumer<SellingState> view;
    private final TileSearch tiles;
    private final SellingWords words;
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private Awaited awaited = new Awaited.Nothing();
    private int chosen;
    private boolean showsChange;

    public SellingModel(SaleSession sale, SignOn signOn, Texts texts, SellingExits exits, Consumer<SellingState> view) {
        this.sale = sale;
        this.signOn = signOn;
        this.texts = texts;
        this.exits = exits;
        this.view = view;
        this.tiles = new TileSearch();
        this.words = new SellingWords(sale);
    }

    /** Speaks another language from now on. */
    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Draws what there is; used when the screen is turned to. */
    public void show() {
        view.accept(words.state(texts, tiles, notice, awaited, lineChosen(), showsChange));
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    void warn(Notice next) {
        say(Announcement.warning(texts.text(next)));
    }

    /** A sale was paid: its change stays until the next one begins. */
    public void finished(FinishedSale finished) {
        showsChange = true;
        chosen = 0;
        leave();
        say(SellingWords.paid(finished, texts));
    }

    /** Asks something in place; what is being asked already comes first. */
    public void ask(Function<Texts, Question> question, Consumer<String> then) {
        if (awaited instanceof Awaited.Nothing) {
            awaited = new Awaited.Asked(question, then);
            show();
        }
    }

    /** True while a scan can be used: not in the middle of a PIN. */
    public boolean takesScans() {
        return !(awaited instanceof Awaited.ApproverNumber)
                && !(awaited instanceof Awaited.ApproverPin)
                && !(awaited instanceof Awaited.ApproverChecked);
    }

    /** Something was scanned, wherever the focus was. */
    public void scanned(String code) {
        if (takesGoods()) {
            code(code);
        } else {
            say(Announcement.warning(texts.text("selling.scan-later")));
        }
    }

    private boolean takesGoods() {
        return awaited instanceof Awaited.Nothing || awaited instanceof Awaited.ReturnedGoods;
    }

    @Override
    public void entered(String text) {
        Awaited now = awaited;
        if (takesGoods() && !text.isEmpty()) {
            searchOrCode(text);
        } else if (now instanceof Awaited.LineQuantity line) {
            changeQuantity(line.line(), text);
        } else if (now instanceof Awaited.LinePrice line) {
            priceKeyed(line.line(), text);
        } else if (now instanceof Awaited.ItemPrice item) {
            itemPriceKeyed(item, text);
        } else if (now instanceof Awaited.ItemQuantity item) {
            weightKeyed(item, text);
        } else if (now instanceof Awaited.ItemLabel label) {
            labelKeyed(label, text);
        } else if (now instanceof Awaited.ApproverNumber approver && !text.isEmpty()) {
            await(new Awaited.ApproverPin(approver.permission(), text, approver.then()));
        } else if (now instanceof Awaited.ApproverPin approver) {
            checkApprover(approver, text);
        }
    }

    @Override
    public void typing(String text) {
        if (takesGoods() && tiles.search(text)) {
            show();
        }
    }

    @Override
    public void tileChosen(String itemId) {
        if (awaited instanceof Awaited.ReturnedGoods) {
            inOwnName(approver -> sale.returnItem(itemId, approver));
        } else if (awaited instanceof Awaited.Nothing) {
            told(sale.addItem(itemId), approver -> sale.addItem(itemId));
        }
        tiles.clear();
        show();
    }

    @Override
    public void departmentChosen(String departmentId) {
        tiles.department(departmentId);
        show();
    }

    @Override
    public void lineChosen(int number) {
        chosen = number;
        show();
    }

    @Override
    public void quantity(String keyed) {
        lineKey(line -> keyedOrAsked(keyed, new Awaited.LineQuantity(line), () -> changeQuantity(line, keyed)));
    }

    @Override
    public void price(String keyed) {
        lineKey(line -> keyedOrAsked(keyed, new Awaited.LinePrice(line), () -> priceKeyed(line, keyed)));
    }

    private void keyedOrAsked(String keyed, Awaited question, Runnable change) {
        if (keyed.isEmpty()) {
            await(question);
        } else {
            change.run();
        }
    }

    @Override
    public void voidLine() {
        lineKey(line -> {
            String name = words.description(line);
            if (told(sale.voidLine(line), approver -> sale.voidLine(line))) {
                chosen = 0;
                say(Announcement.done(texts.text("selling.line-voided", name)));
            }
        });
    }

    @Override
    public void voidSale() {
        words.obstacleToVoid().ifPresentOrElse(this::warn, () -> await(new Awaited.VoidConfirmed()));
    }

    @Override
    public void returnGoods() {
        await(new Awaited.ReturnedGoods());
        say(Announcement.information(texts.text("selling.return.how")));
    }

    @Override
    public void reprint() {
        if (told(sale.reprintLast(), approver -> sale.reprintLast())) {
            say(Announcement.done(texts.text("selling.reprinted")));
        }
    }

    @Override
    public void closeTill() {
        betweenSales(exits::toTillClosing, "selling.finish-first");
    }

    @Override
    public void signOff() {
        betweenSales(exits::signOff, "selling.finish-or-lock");
    }

    private void betweenSales(Runnable exit, String otherwise) {
        if (sale.isEmpty()) {
            leave();
            exit.run();
        } else {
            say(Announcement.warning(texts.text(otherwise)));
        }
    }

    @Override
    public void payCash() {
        if (canPay()) {
            exits.toCash();
        }
    }

    @Override
    public void payCard() {
        if (canPay()) {
            exits.toCard();
        }
    }

    private boolean canPay() {
        return awaited instanceof Awaited.Nothing && !sale.lines().isEmpty();
    }

    @Override
    public void answered(String answerId) {
        Awaited now = awaited;
        leave();
        if (now instanceof Awaited.Asked asked) {
            asked.then().accept(answerId);
        } else if (now instanceof Awaited.VoidConfirmed && answerId.equals(VOID)) {
            String amount = texts.figures().amount(sale.total());
            if (told(operator(sale::voidSale), sale::voidSale)) {
                chosen = 0;
                notice = Announcement.done(texts.text("selling.sale-voided", amount));
            }
        } else if (now instanceof Awaited.PriceReason reason && !answerId.equals(KEEP)) {
            inOwnName(approver -> sale.overridePrice(reason.line(), reason.price(), answerId, approver));
        }
        show();
    }

    @Override
    public void cancelled() {
        leave();
        tiles.clear();
        say(Announcement.NONE);
    }

    private void searchOrCode(String text) {
        Optional<String> found = tiles.only(sale.catalogue(), texts);
        boolean isWord = text.chars().anyMatch(Character::isLetter) && found.isPresent();
        if (isWord) {
            tileChosen(found.get());
        } else {
            code(text);
        }
    }

    private void code(String code) {
        tiles.clear();
        if (awaited instanceof Awaited.ReturnedGoods) {
            inOwnName(approver -> sale.returnCode(code, approver));
        } else {
            told(sale.add(code), approver -> sale.add(code));
        }
        show();
    }

    private void inOwnName(Approved doing) {
        leave();
        told(operator(doing), doing);
    }

    private void changeQuantity(int line, String keyed) {
        orSay(KeyedFigures.quantity(keyed), "selling.no-quantity", keyed).ifPresent(quantity -> {
            leave();
            told(sale.changeQuantity(line, quantity), approver -> sale.changeQuantity(line, quantity));
        });
    }

    private void priceKeyed(int line, String keyed) {
        amount(keyed, price -> await(new Awaited.PriceReason(line, UnitPrice.of(price))));
    }

    private void itemPriceKeyed(Awaited.ItemPrice item, String keyed) {
        amount(keyed, price -> ring(new RingUp(item.item().itemId(), item.quantity(), SellingWords.noPrice(price))));
    }

    private void weightKeyed(Awaited.ItemQuantity item, String keyed) {
        Optional<Quantity> read = KeyedFigures.quantity(keyed).filter(quantity -> !quantity.isZero());
        orSay(read, "selling.no-quantity", keyed)
                .ifPresent(quantity ->
                        ring(new RingUp(item.item().itemId(), item.isReturn() ? quantity.negated() : quantity, null)));
    }

    private void labelKeyed(Awaited.ItemLabel label, String keyed) {
        Quantity one = label.isReturn() ? Quantity.ONE.negated() : Quantity.ONE;
        amount(keyed, amount -> ring(new RingUp(label.item().itemId(), one, null, amount)));
    }

    private void ring(RingUp wanted) {
        inOwnName(approver -> sale.ring(wanted, approver));
    }

    private void amount(String keyed, Consumer<Money> then) {
        orSay(KeyedFigures.amount(keyed, sale.total().currency()), "selling.no-price", keyed)
                .ifPresent(then);
    }

    /** Gives back what was read, and says so when it was not. */
    private <T> Optional<T> orSay(Optional<T> read, String key, String keyed) {
        if (read.isEmpty()) {
            say(Announcement.warning(texts.text(key, keyed)));
        }
        return read;
    }

    private SaleOutcome operator(Approved doing) {
        SnapshotMessage.Operator operator =
                sale.operator().orElseThrow(() -> new IllegalStateException("the selling screen is shown to nobody"));
        return doing.by(operator);
    }

    /** Says what became of it, or asks for what is missing. True if it was done. */
    private boolean told(SaleOutcome outcome, Approved again) {
        Awaited missing = Awaited.missing(outcome, again);
        if (missing != null) {
            await(missing);
        } else if (outcome instanceof SaleOutcome.Rung rung) {
            showsChange = false;
            chosen = rung.lineNumber();
            notice = words.rung(rung, texts);
        } else if (outcome instanceof SaleOutcome.CouponTaken coupon) {
            notice = SellingWords.coupon(coupon, texts);
        } else if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        }
        show();
        return outcome instanceof SaleOutcome.Done;
    }

    private void checkApprover(Awaited.ApproverPin approver, String pin) {
        await(new Awaited.ApproverChecked());
        signOn.approve(approver.number(), pin, approver.permission(), outcome -> {
            leave();
            if (outcome instanceof SignOnOutcome.SignedOn signedOn) {
                told(approver.then().by(signedOn.operator()), approver.then());
            } else {
                say(SignOnWords.of(outcome, texts, words.zone()));
            }
        });
    }

    private void lineKey(Consumer<Integer> action) {
        if (lineChosen() == 0) {
            say(Announcement.information(texts.text("selling.no-line")));
        } else if (awaited instanceof Awaited.Nothing) {
            action.accept(lineChosen());
        }
    }

    private int lineChosen() {
        return words.lineChosen(chosen);
    }

    private void await(Awaited next) {
        awaited = next;
        notice = Announcement.NONE;
        show();
    }

    private void leave() {
        awaited = new Awaited.Nothing();
        notice = Announcement.NONE;
    }
}

package org.tillwright.register.selling;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tillwright.register.approval.Approvals;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
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
    private final Approvals approvals;
    private final SellingExits exits;
    private final Consumer<SellingState> view;
    private final TileSearch tiles;
    private final SellingWords words;
    private final Commands commands;
    private final LineKeying keying;
    private final VoidFunctions voids;
    private final PayKeys pay;
    private final OwnFunctions own;
    private final GoodsQuestions goods;
    private final Talk talk = new Talk(this);
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private Awaited awaited = new Awaited.Nothing();
    private int chosen;
    private boolean showsChange;

    public SellingModel(
            SaleSession sale,
            Approvals approvals,
            Texts texts,
            SellingExits exits,
            Functions functions,
            Consumer<SellingState> view) {
        this.sale = sale;
        this.approvals = approvals;
        this.texts = texts;
        this.exits = exits;
        this.view = view;
        this.tiles = new TileSearch();
        this.commands = new Commands(this, sale, functions);
        this.pay = new PayKeys(this, sale);
        Reasons reasons = new Reasons(sale, talk);
        this.voids = new VoidFunctions(this, sale, reasons);
        this.keying = new LineKeying(this, sale, reasons, voids);
        this.words = new SellingWords(sale, functions, keying);
        this.goods = new GoodsQuestions(this, sale);
        this.own = new OwnFunctions(this, sale, exits);
        own.putInto(functions, voids, new DiscountFunctions(this, sale, reasons));
    }

    /** How functions talk with the operator on this screen. */
    public Conversation conversation() {
        return talk;
    }

    /** Weighs on this scale from now on. */
    public void weighOn(Weigher scale, Functions functions) {
        keying.weighOn(scale, functions);
    }

    /** Says which codes are no goods; there are none before. */
    public void alsoTakes(OtherCodes codes) {
        commands.alsoTake(codes);
    }

    /** The line that keys act on; 0 when there is none. */
    public int currentLine() {
        return words.lineChosen(chosen);
    }

    /** What a line is called; empty for none. */
    String description(int line) {
        return words.description(line);
    }

    Texts texts() {
        return texts;
    }

    Awaited awaited() {
        return awaited;
    }

    /** Speaks another language from now on. */
    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Draws what there is; used when the screen is turned to. */
    public void show() {
        view.accept(words.state(texts, tiles, notice, awaited, currentLine(), showsChange));
    }

    public Announcement notice() {
        return notice;
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
        tiles.sold(finished.sale());
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
        return !(awaited instanceof Awaited.Keyed keyed
                        && keyed.prompt().apply(texts).isSecret())
                && !(awaited instanceof Awaited.Waiting)
                && !isHeld();
    }

    /** True while money is on its way, and nobody leaves before it is known what became of it. */
    public boolean isHeld() {
        return awaited instanceof Awaited.Held;
    }

    /** Something was scanned, wherever the focus was. */
    public void scanned(String code) {
        if (FunctionId.ofBarcode(code) == null && !commands.knows(code) && takesGoods()) {
            code(code);
        } else {
            commands.scanned(code);
        }
    }

    @Override
    public void function(String id, String keyed) {
        commands.function(id, keyed);
    }

    @Override
    public void choiceMade(String id) {
        commands.choiceMade(id);
    }

    public boolean takesGoods() {
        return awaited instanceof Awaited.Nothing
                || awaited instanceof Awaited.ReturnedGoods
                || awaited instanceof Awaited.More;
    }

    @Override
    public void entered(String text) {
        if (commands.isPaymentCard(text)) {
            return;
        }
        Awaited now = awaited;
        if (takesGoods() && !text.isEmpty()) {
            tiles.found(text, sale.catalogue(), texts).ifPresentOrElse(this::tileChosen, () -> code(text));
        } else if (now instanceof Awaited.Keyed keyed) {
            keyed.then().accept(text);
        } else if (now instanceof Awaited.Chosen list) {
            list.choosing().entered(text);
        } else {
            keying.takes(now, text);
        }
    }

    @Override
    public void typing(String text) {
        if (awaited instanceof Awaited.Chosen list) {
            list.choosing().typed(text);
        } else if (takesGoods() && tiles.search(text)) {
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
    public void tileMoved(int step) {
        tiles.move(step, sale.catalogue(), texts);
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
        lineKey(line -> keyedOrAsked(keyed, new Awaited.LineQuantity(line)));
    }

    @Override
    public void price(String keyed) {
        lineKey(line -> keyedOrAsked(keyed, new Awaited.LinePrice(line)));
    }

    private void keyedOrAsked(String keyed, Awaited question) {
        if (keyed.isEmpty()) {
            await(question);
        } else {
            keying.takes(question, keyed);
        }
    }

    @Override
    public void voidLine() {
        lineKey(voids::line);
    }

    /** Asks whether the whole sale is given up. */
    public void voidSale() {
        words.obstacleToVoid().ifPresentOrElse(this::warn, () -> await(new Awaited.VoidConfirmed()));
    }

    /** The next goods come back, without a receipt. */
    public void returnGoods() {
        await(new Awaited.ReturnedGoods());
        say(Announcement.information(texts.text("selling.return.how")));
    }

    void reprint() {
        own.reprint();
    }

    @Override
    public void payCash() {
        pay.whenAllowed(exits::toCash);
    }

    @Override
    public void payCard() {
        pay.whenAllowed(exits::toCard);
    }

    @Override
    public void answered(String answerId) {
        if (isHeld()) {
            return;
        }
        Awaited now = awaited;
        leave();
        if (now instanceof Awaited.Asked asked) {
            asked.then().accept(answerId);
        } else if (now instanceof Awaited.VoidConfirmed && answerId.equals(VOID)) {
            voids.sale();
        } else if (now instanceof Awaited.PriceReason reason && !answerId.equals(KEEP)) {
            inOwnName(approver -> sale.overridePrice(reason.line(), reason.price(), answerId, approver));
        }
        show();
    }

    @Override
    public void cancelled() {
        if (isHeld()) {
            warn(Notice.of("prompt.held.detail"));
            return;
        }
        leave();
        tiles.clear();
        say(Announcement.NONE);
    }

    private void code(String code) {
        tiles.clear();
        if (awaited instanceof Awaited.ReturnedGoods && !commands.claims(code)) {
            inOwnName(approver -> sale.returnCode(code, approver));
        } else {
            commands.goods(code);
        }
        show();
    }

    void inOwnName(Approved doing) {
        inOwnName(doing, () -> {});
    }

    void inOwnName(Approved doing, Runnable done) {
        leave();
        told(doing.by(signedOn()), doing, done);
    }

    private SnapshotMessage.Operator signedOn() {
        return sale.operator().orElseThrow(() -> new IllegalStateException("the selling screen is shown to nobody"));
    }

    /** Says what became of it, or asks for what is missing. True if it was done. */
    public boolean told(SaleOutcome outcome, Approved again) {
        return told(outcome, again, () -> {});
    }

    /**
     * Says what became of it, or asks for what is missing.
     *
     * @param again does it once more, in the name of somebody who allowed it
     * @param done what there is to say once it was done, at once or after an approval
     */
    boolean told(SaleOutcome outcome, Approved again, Runnable done) {
        Awaited missing = Awaited.missing(outcome);
        if (missing != null) {
            await(missing);
        } else if (outcome instanceof SaleOutcome.NeedsApproval needed) {
            approvals.ask(
                    talk,
                    needed.request(signedOn().operatorId(), sale.transactionId()),
                    given -> told(again.by(given.approver()), again, done));
        } else if (outcome instanceof SaleOutcome.Rung rung) {
            showsChange = false;
            chosen = rung.lineNumber();
            notice = words.rung(rung, texts);
        } else if (outcome instanceof SaleOutcome.CouponTaken coupon) {
            notice = SellingWords.coupon(coupon, texts);
        } else if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        } else {
            goods.asks(outcome);
        }
        show();
        if (outcome instanceof SaleOutcome.Done) {
            done.run();
        }
        return outcome instanceof SaleOutcome.Done;
    }

    private void lineKey(Consumer<Integer> action) {
        if (currentLine() == 0 || !(awaited instanceof Awaited.Nothing)) {
            sayWhatIsFirst();
        } else {
            action.accept(currentLine());
        }
    }

    /** A key means nothing now. */
    void sayWhatIsFirst() {
        boolean isFree = awaited instanceof Awaited.Nothing;
        say(Announcement.information(texts.text(isFree ? "selling.no-line" : "function.later")));
    }

    void await(Awaited next) {
        awaited = next;
        notice = Announcement.NONE;
        keying.weighing().watch(next);
        show();
    }

    void leave() {
        awaited = new Awaited.Nothing();
        notice = Announcement.NONE;
    }
}

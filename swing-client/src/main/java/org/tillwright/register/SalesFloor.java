package org.tillwright.register;

import java.util.List;
import java.util.concurrent.Executor;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.function.CommandPaper;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.MissingReceipt;
import org.tillwright.register.selling.SalespersonFunction;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.selling.SellingView;
import org.tillwright.register.selling.SellingWords;
import org.tillwright.register.shell.RegisterWindow;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.tendering.TenderingModel;
import org.tillwright.register.tendering.TenderingModel.TenderingExits;
import org.tillwright.register.tendering.TenderingState;
import org.tillwright.register.tendering.TenderingView;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.register.till.TillClosingModel;
import org.tillwright.register.till.TillClosingView;
import org.tillwright.register.till.TillOpeningModel;
import org.tillwright.register.till.TillOpeningView;
import org.tillwright.register.training.Training;
import org.tillwright.wire.SnapshotMessage;

/** The screens behind the sign-on, and the ways between them. Made once there is a catalogue. Event thread only. */
final class SalesFloor {

    private final RegisterParts parts;
    private final Desk desk;
    private final PictureShelf pictures;
    private final Functions functions = new Functions();
    private final SellingModel selling;
    private final SalespersonFunction salesperson;
    private final TenderingModel tendering;
    private final TillOpeningModel opening;
    private final TillClosingModel closing;
    private final ReturnsDesk returns;
    private final Training training;
    private Texts texts;
    private boolean isAsking;
    private SellingView sellingView;
    private TenderingView tenderingView;
    private TillOpeningView openingView;
    private TillClosingView closingView;

    SalesFloor(RegisterParts parts, Desk desk, PictureShelf pictures, Texts texts) {
        this.parts = parts;
        this.desk = desk;
        this.pictures = pictures;
        this.texts = texts;
        SaleSession sale = parts.sale();
        selling = new SellingModel(sale, parts.approvals(), texts, new FromSelling(), functions, this::drawSelling);
        salesperson = new SalespersonFunction(sale, selling.conversation());
        salesperson.into(functions);
        training = new Training(sale, selling.conversation());
        functions.put(FunctionId.TRAINING, keyed -> training.ask());
        functions.put(FunctionId.SWITCH_USER, keyed -> desk.lock());
        new FunctionDesk(parts, selling, functions, desk).furnish();
        functions.put(FunctionId.BILL_SPLIT, keyed -> toSplit());
        PaymentLines lines = new PaymentLines(parts);
        tendering = new TenderingModel(
                sale, lines.surroundings(functions, new FromTendering()), texts, this::drawTendering);
        lines.cardFunctions(selling.conversation()).into(functions);
        opening = new TillOpeningModel(
                parts.till(),
                this::operator,
                () -> sale.catalogue().currency(),
                texts,
                new FromOpening(),
                state -> openView().render(state));
        TillDesk till = new TillDesk(parts, selling, this::operator);
        till.register(functions, this::toTillClosing);
        closing = new TillClosingModel(parts.till(), till.closing(), texts, new FromClosing(), state -> closeView()
                .render(state));
        returns = new ReturnsDesk(parts, selling, functions, this::toUnclearCard);
        sellingView = new SellingView(texts, pictures, selling);
        tenderingView = new TenderingView(texts, tendering);
        openingView = new TillOpeningView(texts, opening);
        closingView = new TillClosingView(texts, closing);
    }

    private void toUnclearCard() {
        tendering.resumeCard();
        desk.turnTo(Screen.TENDERING);
    }

    private void toSplit() {
        if (parts.sale().due().minor() <= 0) {
            selling.say(Announcement.information(texts.text("split.nothing")));
            return;
        }
        desk.turnTo(Screen.TENDERING);
        tendering.beginSplit();
    }

    private void forgetFunction() {
        if (!isAsking) {
            functions.forgetLast();
        }
    }

    private SellingView view() {
        return sellingView;
    }

    /** The customer sees the same lines as the operator. */
    private void drawSelling(SellingState state) {
        view().render(state);
        isAsking = state.asks();
        desk.functions(state.allFunctions(), isAsking ? functions.last() : "");
        if (!isAsking && !functions.last().isEmpty()) {
            Executor events = parts.platform().eventThread();
            // A function may go on to its next question at once, or after it looked something up.
            events.execute(() -> parts.background().execute(() -> events.execute(this::forgetFunction)));
        }
        desk.customer().model().cart(state.cart());
    }

    private void drawTendering(TenderingState state) {
        payView().render(state);
        desk.customer().pays(state, texts);
    }

    private TenderingView payView() {
        return tenderingView;
    }

    private TillOpeningView openView() {
        return openingView;
    }

    private TillClosingView closeView() {
        return closingView;
    }

    SellingModel selling() {
        return selling;
    }

    TenderingModel tendering() {
        return tendering;
    }

    /** True while money is on its way in or out: whoever is at the register stays until it is known what became of it. */
    boolean isPaying() {
        return tendering.isBusy() || selling.isHeld();
    }

    /** What stands at the top of the screen while somebody practises; empty otherwise. */
    String practice(Screen shown) {
        training.look(shown == Screen.TENDERING);
        return training.banner(texts);
    }

    /** Somebody leaves the register: what was asked of them is not asked of the next; without a sale, practising ends too. */
    void leave(boolean saleWaits) {
        selling.cancelled();
        desk.customer().entry().withdraw();
        if (!saleWaits) {
            training.end();
        }
    }

    TillClosingModel closing() {
        return closing;
    }

    TillOpeningModel opening() {
        return opening;
    }

    /** Draws the views into a window, made anew when the language is another. */
    void furnish(RegisterWindow window, Texts next) {
        if (!next.language().equals(texts.language())) {
            texts = next;
            sellingView = new SellingView(texts, pictures, selling);
            tenderingView = new TenderingView(texts, tendering);
            openingView = new TillOpeningView(texts, opening);
            closingView = new TillClosingView(texts, closing);
        }
        if (parts.devices().printer().isPresent()) {
            window.commandsPrintedBy(keys -> printCommands(window, keys));
        }
        window.add(Screen.SELLING, sellingView, sellingView::focusEntry);
        window.add(Screen.TENDERING, tenderingView, tenderingView::focusEntry);
        window.add(Screen.TILL_OPENING, openingView, openingView::focusEntry);
        window.add(Screen.TILL_CLOSING, closingView, closingView::focusEntry);
    }

    /** What can be scanned in place of a key, on the receipt printer's paper; trouble there is told as for a receipt. */
    private void printCommands(RegisterWindow window, List<FunctionKey> keys) {
        Texts now = texts;
        PaperPrinting.print(parts.devices(), now, columns -> CommandPaper.of(keys, now, columns));
        window.uncover();
        selling.say(Announcement.done(texts.text("commands.printing")));
    }

    void speak(Texts next) {
        selling.speak(next);
        tendering.speak(next);
        closing.speak(next);
        opening.speak(next);
    }

    /**
     * Someone signed on: to the till, or back to the sale.
     *
     * @param isFirst whether nobody has signed on since the program began
     */
    void begin(boolean isFirst, boolean isRecovered) {
        if (isAtClosedTill()) {
            return;
        }
        selling.show();
        if (tendering.resumeCard()) {
            desk.turnTo(Screen.TENDERING);
            return;
        }
        desk.turnTo(Screen.SELLING);
        if (isRecovered) {
            selling.say(Announcement.information(texts.text("selling.recovered")));
        }
        if (isFirst && parts.devices().printer().isPresent()) {
            new MissingReceipt(parts.printedReceipts(), selling)
                    .offer()
                    .ifPresent(notice -> selling.say(Announcement.warning(texts.text(notice))));
        }
    }

    /** Turns to the operator's till. Money that is in another's drawer already keeps the sale there until it is finished. */
    private boolean isAtClosedTill() {
        if (parts.sale().payments().isEmpty()) {
            parts.till().turnTo(operator());
        }
        if (parts.till().isOpen()) {
            return false;
        }
        opening.begin();
        desk.turnTo(Screen.TILL_OPENING);
        return true;
    }

    private void toTillClosing() {
        closing.begin();
        desk.turnTo(Screen.TILL_CLOSING);
    }

    void say(Screen shown, Announcement said) {
        switch (shown) {
            case SELLING -> selling.say(said);
            case TENDERING -> tendering.say(said);
            case TILL_OPENING -> opening.say(said);
            case TILL_CLOSING -> closing.say(said);
            case CONNECTION, DEVICES, SIGN_ON -> {
                // These are the desk's own.
            }
        }
    }

    boolean takesScans(Screen shown) {
        return (shown == Screen.SELLING && selling.takesScans())
                || (shown == Screen.TENDERING && tendering.takesScans());
    }

    /** Something was scanned while goods are rung up: a receipt comes back, everything else is goods. */
    void scanned(String code) {
        if (!returns.scanned(code)) {
            selling.scanned(code);
        }
    }

    void catalogueChanged() {
        if (parts.sale().isEmpty()) {
            selling.show();
        }
    }

    private SnapshotMessage.Operator operator() {
        return parts.sale()
                .operator()
                .orElseThrow(() -> new IllegalStateException("nobody is signed on behind the sign-on"));
    }

    private final class FromSelling implements SellingExits {

        @Override
        public void toCash() {
            attributed(() -> {
                tendering.begin();
                desk.turnTo(Screen.TENDERING);
            });
        }

        /** Where the shop wants to know who sold, that is said before it is paid; then what comes back is settled. */
        private void attributed(Runnable then) {
            salesperson.before(() -> returns.beforePaying(then));
        }

        @Override
        public void toCard() {
            attributed(() -> {
                desk.turnTo(Screen.TENDERING);
                tendering.beginCard();
            });
        }

        @Override
        public void toTillClosing() {
            SalesFloor.this.toTillClosing();
        }

        @Override
        public void signOff() {
            desk.signOff();
        }
    }

    private final class FromTendering implements TenderingExits {

        @Override
        public void toSelling() {
            selling.say(Announcement.NONE);
            desk.turnTo(Screen.SELLING);
        }

        @Override
        public void finished(FinishedSale sale) {
            selling.finished(sale);
            boolean hasRest = !parts.sale().isEmpty(); // the bill was split: the rest stays where it is
            if (hasRest) {
                selling.say(Announcement.done(texts.text(
                        "split.rest-next",
                        texts.figures().amount(sale.change()),
                        texts.figures().amount(parts.sale().payable()))));
            } else if (isAtClosedTill()) {
                return;
            } else if (parts.till().tooMuchCash().isPresent()) {
                selling.say(SellingWords.paid(sale, texts).and(texts.text("till.pickup-due")));
            }
            desk.turnTo(Screen.SELLING);
        }
    }

    private final class FromOpening implements TillOpeningModel.Exits {

        @Override
        public void opened(Announcement said) {
            selling.say(said);
            desk.turnTo(Screen.SELLING);
        }

        @Override
        public void signOff() {
            desk.signOff();
        }
    }

    private final class FromClosing implements TillClosingModel.Exits {

        @Override
        public void back() {
            if (isAtClosedTill()) {
                return;
            }
            selling.say(Announcement.NONE);
            desk.turnTo(Screen.SELLING);
        }

        @Override
        public void closed() {
            desk.signOff();
        }
    }
}

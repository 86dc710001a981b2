package org.tillwright.register;

import java.util.concurrent.CompletableFuture;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.MissingReceipt;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.selling.SellingView;
import org.tillwright.register.shell.RegisterWindow;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.tendering.CardPayments;
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
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;

/** The screens behind the sign-on, and the ways between them. Made once there is a catalogue. Event thread only. */
final class SalesFloor {

    private final RegisterParts parts;
    private final Desk desk;
    private final PictureShelf pictures;
    private final SellingModel selling;
    private final TenderingModel tendering;
    private final TillOpeningModel opening;
    private final TillClosingModel closing;
    private final Training training;
    private Texts texts;
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
        Functions functions = new Functions();
        selling = new SellingModel(sale, parts.approvals(), texts, new FromSelling(), functions, this::drawSelling);
        training = new Training(sale, selling.conversation());
        functions.put(FunctionId.TRAINING, keyed -> training.ask());
        functions.put(FunctionId.SWITCH_USER, keyed -> desk.lock());
        new FunctionDesk(parts, selling, functions).furnish();
        tendering = new TenderingModel(
                sale,
                new TenderingModel.Surroundings(
                        new Cards(), parts.platform().clock(), parts.platform().eventThread(), new FromTendering()),
                texts,
                this::drawTendering);
        opening = new TillOpeningModel(
                parts.till(), this::operator, this::currency, texts, new FromOpening(), state -> openView()
                        .render(state));
        closing = new TillClosingModel(parts.till(), this::operator, texts, new FromClosing(), state -> closeView()
                .render(state));
        sellingView = new SellingView(texts, pictures, selling);
        tenderingView = new TenderingView(texts, tendering);
        openingView = new TillOpeningView(texts, opening);
        closingView = new TillClosingView(texts, closing);
    }

    private SellingView view() {
        return sellingView;
    }

    /** The customer sees the same lines as the operator. */
    private void drawSelling(SellingState state) {
        view().render(state);
        desk.functions(state.allFunctions());
        desk.customer().model().cart(state.cart());
    }

    private void drawTendering(TenderingState state) {
        payView().render(state);
        desk.customer().model().cart(state.cart());
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

    /** What stands at the top of the screen while somebody practises; empty otherwise. */
    String practice(Screen shown) {
        training.look(shown == Screen.TENDERING);
        return training.banner(texts);
    }

    /** Whoever practised leaves the register: the next sale counts. */
    void endPractice() {
        training.end();
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
        window.add(Screen.SELLING, sellingView, sellingView::focusEntry);
        window.add(Screen.TENDERING, tenderingView, tenderingView::focusEntry);
        window.add(Screen.TILL_OPENING, openingView, openingView::focusEntry);
        window.add(Screen.TILL_CLOSING, closingView, closingView::focusEntry);
    }

    void speak(Texts next) {
        selling.speak(next);
        tendering.speak(next);
        if (parts.till().isOpen()) {
            closing.speak(next);
        }
        opening.speak(next);
    }

    /**
     * Someone signed on: to the till, or back to the sale.
     *
     * @param isFirst whether nobody has signed on since the program began
     */
    void begin(boolean isFirst, boolean isRecovered) {
        if (!parts.till().isOpen()) {
            opening.begin();
            desk.turnTo(Screen.TILL_OPENING);
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

    void say(Screen shown, Announcement said) {
        switch (shown) {
            case SELLING -> selling.say(said);
            case TENDERING -> tendering.say(said);
            case TILL_OPENING -> opening.say(said);
            case TILL_CLOSING -> closing.say(said);
            case CONNECTION, SIGN_ON -> {
                // These are the desk's own.
            }
        }
    }

    boolean takesScans(Screen shown) {
        return (shown == Screen.SELLING && selling.takesScans()) || (shown == Screen.TENDERING && !tendering.isBusy());
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

    private Currency currency() {
        return parts.sale().catalogue().currency();
    }

    private final class FromSelling implements SellingExits {

        @Override
        public void toCash() {
            tendering.begin();
            desk.turnTo(Screen.TENDERING);
        }

        @Override
        public void toCard() {
            desk.turnTo(Screen.TENDERING);
            tendering.beginCard();
        }

        @Override
        public void toTillClosing() {
            closing.begin();
            desk.turnTo(Screen.TILL_CLOSING);
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
            selling.say(Announcement.NONE);
            desk.turnTo(Screen.SELLING);
        }

        @Override
        public void closed() {
            desk.signOff();
        }
    }

    /** The card terminal behind its lane. */
    private final class Cards implements CardPayments {

        private static final SaleMessage.Card PRACTISED = new SaleMessage.Card("TRAINING", "0000", "", "", "");

        @Override
        public boolean isThere() {
            return parts.sale().isTraining() || parts.devices().cardTerminal().isPresent();
        }

        @Override
        public CompletableFuture<CardResult> authorize(Money amount) {
            if (parts.sale().isTraining()) {
                return CompletableFuture.completedFuture(
                        new CardResult.Approved(amount, PRACTISED)); // no terminal is asked
            }
            return parts.devices()
                    .cardTerminal()
                    .map(lane -> lane.ask(terminal -> terminal.authorize(amount)))
                    .orElseGet(() -> CompletableFuture.failedFuture(
                            new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT)));
        }

        @Override
        public void cancel() {
            parts.devices().cardTerminal().map(DeviceLane::device).ifPresent(terminal -> parts.background()
                    .execute(terminal::cancel));
        }
    }
}

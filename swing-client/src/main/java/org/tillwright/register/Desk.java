package org.tillwright.register;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.connection.ConnectionModel;
import org.tillwright.register.connection.ConnectionView;
import org.tillwright.register.device.Devices;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.shell.HeaderModel;
import org.tillwright.register.shell.HeaderPanel;
import org.tillwright.register.shell.IdleWatch;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.RegisterWindow;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.signon.SignOnModel;
import org.tillwright.register.signon.SignOnView;
import org.tillwright.register.status.StatusModel;
import org.tillwright.register.status.StatusView;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.wire.SnapshotMessage;

/**
 * One register at work: leads from screen to screen, and tells each what the others and the devices have to say. Event
 * thread only.
 */
final class Desk implements HeaderPanel.Actions {

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024;

    private final RegisterParts parts;
    private final RegisterFrame frame;
    private final Executor events;
    private final RegisterPlace place;
    private final PictureShelf pictures;
    private final HeaderModel header;
    private final ConnectionModel connection;
    private final SignOnModel signOn;
    private Texts texts;
    private RegisterWindow window;
    private final IdleWatch idle;
    private final CustomerDesk customer;
    private final StatusDesk statusDesk;
    private final SetupDesk setup;
    private final StatusModel status;
    private final DeviceDesk devices;
    private StatusView statusView;
    private ConnectionView connectionView;
    private SignOnView signOnView;
    private @Nullable SalesFloor floor;
    private OutboxStatus.Connection lastLink = OutboxStatus.Connection.UNKNOWN;

    Desk(RegisterParts parts, RegisterFrame frame, ExecutorService pictureLane) {
        this.parts = parts;
        this.frame = frame;
        this.events = parts.platform().eventThread();
        this.place = new RegisterPlace(parts);
        this.texts = Texts.of(parts.settings().language());
        this.setup = new SetupDesk(parts, this, texts);
        this.pictures = new PictureShelf(id -> parts.pictures().find(id), pictureLane);
        this.window = new RegisterWindow(texts, this);
        this.customer = new CustomerDesk(parts.settings().customerDisplay(), texts);
        this.idle = new IdleWatch(parts.platform().clock());
        this.header = new HeaderModel(parts.platform().clock(), texts, state -> window.render(state));
        this.statusDesk =
                new StatusDesk(parts, header, place::zone, new StatusDesk.Exits(() -> window.uncover(), setup::open));
        this.status = new StatusModel(
                parts.journal(), statusDesk, texts, state -> statusView().render(state));
        this.devices = new DeviceDesk(parts, statusDesk, status, this);
        this.connection = new ConnectionModel(
                new EnrolmentDesk(parts),
                new ConnectionModel.Lanes(parts.background(), events),
                texts,
                new ConnectionModel.Exits(this::enrolled, setup::open),
                state -> connectionView().render(state));
        this.signOn = new SignOnModel(parts.signOn(), place::zone, texts, this::signedOn, state -> signOnView()
                .render(state));
        this.statusView = new StatusView(texts, status);
        this.connectionView = new ConnectionView(texts, connection);
        this.signOnView = new SignOnView(texts, signOn);
        furnish();
    }

    private StatusView statusView() {
        return statusView;
    }

    private ConnectionView connectionView() {
        return connectionView;
    }

    private SignOnView signOnView() {
        return signOnView;
    }

    /** Turns to the first screen and begins to listen. */
    void begin() {
        frame.watchHands(idle::touched);
        ScanDesk scans = new ScanDesk(parts, this);
        frame.catchScans(scans);
        parts.watch().listen(status -> events.execute(() -> linkChanged(status)));
        parts.catalogues().onChange(() -> events.execute(this::catalogueChanged));
        scans.listen(events);
        parts.deviceShelf().whenOpened(Devices::watchPrinter);
        new CardScreen(parts, () -> texts, said -> floor().ifPresent(
                                open -> open.tendering().terminalShows(said)))
                .begin();
        placeChanged();
        connection.begin();
        signOn.begin(false);
        turnTo(parts.identity().isEmpty() ? Screen.CONNECTION : Screen.SIGN_ON);
        if (customer.isMissing()) {
            say(Announcement.warning(texts.text(
                    "customer-display.missing", String.valueOf(parts.settings().customerDisplay()))));
        }
        if (parts.hasLostItsJournal()) {
            connection.journalLost(parts.home().journal());
        }
    }

    /** Twice a second. */
    void tick() {
        SalesFloor open = floor;
        header.banner(open == null ? "" : open.practice(window.shown()));
        header.show();
        devices.tick();
        if (open != null) {
            open.tendering().tick();
            lockWhenIdle(open);
        }
    }

    /** Nobody is at the register any more: the next one has to say who they are. A payment on its way is left alone. */
    private void lockWhenIdle(SalesFloor open) {
        boolean isOpen = window.shown() != Screen.SIGN_ON && window.shown() != Screen.CONNECTION;
        if (isOpen
                && !open.isPaying()
                && idle.isIdle(parts.sale().catalogue().shop().idleLock())) {
            lock();
            signOn.say(Announcement.information(texts.text("signon.locked-idle")));
        }
    }

    /** What the window shows now. */
    BufferedImage picture() {
        return frame.picture();
    }

    Screen shown() {
        return window.shown();
    }

    /** What the customer sees. */
    CustomerDesk customer() {
        return customer;
    }

    /** What the selling screen can do, for its help. */
    void functions(List<FunctionKey> keys, String topic) {
        window.functions(Screen.SELLING, keys, topic);
    }

    SignOnModel signOn() {
        return signOn;
    }

    /** The set-up of devices. */
    SetupDesk setup() {
        return setup;
    }

    ConnectionModel connection() {
        return connection;
    }

    /** True while help or status hide the screen. */
    boolean isCovered() {
        return window.isCovered();
    }

    Texts texts() {
        return texts;
    }

    /** Somebody is at the register. */
    void touched() {
        idle.touched();
    }

    /** The screens behind the sign-on; there are none before the first. */
    Optional<SalesFloor> floor() {
        return Optional.ofNullable(floor);
    }

    // ---------------------------------------------------------------- the header's keys

    @Override
    public void nextLanguage() {
        int next = (Texts.LANGUAGES.indexOf(texts.language()) + 1) % Texts.LANGUAGES.size();
        speak(Texts.of(Texts.LANGUAGES.get(next)));
    }

    @Override
    public void lock() {
        SalesFloor open = floor;
        if (open == null || window.shown() == Screen.SIGN_ON) {
            return;
        }
        if (open.isPaying()) {
            open.say(window.shown(), Announcement.warning(texts.text("tendering.wait-for-card")));
            return;
        }
        leaveToSignOn(!parts.sale().isEmpty());
    }

    @Override
    public void help() {
        window.toggleHelp();
    }

    @Override
    public void status() {
        status.begin();
        window.toggleStatus();
    }

    /** Makes every screen anew in another language; what was going on goes on. */
    private void speak(Texts next) {
        texts = next;
        Screen shown = window.shown();
        window = new RegisterWindow(texts, this);
        statusView = new StatusView(texts, status);
        connectionView = new ConnectionView(texts, connection);
        signOnView = new SignOnView(texts, signOn);
        furnish();
        SalesFloor open = floor;
        if (open != null) {
            parts.sale().operator().ifPresent(operator -> parts.sale().signedOn(operator, texts));
            open.speak(texts);
        }
        customer.speak(texts);
        header.speak(texts);
        status.speak(texts);
        connection.speak(texts);
        signOn.speak(texts);
        setup.speak(texts);
        turnTo(shown);
    }

    private void furnish() {
        window.addStatus(statusView, statusView::focusLeave);
        window.add(Screen.CONNECTION, connectionView, connectionView::focusEntry);
        setup.furnish(window, texts);
        window.add(Screen.SIGN_ON, signOnView, signOnView::restart);
        SalesFloor open = floor;
        if (open != null) {
            open.furnish(window, texts);
        }
        frame.show(window);
    }

    // ---------------------------------------------------------------- from screen to screen

    void turnTo(Screen screen) {
        window.show(screen);
    }

    void say(Announcement said) {
        SalesFloor open = floor;
        switch (window.shown()) {
            case CONNECTION -> connection.say(said);
            case SIGN_ON -> signOn.say(said);
            case DEVICES -> setup.model().say(said);
            default -> {
                if (open != null) {
                    open.say(window.shown(), said);
                }
            }
        }
    }

    private void enrolled() {
        placeChanged();
        turnTo(Screen.SIGN_ON);
        signOn.begin(false);
        signOn.say(Announcement.done(texts.text("connection.enrolled", place.workstation())));
    }

    private void signedOn(SnapshotMessage.Operator operator) {
        String language = operator.language();
        SalesFloor open = floor;
        boolean isFirst = open == null;
        if (open == null) {
            open = new SalesFloor(parts, this, pictures, texts);
            floor = open;
            open.furnish(window, texts);
        }
        parts.sale().signedOn(operator, texts);
        if (language != null && !language.equals(texts.language()) && Texts.LANGUAGES.contains(language)) {
            speak(Texts.of(language));
        }
        placeChanged();
        open.begin(isFirst, recovered());
        if (isFirst) {
            parts.till().fault().ifPresent(fault -> say(Announcement.warning(texts.text(fault))));
        }
    }

    /** A sale that a crash or a power cut interrupted is offered again, once. */
    private boolean recovered() {
        try {
            return parts.till().isOpen() && parts.sale().recover();
        } catch (JournalException e) {
            say(Announcement.refused(texts.text(e.notice())));
            return false;
        }
    }

    /** Signs off for good; only without a sale. */
    void signOff() {
        parts.sale().operator().ifPresent(operator -> parts.background().execute(() -> {
            try {
                parts.signOn().signOff(operator);
            } catch (JournalException e) {
                events.execute(() -> say(Announcement.refused(texts.text(e.notice()))));
            }
        }));
        leaveToSignOn(false);
    }

    private void leaveToSignOn(boolean saleWaits) {
        setup.abandon();
        SalesFloor open = floor;
        if (open != null) {
            open.leave(saleWaits);
        }
        parts.sale().signedOff();
        placeChanged();
        turnTo(Screen.SIGN_ON);
        signOn.begin(saleWaits);
    }

    // ---------------------------------------------------------------- what others have to say

    DeviceDesk devices() {
        return devices;
    }

    private void linkChanged(OutboxStatus next) {
        header.status(next);
        status.show();
        boolean isLost = next.connection() == OutboxStatus.Connection.OFFLINE && lastLink != next.connection();
        lastLink = next.connection();
        String why = header.why();
        if (isLost && !why.isEmpty()) {
            say(Announcement.information(texts.text("header.go-on", why)));
        }
        if (statusDesk.hasSpaceBecomeLow()) {
            say(Announcement.warning(
                    texts.text("status.disk.low", Long.toString(Journal.LOW_SPACE_BYTES / BYTES_PER_MEGABYTE))));
        }
    }

    private void catalogueChanged() {
        placeChanged();
        if (window.shown() == Screen.CONNECTION && parts.identity().isPresent()) {
            enrolled(); // by the code that was left for it, without hands
        }
        SalesFloor open = floor;
        if (open != null) {
            open.catalogueChanged();
        }
    }

    private void placeChanged() {
        String store = place.store();
        header.zone(place.zone());
        header.place(place.workstation(), operatorName(), store);
        customer.model().shop(store);
    }

    private String operatorName() {
        return floor == null
                ? ""
                : parts.sale().operator().map(SnapshotMessage.Operator::name).orElse("");
    }
}

package org.tillwright.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card terminal that speaks ZVT over TCP or a serial line, and has books of its own. A person, a script or its mode decides what
 * becomes of a payment; what goes wrong, and where, is chosen by {@link #failAt}. It says one message at a time and waits for the
 * register to confirm it.
 */
public final class TerminalSimulator implements PaymentSimulator {

    /** The password that ZVT terminals leave the factory with. */
    public static final String FACTORY_PASSWORD = "000000";

    /** Where a payment, refund, reversal or end of day can go wrong, in the order of the dialogue. */
    public enum Step {
        /** The request is here; nothing was said. */
        ASKED,
        /** The terminal said that it has the request. */
        CONFIRMED,
        /** The customer holds the card to it. */
        CARD_READ,
        /** The issuer said yes and it is on the terminal's books; the register has not heard of it. */
        BOOKED,
        /** Half of the result's bytes are on the line. */
        HALF_STATUS,
        /** The result was sent, and not confirmed. */
        STATUS_SENT,
        /** The register confirmed the result. */
        STATUS_CONFIRMED,
        /** Half of a paper's bytes are on the line. */
        HALF_PAPER,
        /** Everything but the last message was sent. */
        BEFORE_COMPLETION,
        /** The last message was sent. */
        COMPLETED
    }

    public enum Failure {
        /** The line breaks, and the terminal stops what it does. */
        CUT,
        /** The line breaks, and the terminal goes on without the register. */
        CUT_AND_GO_ON,
        /** The line breaks, and the terminal undoes what it booked, as the protocol lets it when a result was not confirmed. */
        CUT_AND_UNDO,
        /** The terminal says nothing more to this caller, and stops what it does. */
        SILENCE,
        /** The terminal says nothing more to this caller, and goes on. */
        SILENCE_AND_GO_ON
    }

    /** What begins a dialogue; one that was going on is over then. */
    private static final Set<String> COMMANDS = Set.of("0600", "0601", "0620", "0630", "0631", "0650", "0501");

    private static final String REFUSED_BY_ISSUER = "05";
    private static final String STOPPED = "6c";
    private static final String NOT_POSSIBLE = "b5";
    private static final String NOTHING_TO_REPEAT = "83";

    private final Listener listener;
    private final FarEnd end;
    private final TerminalWire wire;
    private final TerminalBooks books;
    private final TerminalPlay play;
    private Mode mode;
    private @Nullable TerminalWish wish;
    private boolean isCareless;
    private boolean isDeafToRepeats;
    private int busyEnquiries;
    private int config;
    private @Nullable TerminalMovement booked;

    private TerminalSimulator(String where, @Nullable Cable cable, @Nullable Path file, Mode mode, Listener listener)
            throws IOException {
        this.mode = mode;
        this.listener = listener;
        this.wire = TerminalWire.on(!where.startsWith("tcp:"));
        this.books = new TerminalBooks(file);
        this.play = new TerminalPlay(this::wentWrong);
        end = FarEnd.open(where, cable, new FarEnd.Peer() {
            @Override
            public void received(byte[] bytes) throws IOException {
                TerminalSimulator.this.received(bytes);
            }

            @Override
            public void connected() {
                forget();
            }
        });
        play.speaksBy(end, wire);
    }

    /**
     * Puts a terminal at the far end of a line.
     *
     * @param where {@code tcp:PORT}, with 0 for any free one, or the path of a serial port
     * @param cable what {@link #pull} pulls, or null
     */
    public static TerminalSimulator open(String where, @Nullable Cable cable, Mode mode, Listener listener)
            throws IOException {
        return new TerminalSimulator(where, cable, null, mode, listener);
    }

    /** The same; what it moved is kept in a file, and is there again when another one is opened with it. */
    public static TerminalSimulator open(
            String where, @Nullable Cable cable, @Nullable Path books, Mode mode, Listener listener)
            throws IOException {
        return new TerminalSimulator(where, cable, books, mode, listener);
    }

    public int tcpPort() {
        return end.tcpPort();
    }

    @Override
    public List<ScriptCommand> commands() {
        return TerminalScript.with(PaymentSimulator.super.commands(), this);
    }

    @Override
    public synchronized void setMode(Mode next) {
        mode = next;
    }

    /** The next request that comes to this step goes wrong there; those after it do not. */
    public synchronized void failAt(Step step, Failure failure) {
        play.failAt(step, failure);
    }

    /** Calls when the next request comes to this step, before the terminal goes on. */
    public synchronized void onReaching(Step step, Runnable hook) {
        play.onReaching(step, hook);
    }

    /** Whether it tells card numbers, tracks and expiry dates in the clear from now on, as no terminal should. */
    public synchronized void beCareless(boolean careless) {
        isCareless = careless;
    }

    /** Does not know from now on how to tell what was last. */
    public synchronized void knowNoRepeats() {
        isDeafToRepeats = true;
    }

    /** Says to so many enquiries that it is in the middle of something. */
    public synchronized void beBusy(int enquiries) {
        busyEnquiries = enquiries;
    }

    /** The terminal's own list of what it moved, oldest first. */
    public List<TerminalMovement> books() {
        return books.all();
    }

    private synchronized void forget() {
        wire.forget();
        leave();
    }

    private void leave() {
        play.leave();
        wish = null;
        booked = null;
    }

    private void wentWrong(Failure failure) {
        TerminalMovement made = booked;
        if (failure == Failure.CUT_AND_UNDO && made != null) {
            books.book("REVERSAL", made.minor(), made.trace());
        }
        wish = null;
    }

    /** Answers while nobody else may speak: an approval must not overtake the word that the payment was taken. */
    private synchronized void received(byte[] bytes) throws IOException {
        TerminalWire.Taken taken = wire.take(bytes);
        if (taken.messages().stream().anyMatch(message -> COMMANDS.contains(message.command()))) {
            leave(); // a register that asks for something new has given up what was
        }
        if (taken.reply().length > 0 && !play.isMute()) {
            end.send(taken.reply());
        }
        for (TerminalMessage message : taken.messages()) {
            if (!play.isMute()) {
                answer(message);
            }
        }
    }

    private void answer(TerminalMessage asked) throws IOException {
        switch (asked.command()) {
            case "8000" -> {
                play.confirmed();
            }
            case "0600" -> registration(asked);
            case "0601" -> payment(asked.body());
            case "0630" -> reversal(asked.body());
            case "0631" -> refund(asked.body());
            case "0620" -> repeat(asked.body());
            case "0650" -> endOfDay(asked.body());
            case "0501" -> tell(new TerminalMessage("060f", busyEnquiries-- > 0 ? "9c" : "f0f0f3312e3000"));
            case "06b0" -> stopped();
            default -> {
                if (!asked.command().startsWith("84")) {
                    end.send(wire.put(TerminalMessage.of("8483")));
                }
            }
        }
    }

    private void tell(TerminalMessage... messages) throws IOException {
        play.add(TerminalPlay.say(TerminalMessage.ack()));
        for (TerminalMessage message : messages) {
            play.add(TerminalPlay.say(message));
        }
        play.play();
    }

    private void registration(TerminalMessage asked) throws IOException {
        if (!isAllowed(asked.body())) {
            return;
        }
        config = Integer.parseInt(asked.body().substring(6, 8), 16);
        listener.shows("Register signed on");
        tell(new TerminalMessage("060f", "1900" + "29" + TerminalWords.TERMINAL_ID + "490978"));
    }

    private boolean isAllowed(String body) throws IOException {
        if (body.startsWith(FACTORY_PASSWORD)) {
            return true;
        }
        end.send(wire.put(TerminalMessage.of("849a")));
        return false;
    }

    private void payment(String body) throws IOException {
        if (!body.startsWith("04")) {
            end.send(wire.put(TerminalMessage.of("8483")));
            return;
        }
        long minor = Long.parseLong(body.substring(2, 14));
        asked(new TerminalWish("PAYMENT", minor, 0), () -> listener.paymentAsked(minor));
    }

    private void refund(String body) throws IOException {
        if (isAllowed(body)) {
            long minor = Long.parseLong(body.substring(8, 20));
            asked(new TerminalWish("REFUND", minor, 0), () -> listener.refundAsked(minor));
        }
    }

    private void reversal(String body) throws IOException {
        if (!isAllowed(body)) {
            return;
        }
        TerminalMovement undone = books.undoable(body.substring(8, 12)).orElse(null);
        if (undone == null) {
            listener.shows("Nothing to undo");
            tell(new TerminalMessage("061e", NOT_POSSIBLE));
        } else {
            asked(
                    new TerminalWish("REVERSAL", undone.minor(), undone.trace()),
                    () -> listener.refundAsked(undone.minor()));
        }
    }

    private void asked(TerminalWish next, Runnable shown) throws IOException {
        if (mode == Mode.SILENT) {
            return;
        }
        wish = next;
        play.add(TerminalPlay.at(Step.ASKED));
        play.add(new TerminalPlay.Beat(null, shown, TerminalMessage.ack()));
        play.add(TerminalPlay.at(Step.CONFIRMED));
        play.add(TerminalPlay.say(new TerminalMessage("04ff", "0a")));
        play.add(TerminalPlay.at(Step.CARD_READ));
        if (mode == Mode.APPROVE) {
            approval(next);
        } else if (mode == Mode.DECLINE) {
            refusal();
        }
        play.play();
    }

    private void approval(TerminalWish granted) {
        wish = null;
        play.add(new TerminalPlay.Beat(Step.BOOKED, () -> book(granted), null));
        play.add(new TerminalPlay.Beat(Step.HALF_STATUS, () -> play.addFirst(statusOfBooked()), null));
        play.add(TerminalPlay.at(Step.STATUS_CONFIRMED));
        play.add(new TerminalPlay.Beat(null, this::addPapers, null));
        play.add(TerminalPlay.at(Step.BEFORE_COMPLETION));
        play.add(new TerminalPlay.Beat(null, TerminalPlay.NOTHING, TerminalMessage.of("060f"), Step.COMPLETED));
    }

    private void book(TerminalWish granted) {
        booked = books.book(granted.kind(), granted.minor(), granted.reverses());
        listener.shows("Approved");
    }

    private TerminalPlay.Beat statusOfBooked() {
        TerminalMovement made = booked;
        if (made == null) {
            throw new IllegalStateException("nothing was booked");
        }
        return new TerminalPlay.Beat(
                null,
                TerminalPlay.NOTHING,
                new TerminalMessage("040f", TerminalWords.status(made, isCareless)),
                Step.STATUS_SENT);
    }

    private void addPapers() {
        TerminalMovement made = booked;
        if (made == null || (config & 0x02) == 0) {
            return;
        }
        List<TerminalMessage> papers = TerminalWords.papers(made, isCareless, (config & 0x80) != 0);
        play.addFirst(Step.HALF_PAPER, papers);
    }

    private void refusal() {
        wish = null;
        play.add(new TerminalPlay.Beat(
                null, () -> listener.shows("Declined"), new TerminalMessage("040f", "27" + REFUSED_BY_ISSUER)));
        play.add(TerminalPlay.say(new TerminalMessage("061e", REFUSED_BY_ISSUER)));
    }

    private void stopped() throws IOException {
        if (wish == null || mode == Mode.HANG) {
            return;
        }
        wish = null;
        listener.shows("Payment stopped");
        play.stopWaiting();
        tell(new TerminalMessage("061e", STOPPED));
    }

    private void repeat(String body) throws IOException {
        if (mode == Mode.SILENT) {
            return;
        }
        if (isDeafToRepeats) {
            end.send(wire.put(TerminalMessage.of("8483")));
        } else if (isAllowed(body)) {
            TerminalMovement last = books.last().orElse(null);
            if (last == null) {
                tell(new TerminalMessage("061e", NOTHING_TO_REPEAT));
            } else {
                tell(new TerminalMessage("040f", TerminalWords.status(last, isCareless)), TerminalMessage.of("060f"));
            }
        }
    }

    private void endOfDay(String body) throws IOException {
        if (mode == Mode.SILENT || !isAllowed(body)) {
            return;
        }
        for (TerminalPlay.Beat beat : TerminalDay.closing(books, listener)) {
            play.add(beat);
        }
        play.play();
    }

    @Override
    public synchronized void approve() throws IOException {
        TerminalWish waiting = wish;
        if (waiting != null) {
            approval(waiting);
            play.play();
        }
    }

    @Override
    public synchronized void decline() throws IOException {
        if (wish != null) {
            refusal();
            play.play();
        }
    }

    @Override
    public void pull() {
        end.pull();
    }

    @Override
    public void plugIn() throws IOException {
        end.plugIn();
    }

    @Override
    public void close() {
        end.close();
    }
}

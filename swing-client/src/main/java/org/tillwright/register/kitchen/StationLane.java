package org.tillwright.register.kitchen;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.StationState;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.KitchenTickets;
import org.tillwright.register.journal.KitchenTickets.State;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;

/** Brings the tickets of one station to its printer, one after the other and in their order, for as long as it takes. */
final class StationLane {

    /** A printer that was away is looked for this often. */
    static final Duration RETRY = Duration.ofSeconds(3);

    /** There is nothing to do; whoever makes a ticket rings. */
    private static final Duration REST = Duration.ofHours(1);

    /** With these no byte has left the register. */
    private static final Set<Trouble> CERTAINLY_NOT =
            EnumSet.of(Trouble.ABSENT, Trouble.BUSY, Trouble.NOT_ALLOWED, Trouble.NO_DRIVER);

    private static final Logger LOG = System.getLogger(StationLane.class.getName());

    private final String station;
    private final KitchenTickets tickets;
    private final Catalogues catalogues;
    private final KitchenListener listener;
    private final AtomicReference<@Nullable Trial> trial = new AtomicReference<>();
    private volatile ReceiptPrinter printer;
    private volatile StationState state = StationState.UNUSED;
    private @Nullable Trouble troubled;
    private @Nullable UUID inHand;

    StationLane(
            String station,
            ReceiptPrinter printer,
            KitchenTickets tickets,
            Catalogues catalogues,
            KitchenListener listener) {
        this.station = station;
        this.printer = printer;
        this.tickets = tickets;
        this.catalogues = catalogues;
        this.listener = listener;
    }

    /** Brings its tickets to another printer from the next one on. */
    void use(ReceiptPrinter next) {
        printer = next;
        state = StationState.UNUSED;
    }

    /** How its printer did last. Any thread. */
    StationState state() {
        return state;
    }

    /** A printer that was closed under a job says nothing of the one that took its place. */
    private void did(ReceiptPrinter asked, StationState now) {
        if (asked == printer) {
            state = now;
            listener.did(station, now);
        }
    }

    /** Prints something that is no ticket at the next turn; before another one that nobody waits for any more. */
    CompletableFuture<Void> tryOut(IntFunction<Receipt> paper) {
        Trial next = new Trial(paper, new CompletableFuture<>());
        Trial before = trial.getAndSet(next);
        if (before != null) {
            before.done().cancel(false);
        }
        return next.done();
    }

    private record Trial(IntFunction<Receipt> paper, CompletableFuture<Void> done) {}

    private void run(Trial asked) {
        ReceiptPrinter now = printer;
        try {
            now.print(asked.paper().apply(now.columns()));
            did(now, StationState.WELL);
            asked.done().complete(null);
        } catch (DeviceException e) {
            did(now, StationState.troubled(e.trouble()));
            asked.done().completeExceptionally(e);
        }
    }

    /** Prints one ticket, if there is one, and returns how long to rest after it. */
    Duration turn() {
        Trial asked = trial.getAndSet(null);
        if (asked != null) {
            run(asked);
            return Duration.ZERO;
        }
        try {
            Catalogue catalogue = catalogues.newest().orElse(null);
            Optional<KitchenTickets.Ticket> next = catalogue == null ? Optional.empty() : take();
            if (catalogue == null || next.isEmpty()) {
                return REST;
            }
            return print(next.get(), catalogue);
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "the tickets of " + station + " cannot be read: " + e.getMessage());
            return RETRY;
        } finally {
            putDown();
        }
    }

    private synchronized Optional<KitchenTickets.Ticket> take() throws JournalException {
        Optional<KitchenTickets.Ticket> next = tickets.next(station);
        inHand = next.map(KitchenTickets.Ticket::id).orElse(null);
        return next;
    }

    private synchronized void putDown() {
        inHand = null;
    }

    /** Does something with a ticket unless it is being printed at this moment; returns whether it was done. */
    synchronized boolean unlessInHand(UUID ticketId, JournalWork work) throws JournalException {
        if (ticketId.equals(inHand)) {
            return false;
        }
        work.run();
        return true;
    }

    private Duration print(KitchenTickets.Ticket ticket, Catalogue catalogue) throws JournalException {
        KitchenTicket said;
        try {
            said = WireJson.read(ticket.body(), KitchenTicket.class);
        } catch (MalformedMessageException e) {
            LOG.log(Logger.Level.ERROR, "a ticket of " + station + " cannot be read and is left out", e);
            tickets.is(ticket.id(), State.PRINTED);
            return Duration.ZERO;
        }
        boolean mayBeRepeat = ticket.state() == State.TRIED;
        tickets.is(ticket.id(), State.TRIED);
        ReceiptPrinter now = printer;
        try {
            String elsewhere = said.stationId().equals(station) ? null : station;
            now.print(new TicketPaper(said, catalogue, now.columns()).lay(mayBeRepeat, elsewhere));
            did(now, StationState.WELL);
        } catch (DeviceException e) {
            did(now, StationState.troubled(e.trouble()));
            if (CERTAINLY_NOT.contains(e.trouble()) || !e.mayBeDone()) {
                tickets.is(ticket.id(), ticket.state());
            }
            failed(e.trouble());
            return RETRY;
        }
        tickets.is(ticket.id(), State.PRINTED);
        if (troubled != null && tickets.next(station).isEmpty()) {
            troubled = null;
            listener.recovered(station);
        }
        return Duration.ZERO;
    }

    private void failed(Trouble trouble) throws JournalException {
        if (trouble != troubled && trouble != Trouble.CLOSED) {
            troubled = trouble;
            long waiting = tickets.waiting().stream()
                    .filter(each -> each.station().equals(station))
                    .count();
            listener.failed(station, trouble, waiting);
        }
    }

    /** Something that is done in the journal. */
    @FunctionalInterface
    interface JournalWork {
        void run() throws JournalException;
    }
}

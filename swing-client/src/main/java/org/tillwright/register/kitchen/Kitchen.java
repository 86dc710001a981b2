package org.tillwright.register.kitchen;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.BusinessDay;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.Receipt;
import org.tillwright.register.device.ReceiptPrinter;
import org.tillwright.register.device.StationState;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.KitchenTickets;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.kitchen.KitchenTicket.Change;
import org.tillwright.register.outbox.DutyThread;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.PickupNumber;
import org.tillwright.wire.shop.KitchenRules;

/**
 * The stations whose printers this register knows. What it is told is on disk when {@link #tell} returns; printing goes on by
 * itself, on a thread for each station.
 */
public final class Kitchen implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Kitchen.class.getName());

    /** How long after they were told stations may still be making something; later, calling it off helps nobody. */
    public static final Duration IN_THE_MAKING = Duration.ofHours(1);

    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final PickupNumbers pickups;
    private final Catalogues catalogues;
    private final Map<String, StationLane> lanes = new ConcurrentHashMap<>();
    private final Map<String, DutyThread> threads = new ConcurrentHashMap<>();
    private volatile Map<String, ReceiptPrinter> printers = Map.of();
    private volatile boolean isStarted;
    private volatile KitchenListener listener = KitchenListener.NOBODY;
    private volatile BiConsumer<String, StationState> keeper = (station, state) -> {};

    /**
     * @param printers by the id of their station; closed with this
     */
    public Kitchen(
            Journal journal,
            Catalogues catalogues,
            Clock clock,
            Supplier<UUID> ids,
            Map<String, ReceiptPrinter> printers) {
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.catalogues = catalogues;
        this.pickups = new PickupNumbers(journal);
        use(printers);
    }

    /**
     * Prints by these printers from now on, and closes those before them. What waits for a station goes to its new printer.
     *
     * @param next by the id of their station; closed with this
     */
    public synchronized void use(Map<String, ReceiptPrinter> next) {
        Map<String, ReceiptPrinter> before = printers;
        printers = Map.copyOf(next);
        before.values().forEach(ReceiptPrinter::close);
        for (String gone : before.keySet()) {
            DutyThread thread = next.containsKey(gone) ? null : threads.remove(gone);
            if (thread != null) {
                lanes.remove(gone);
                thread.close();
            }
        }
        next.forEach(this::use);
    }

    private void use(String station, ReceiptPrinter printer) {
        StationLane lane = lanes.get(station);
        if (lane != null) {
            lane.use(printer);
            wake(station);
            return;
        }
        StationLane added = new StationLane(station, printer, journal.kitchen(), catalogues, new Told());
        DutyThread thread = new DutyThread("lane station " + station, added::turn);
        lanes.put(station, added);
        threads.put(station, thread);
        if (isStarted) {
            thread.start();
        }
    }

    /** Starts to print what waits. */
    public synchronized void start() {
        isStarted = true;
        try {
            journal.kitchen().forget(clock.instant());
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "old tickets were not cleared away: " + e.getMessage());
        }
        threads.values().forEach(DutyThread::start);
    }

    /** Tells somebody from now on how the printers are doing; before, nobody hears it. */
    public void listen(KitchenListener who) {
        listener = who;
    }

    /** Tells somebody from now on, on a station's own thread, how its printer did each time; before, nobody keeps it. */
    public void keepStates(BiConsumer<String, StationState> who) {
        keeper = who;
    }

    /** True if this register has the printer of a station; otherwise it tells no kitchen anything. */
    public boolean isThere() {
        return !printers.isEmpty();
    }

    /** The stations whose printers this register has. */
    public Set<String> stations() {
        return printers.keySet();
    }

    /** How the printers of the stations are doing, by the id of their station. */
    public Map<String, StationState> states() {
        Map<String, StationState> states = new TreeMap<>();
        lanes.forEach((station, lane) -> states.put(station, lane.state()));
        return states;
    }

    /** Begins an order, which has a pick-up number of its own from now on. */
    public KitchenOrder begin(Catalogue catalogue) throws JournalException {
        String workstation =
                journal.identity().map(RegisterIdentity::workstationId).orElse("");
        Map<String, String> given = catalogue.shop().kitchen().pickupLetters();
        String letters = given == null ? null : given.get(workstation);
        PickupNumber pickup = pickups.next(
                letters == null ? PickupNumber.lettersOf(workstation) : letters,
                BusinessDay.of(clock.instant(), catalogue.store()));
        return new KitchenOrder(ids.get(), pickup.toString(), 0L, null, List.of(), null);
    }

    /**
     * Tells the stations what is another than they know. On disk with the returned order when it returns, in one commit.
     *
     * @param order what they know
     * @param wanted what they are to know
     * @return what they know now
     * @throws JournalException if it is not on disk; then nobody was told anything
     */
    public KitchenOrder tell(UUID transactionId, KitchenOrder order, List<KitchenLine> wanted, Who who)
            throws JournalException {
        Map<String, List<Change>> changes = KitchenDelta.between(order.told(), wanted);
        if (changes.isEmpty()) {
            return order;
        }
        String label = who.label() == null ? order.label() : who.label();
        List<KitchenTickets.Ticket> tickets = new ArrayList<>();
        changes.forEach((station, each) -> {
            KitchenTicket ticket = new KitchenTicket(
                    ids.get(),
                    order.orderId(),
                    order.pickup(),
                    order.tickets() + 1,
                    station,
                    clock.instant(),
                    who.operatorName(),
                    journal.identity().map(RegisterIdentity::workstationName).orElse(""),
                    label,
                    each);
            tickets.add(new KitchenTickets.Ticket(
                    ticket.ticketId(), station, WireJson.write(ticket), KitchenTickets.State.WAITING));
        });
        KitchenOrder now = order.telling(wanted, label, clock.instant());
        journal.kitchen().send(transactionId, WireJson.write(now), tickets, clock.instant());
        for (String station : changes.keySet()) {
            if (printers.containsKey(station)) {
                wake(station);
            } else {
                listener.missing(station, waitingFor(station));
            }
        }
        return now;
    }

    /**
     * Who takes an order.
     *
     * @param label what it is called, such as a table; null where it stays as it was
     */
    public record Who(String operatorName, @Nullable String label) {}

    /** What the kitchen was told of a sale that was interrupted; a draft may be older. */
    public Optional<KitchenOrder> told(UUID transactionId) throws JournalException {
        return journal.kitchen().order(transactionId).map(body -> WireJson.read(body, KitchenOrder.class));
    }

    /** Keeps with a sale what stations know of it, where they were told under another: a parked order, or a shared bill. */
    public void keep(UUID transactionId, KitchenOrder order) throws JournalException {
        if (!told(transactionId).equals(Optional.of(order))) {
            journal.kitchen().send(transactionId, WireJson.write(order), List.of(), clock.instant());
        }
    }

    /** What stations know of a finished sale, while they may still be making it. */
    public Optional<KitchenOrder> inTheMaking(UUID transactionId) throws JournalException {
        Instant since = clock.instant().minus(IN_THE_MAKING);
        return told(transactionId)
                .filter(order -> !order.told().isEmpty()
                        && order.toldAt() != null
                        && !order.toldAt().isBefore(since));
    }

    /** The tickets that are not known to be on paper, the oldest first. */
    public List<Waiting> waiting() throws JournalException {
        List<Waiting> waiting = new ArrayList<>();
        for (KitchenTickets.Ticket ticket : journal.kitchen().waiting()) {
            try {
                waiting.add(new Waiting(
                        WireJson.read(ticket.body(), KitchenTicket.class),
                        ticket.station(),
                        ticket.state() == KitchenTickets.State.TRIED));
            } catch (MalformedMessageException e) {
                LOG.log(Logger.Level.WARNING, "a ticket cannot be read", e);
            }
        }
        return List.copyOf(waiting);
    }

    /**
     * A ticket on its way.
     *
     * @param station where it is to be printed
     * @param mayBePrinted whether it may be on paper all the same
     */
    public record Waiting(KitchenTicket ticket, String station, boolean mayBePrinted) {}

    /** Stations that a ticket could be printed at in place of its own. */
    public List<String> otherStations(String station) {
        return printers.keySet().stream()
                .filter(each -> !each.equals(station))
                .sorted()
                .toList();
    }

    /**
     * Prints a ticket at another station.
     *
     * @return false if it is being printed at this moment, and stays where it is
     */
    public boolean redirect(UUID ticketId, String from, String to) throws JournalException {
        StationLane lane = lanes.get(from);
        boolean isDone;
        if (lane == null) {
            journal.kitchen().redirect(ticketId, to);
            isDone = true;
        } else {
            isDone = lane.unlessInHand(ticketId, () -> journal.kitchen().redirect(ticketId, to));
        }
        wake(to);
        return isDone;
    }

    /** Looks for every printer at once. */
    public void tryAgain() {
        threads.values().forEach(DutyThread::wake);
    }

    /**
     * Prints something that is no ticket at a station, before whatever waits there.
     *
     * @param paper makes it for so many letters on a line
     * @return done when it is on paper; fails with what the printer's driver said
     */
    public CompletableFuture<Void> tryOut(String station, IntFunction<Receipt> paper) {
        StationLane lane = lanes.get(station);
        if (lane == null) {
            return CompletableFuture.failedFuture(new DeviceException(DeviceKind.PRINTER, Trouble.ABSENT));
        }
        CompletableFuture<Void> done = lane.tryOut(paper);
        wake(station);
        return done;
    }

    private long waitingFor(String station) throws JournalException {
        return journal.kitchen().waiting().stream()
                .filter(each -> each.station().equals(station))
                .count();
    }

    private void wake(String station) {
        DutyThread thread = threads.get(station);
        if (thread != null) {
            thread.wake();
        }
    }

    /** For tests: does what a station's thread does, once. */
    public void turn(String station) {
        Objects.requireNonNull(lanes.get(station), station).turn();
    }

    /** Returns what a station is called, or its id when the shop does not know it any more. */
    public static String nameOf(Catalogue catalogue, String stationId, String language) {
        return catalogue.shop().kitchen().all().stream()
                .filter(station -> station.stationId().equals(stationId))
                .map(KitchenRules.Station::names)
                .map(names -> Shop.named(names, language, catalogue.store().language(), stationId))
                .findFirst()
                .orElse(stationId);
    }

    /** Ends printing: a ticket that is being printed is printed again after the next start, and says so. */
    @Override
    public synchronized void close() {
        printers.values().forEach(ReceiptPrinter::close);
        threads.values().forEach(DutyThread::close);
    }

    /** Whoever listens at the time. */
    private final class Told implements KitchenListener {

        @Override
        public void failed(String stationId, Trouble trouble, long waiting) {
            listener.failed(stationId, trouble, waiting);
        }

        @Override
        public void missing(String stationId, long waiting) {
            listener.missing(stationId, waiting);
        }

        @Override
        public void did(String stationId, StationState state) {
            keeper.accept(stationId, state);
        }

        @Override
        public void recovered(String stationId) {
            listener.recovered(stationId);
        }
    }
}

package org.tillwright.register.fiscal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.fiscal.FiscalDevice;
import org.tillwright.register.device.fiscal.FiscalException;
import org.tillwright.register.device.fiscal.FiscalRequest;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.outbox.DutyThread;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.fiscal.FiscalKind;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalRules;

/**
 * Between journal and paper: has the store's fiscal device sign what is on disk. While the device is away nothing waits for it: the paper
 * says so, and what was not signed is signed when it is back, in the order of the journal.
 *
 * <p>Asking never waits. What talks to the device runs on its lane; {@link #turnAndRest} on a thread of its own.
 */
public final class FiscalStep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FiscalStep.class.getName());

    /** A device that is away is looked for so often: a customer may stand there. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** One that is well is looked at so often, so that its failure is known before the next sale. */
    static final Duration CHECK_EVERY = Duration.ofSeconds(60);

    /** Longest that one turn waits for the lane, which may have other things to do. */
    private static final Duration LANE_PATIENCE = Duration.ofSeconds(60);

    /** Records that one turn has signed; then it looks again. */
    private static final int AT_ONCE = 100;

    /** Refusals that say nothing of the next record. */
    private static final Set<FiscalException.Reason> ONE_RECORD = EnumSet.of(
            FiscalException.Reason.CONFLICT, FiscalException.Reason.NUMBER_TWICE, FiscalException.Reason.NOT_GENUINE);

    /** In place of a reason where the device was never asked. */
    private static final String NOT_ASKED = "NOT_ASKED";

    private final Supplier<Devices> devices;
    private final FiscalBooks books;
    private final Catalogues catalogues;
    private final Clock clock;
    private final DeviceListener listener;
    private volatile @Nullable DeviceException trouble;
    private volatile FiscalState state = FiscalState.NONE;
    private volatile Consumer<FiscalState> changed = now -> {};
    private final DutyThread duty;
    private @Nullable Instant unsignedSince;

    /** @param listener hears, on whatever thread, that the device did not sign */
    public FiscalStep(
            Supplier<Devices> devices, Journal journal, Catalogues catalogues, Clock clock, DeviceListener listener) {
        this.devices = devices;
        this.books = new FiscalBooks(journal, clock);
        this.catalogues = catalogues;
        this.clock = clock;
        this.listener = listener;
        this.duty = new DutyThread("register fiscal step", this::turnAndRest);
    }

    /** Calls this, on the step's own thread, whenever a person would say that something changed. */
    public void onChange(Consumer<FiscalState> user) {
        changed = user;
    }

    /** Begins to look for the device, and to have signed what waits. */
    public void start() {
        duty.start();
    }

    @Override
    public void close() {
        duty.close();
    }

    /** How it stands. Waits for nothing. */
    public FiscalState state() {
        return state;
    }

    /** Looks for the device at once, without waiting for the next time. */
    public void lookNow() {
        duty.wake();
    }

    /**
     * Has a record signed that is on disk, and goes on, with or without a signature: on the device's lane, or here where there is nothing
     * to sign. Never waits.
     *
     * @param then prints; called once
     */
    public void sign(JournalRecord record, Runnable then) {
        DeviceLane<FiscalDevice> lane = devices.get().fiscal().orElse(null);
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (lane == null || catalogue == null || !isSigned(record, catalogue)) {
            then.run();
            return;
        }
        var unused = lane.ask(device -> {
                    answer(device, catalogue, record.sequence());
                    return true;
                })
                .whenComplete((done, failure) -> then.run());
    }

    private static boolean isSigned(JournalRecord record, Catalogue catalogue) {
        RecordKind kind = RecordKind.find(record.kind());
        FiscalKind told = kind == null ? null : FiscalKind.of(kind, record.message(kind.payload()));
        return told != null && rulesOf(catalogue).signs(told);
    }

    /** What the paper of a record says of the device; null where it says nothing. May be asked from any thread. */
    public @Nullable FiscalMessage answerTo(JournalRecord record) {
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (catalogue == null) {
            return null;
        }
        try {
            FiscalMessage unsigned = unsigned(record, catalogue);
            Optional<FiscalMessage> known =
                    unsigned == null ? Optional.empty() : books.answerTo(unsigned.transactionId());
            if (known.isPresent()) {
                return known.get();
            }
            boolean isOwed = devices.get().fiscal().isPresent()
                    && isSigned(record, catalogue)
                    && books.isBusinessOfADevice(record.sequence());
            return isOwed ? unsigned : null;
        } catch (JournalException e) {
            LOG.log(Level.WARNING, "what the fiscal device answered cannot be read; the paper says that it failed", e);
            return unsigned(record, catalogue);
        }
    }

    private @Nullable FiscalMessage unsigned(JournalRecord record, Catalogue catalogue) {
        FiscalRequest request = FiscalRequests.of(record, null);
        return request == null
                ? null
                : new FiscalMessage(
                        catalogue.store().storeId(),
                        catalogue.store().country(),
                        request.transactionId(),
                        request.sequence(),
                        request.kind().name(),
                        null,
                        NOT_ASKED,
                        clock.instant());
    }

    /** On the lane. A device that is known to be away is not waited for: the next turn looks for it. */
    private void answer(FiscalDevice device, Catalogue catalogue, long sequence) throws DeviceException {
        try {
            FiscalRequest request = books.request(sequence);
            if (request != null && !books.isSigned(request.transactionId())) {
                answer(device, catalogue, request);
            }
        } catch (JournalException e) {
            // The device knows its answer, and gives it again when this record is asked about again.
            LOG.log(Level.ERROR, "what the fiscal device answered is not on disk", e);
        }
    }

    private void answer(FiscalDevice device, Catalogue catalogue, FiscalRequest request)
            throws DeviceException, JournalException {
        DeviceException known = trouble;
        try {
            if (known != null) {
                throw known;
            }
            FiscalMessage.Signature signature = device.sign(request);
            if (books.isNumberOfAnother(signature, request.transactionId())) {
                throw new FiscalException(FiscalException.Reason.NUMBER_TWICE);
            }
            books.write(catalogue, request, signature);
        } catch (DeviceException e) {
            trouble = e;
            books.writeFailed(catalogue, request, wordOf(e));
            if (known == null) {
                listener.failed(e);
                duty.wake();
            }
            throw e;
        }
    }

    private static String wordOf(DeviceException failure) {
        return failure instanceof FiscalException refused
                ? refused.reason().name()
                : failure.trouble().name();
    }

    /** Looks for the device, has signed what waits, and says how it stands. Returns how long to rest. */
    public Duration turnAndRest() {
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (catalogue == null) {
            return LOOK_EVERY;
        }
        FiscalRules rules = rulesOf(catalogue);
        try {
            DeviceLane<FiscalDevice> lane = devices.get().fiscal().orElse(null);
            if (lane == null) {
                books.end(rules);
                trouble = null;
                become(new FiscalState(rules, false, null, 0, null, null, FiscalState.Level.WELL));
                return CHECK_EVERY;
            }
            books.begin();
            if (check(lane)) {
                signOwed(lane, catalogue, rules);
            }
            tell(rules, ZoneId.of(catalogue.store().timeZone()));
        } catch (JournalException e) {
            LOG.log(Level.WARNING, "the fiscal step cannot read or write the journal", e);
            return LOOK_EVERY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return trouble == null ? CHECK_EVERY : LOOK_EVERY;
    }

    /** True when the device could sign now. */
    private boolean check(DeviceLane<FiscalDevice> lane) throws InterruptedException {
        return done(lane, device -> {
            try {
                device.check();
                trouble = null;
            } catch (DeviceException e) {
                boolean isNews = trouble == null;
                trouble = e;
                if (isNews) {
                    listener.failed(e);
                }
                throw e;
            }
        });
    }

    private void signOwed(DeviceLane<FiscalDevice> lane, Catalogue catalogue, FiscalRules rules)
            throws JournalException, InterruptedException {
        long newest = books.newestRecord();
        List<Long> owed = books.owed(rules, AT_ONCE);
        while (!owed.isEmpty()) {
            for (long sequence : owed) {
                if (!done(lane, device -> answer(device, catalogue, sequence)) && !goesOn()) {
                    return;
                }
            }
            newest = books.newestRecord();
            List<Long> next = books.owed(rules, AT_ONCE);
            if (next.equals(owed)) {
                return; // none of them can be signed, and no number of tries will do
            }
            owed = next;
        }
        books.nothingOwedUpTo(newest);
    }

    /** A device that refuses one record may well sign the next; that one waits for a person, or for another device. */
    private boolean goesOn() {
        boolean isOfOneRecord = trouble instanceof FiscalException refused && ONE_RECORD.contains(refused.reason());
        if (isOfOneRecord) {
            trouble = null;
        }
        return isOfOneRecord;
    }

    /** Waits for the lane; false when the device did not do it. */
    private static boolean done(DeviceLane<FiscalDevice> lane, DeviceLane.Job<FiscalDevice> job)
            throws InterruptedException {
        try {
            return lane.ask(device -> {
                        job.run(device);
                        return true;
                    })
                    .get(LANE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void tell(FiscalRules rules, ZoneId zone) throws JournalException {
        Instant now = clock.instant();
        Instant since = books.waitingSince(rules).orElse(null);
        Instant before = unsignedSince;
        if (since == null && before != null && before.isBefore(now)) {
            books.addToMonth(now, zone, Duration.between(before, now));
        }
        unsignedSince = since == null ? null : before == null ? since : before;
        become(FiscalState.of(rules, trouble, books.owedCount(rules), unsignedSince, books.inMonth(now, zone), now));
    }

    private void become(FiscalState next) {
        FiscalState before = state;
        state = next;
        if (!next.saysTheSameAs(before)) {
            changed.accept(next);
        }
    }

    private static FiscalRules rulesOf(Catalogue catalogue) {
        return FiscalRules.of(catalogue.store().country());
    }
}

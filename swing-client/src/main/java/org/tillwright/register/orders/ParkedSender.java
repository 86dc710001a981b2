package org.tillwright.register.orders;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.ParkedSales;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.server.OrderServer;
import org.tillwright.register.server.Reply;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.order.ClaimRequest;
import org.tillwright.wire.order.SuspendedSaleMessage;
import org.tillwright.wire.order.SuspendedSaleSummary;
import org.tillwright.wire.order.SuspendedSalesFound;

/**
 * Tells the server of the sales that were parked here, and of those that were resumed here while there was no line. A turn
 * does one piece of work or says how long to rest.
 */
public final class ParkedSender {

    /** How long to rest when there is nothing to tell; a parked sale ends the rest. */
    public static final Duration IDLE_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(ParkedSender.class.getName());

    private final Journal journal;
    private final OrderServer server;
    private final Clock clock;
    private final Backoff backoff;
    private final Rules rules;

    /** Which selling rule a record of now is written under; empty before the first catalogue. */
    @FunctionalInterface
    public interface Rules {
        Optional<SellingRule> now();
    }

    public ParkedSender(Journal journal, OrderServer server, Clock clock, Backoff backoff, Rules rules) {
        this.journal = journal;
        this.server = server;
        this.clock = clock;
        this.backoff = backoff;
        this.rules = rules;
    }

    /** Turns once, and returns how long to rest before the next turn. */
    public Duration turnAndRest() {
        try {
            expire();
            Optional<ParkedSales.Parked> waiting = journal.parked().oldestWaiting();
            if (waiting.isPresent()) {
                return told(waiting.get());
            }
            Optional<ParkedSales.Parked> owed = journal.parked().oldestOwed();
            return owed.isPresent() ? claimed(owed.get()) : looked();
        } catch (JournalException e) {
            LOG.log(Logger.Level.WARNING, "parked sales wait: " + e.getMessage());
            return backoff.next();
        }
    }

    /** What the server was told of and keeps no more has gone on elsewhere: no till names it at its close any longer. */
    private Duration looked() throws JournalException {
        List<ParkedSales.Parked> told = journal.parked().free().stream()
                .filter(parked -> parked.state() == ParkedSales.State.TOLD)
                .toList();
        if (told.isEmpty()) {
            return IDLE_PAUSE;
        }
        Reply<SuspendedSalesFound> reply = server.parkedSales();
        if (reply instanceof Reply.Answered<SuspendedSalesFound> found
                && !found.value().hasMore()) {
            Set<UUID> kept = found.value().sales().stream()
                    .map(SuspendedSaleSummary::suspendedSaleId)
                    .collect(Collectors.toSet());
            for (ParkedSales.Parked parked : told) {
                if (!kept.contains(parked.id())) {
                    journal.parked().takenElsewhere(parked.id());
                }
            }
        }
        return IDLE_PAUSE;
    }

    private Duration told(ParkedSales.Parked parked) throws JournalException {
        Reply<Boolean> reply = server.park(SuspendedSales.messageOf(parked));
        if (reply instanceof Reply.Unreachable || isForLater(reply)) {
            return backoff.next();
        }
        if (reply instanceof Reply.Refused<Boolean> refused) {
            // It can still be resumed here; nobody else will see it.
            LOG.log(
                    Logger.Level.WARNING,
                    "the server does not keep a parked sale: "
                            + refused.problem().detail());
            journal.parked().refused(parked.id());
        } else {
            journal.parked().told(parked.id());
        }
        backoff.reset();
        return Duration.ZERO;
    }

    /** Whoever was first has it; a second sale of it is listed at the server by what the sale itself says. */
    private Duration claimed(ParkedSales.Parked parked) throws JournalException {
        UUID claim = parked.claimId();
        if (claim != null) {
            Reply<SuspendedSaleMessage> reply =
                    server.resume(parked.id(), claim, new ClaimRequest("", clock.instant()));
            if (reply instanceof Reply.Unreachable || isForLater(reply)) {
                return backoff.next();
            }
        }
        journal.parked().settled(parked.id());
        backoff.reset();
        return Duration.ZERO;
    }

    private static boolean isForLater(Reply<?> reply) {
        if (!(reply instanceof Reply.Refused<?> refused)) {
            return false;
        }
        long status = refused.problem().status();
        return status != 400 && status != 404 && status != 409 && status != 422;
    }

    /** What the server never heard of nobody else can record. */
    private void expire() throws JournalException {
        Optional<SellingRule> rule = rules.now();
        if (rule.isEmpty() || journal.identity().isEmpty()) {
            return;
        }
        for (ParkedSales.Parked gone : journal.parked().expire(clock.instant())) {
            SuspendedSaleMessage sale = SuspendedSales.messageOf(gone);
            journal.append(
                    RecordKind.EVENT,
                    rule.get(),
                    new EventMessage(
                            "SUSPENDED_SALE_EXPIRED",
                            journal.identity().orElseThrow().storeId(),
                            sale.operatorId(),
                            clock.instant(),
                            gone.id().toString(),
                            sale.lineCount() + " lines, " + sale.totalMinor() + " " + sale.currency()
                                    + " in minor units"));
        }
    }
}

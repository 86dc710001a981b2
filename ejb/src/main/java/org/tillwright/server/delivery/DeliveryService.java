package org.tillwright.server.delivery;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.REGISTER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.papers.Papers;
import org.tillwright.wire.ReceiptRequestMessage;

/** The door for receipts that are sent. A request is kept at once and sent later: no sale and no register waits for it. */
@Stateless
public class DeliveryService {

    /** Rows in one answer. */
    public static final int MAX_ROWS = 500;

    /** Taken upon itself by one server at a time. */
    static final int BATCH = 10;

    /** Longer than a whole batch can take: only a server that has ended keeps anything so long. */
    static final Duration CLAIM = Duration.ofMinutes(15);

    /** Receipts of one sale that are sent: enough for every mistyped address, too few to fill a mailbox. */
    static final int MOST_OF_A_SALE = 20;

    /** Receipts that one address gets within {@link #ADDRESS_SPAN}, of whichever sales. */
    static final int MOST_TO_AN_ADDRESS = 50;

    static final Duration ADDRESS_SPAN = Duration.ofDays(1);

    /** How long an address is kept whole after its receipt was sent or given up. */
    static final Duration ADDRESS_KEPT = Duration.ofDays(30);

    @Inject
    Deliveries deliveries;

    @Inject
    Papers papers;

    @Inject
    Couriers couriers;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    @Inject
    SecureRandom random;

    /**
     * Keeps a request. One that can never be sent is kept too, and given up at once: the register that told it must not be
     * stopped by it.
     */
    @RolesAllowed(REGISTER)
    public void request(String workstationId, ReceiptRequestMessage request) {
        Instant now = now();
        if (!deliveries.add(workstationId, request, now)) {
            return;
        }
        Channel channel = Channel.find(request.channel());
        if (channel == null) {
            giveUp(
                    request.requestId(),
                    1,
                    Outcome.refused("There is no way of sending called " + request.channel()),
                    now);
        } else if (!channel.takes(request.address())) {
            giveUp(request.requestId(), 1, Outcome.refused("The address is none that anything can be sent to"), now);
        } else if (deliveries.countOfTransaction(request.transactionId()) > MOST_OF_A_SALE
                || deliveries.countTo(request.address(), now.minus(ADDRESS_SPAN)) > MOST_TO_AN_ADDRESS) {
            giveUp(request.requestId(), 1, Outcome.refused("Too many receipts were wanted of this sale or there"), now);
        }
    }

    /**
     * Takes what is due and makes its letters. Open to all inside: the server's own timer asks, and it gives nothing to
     * anybody else.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Deliveries.Claimed> claim() {
        Instant now = now();
        return deliveries.claim(couriers.channels(), BATCH, now, now.plus(CLAIM));
    }

    /** Makes the letter of a request; empty when the sale has not arrived. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Letter> letter(Deliveries.Claimed claimed) {
        return papers.find(claimed.transactionId()).map(paper -> Letters.of(claimed, paper));
    }

    /** Notes how an attempt ended, and when the next one is. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(Deliveries.Claimed claimed, Outcome told) {
        Instant now = now();
        Outcome outcome = told.without(claimed.address());
        int attempts = claimed.attempts() + 1;
        Duration wait = Retry.waitAfter(attempts, random);
        boolean isTooLate = now.plus(wait).isAfter(claimed.triedSince().plus(Retry.GIVEN_UP_AFTER));
        switch (outcome.kind()) {
            case SENT -> {
                deliveries.note(claimed.requestId(), attempts, now, outcome);
                deliveries.settle(claimed.requestId(), "SENT", attempts, now);
            }
            case REFUSED -> giveUp(claimed.requestId(), attempts, outcome, now);
            case LATER -> {
                if (isTooLate) {
                    giveUp(claimed.requestId(), attempts, outcome, now);
                } else {
                    deliveries.note(claimed.requestId(), attempts, now, outcome);
                    deliveries.postpone(claimed.requestId(), attempts, now.plus(wait));
                }
            }
        }
    }

    private void giveUp(UUID requestId, int attempts, Outcome outcome, Instant now) {
        deliveries.note(requestId, attempts, now, outcome);
        deliveries.settle(requestId, "GIVEN_UP", attempts, now);
        audit.record(AuditNote.ofServer("RECEIPT_NOT_SENT", now, requestId.toString(), outcome.detail()));
    }

    /** Shortens some addresses of what was settled long ago, until there are none. Open to the server's own timer only. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int forgetOld() {
        List<UUID> old = deliveries.toForget(now().minus(ADDRESS_KEPT), MAX_ROWS);
        old.forEach(deliveries::forget);
        return old.size();
    }

    /** Returns a store's requests: those given up first, then those that wait, and among equals the newest first. */
    @RolesAllowed(SUPERVISOR)
    public List<DeliveryRow> newest(String storeId) {
        return deliveries.newest(storeId, MAX_ROWS);
    }

    /** Returns what was wanted of one sale's receipt. */
    @RolesAllowed(SUPERVISOR)
    public List<DeliveryRow> ofTransaction(String storeId, UUID transactionId) {
        return deliveries.ofTransaction(storeId, transactionId);
    }

    @RolesAllowed(SUPERVISOR)
    public long countGivenUp(String storeId) {
        return deliveries.countOf(storeId, "GIVEN_UP");
    }

    @RolesAllowed(SUPERVISOR)
    public long countWaiting(String storeId) {
        return deliveries.countOf(storeId, "WAITING");
    }

    /** Returns the ways that requests of a store wait for and that are not set up here, by name. */
    @RolesAllowed(SUPERVISOR)
    public List<String> missing(String storeId) {
        List<String> missing = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (!couriers.channels().contains(channel) && deliveries.countWaiting(storeId, channel) > 0) {
                missing.add(channel.name());
            }
        }
        return missing;
    }

    /**
     * Lets a request be tried again at once, with all its patience from the beginning.
     *
     * @throws Refused with {@code NOT_FOUND} when there is none that could be
     */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public void again(String storeId, UUID requestId, String operatorId) {
        if (!deliveries.again(storeId, requestId, now())) {
            throw new Refused(
                    ProblemCode.NOT_FOUND,
                    "This receipt was sent meanwhile, is being sent just now, or its address is no longer kept;"
                            + " look at the list again.",
                    Refused.Wording.of("transactions.refusal.deliveryGone"));
        }
        audit.record(new AuditNote(
                "RECEIPT_SENT_AGAIN", clock.instant(), storeId, null, operatorId, requestId.toString(), null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

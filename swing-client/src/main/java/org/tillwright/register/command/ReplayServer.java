package org.tillwright.register.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.catalogue.SnapshotPuller;
import org.tillwright.register.command.Replay.ReplayException;
import org.tillwright.register.outbox.Backoff;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.ItemImportAnswer;
import org.tillwright.wire.SignOnAnswer;
import org.tillwright.wire.TillTotals;

/** What a replay asks of the server, with the patience to live through its restart. */
final class ReplayServer {

    /** How long the server may be away before a question to it is given up. Sending records is never given up. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long NOT_FOUND = 404;
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(200);

    private final RegisterParts parts;
    private final Consumer<String> messages;
    private final Clock clock;
    private @Nullable Notice told;

    /**
     * @param messages shows a sentence to the person who started the replay
     */
    ReplayServer(RegisterParts parts, Consumer<String> messages) {
        this.parts = parts;
        this.messages = messages;
        this.clock = parts.platform().clock();
    }

    void enrol(String code) throws ReplayException, InterruptedException {
        answered(() -> {
            try {
                return parts.enrol(code);
            } catch (org.tillwright.register.journal.JournalException e) {
                return new Reply.Unreachable<>(e.notice());
            }
        });
    }

    /** Gets the newest snapshot, at least the one of this number. */
    void pull(long atLeast) throws ReplayException, InterruptedException {
        Backoff backoff = new Backoff(parts.platform().random());
        Instant end = clock.instant().plus(PATIENCE);
        while (parts.puller().turn() == SnapshotPuller.Cycle.OFFLINE
                || parts.catalogues().number() < atLeast) {
            pauseOrGiveUp(parts.watch().status().why(), end, backoff);
        }
    }

    SignOnAnswer signOn(String number, String pin) throws ReplayException, InterruptedException {
        return answered(() -> parts.server().signOn(number, pin));
    }

    ItemImportAnswer importItems(ItemImport items, SignOnAnswer manager) throws ReplayException, InterruptedException {
        return answered(() -> parts.server().post("/items/import", items, manager, ItemImportAnswer.class));
    }

    TillTotals tillTotals(UUID tillSessionId) throws ReplayException, InterruptedException {
        return answered(() -> parts.server().tillTotals(tillSessionId));
    }

    /** Asks whether the server has a transaction from an earlier life of this register. */
    boolean hasTransaction(UUID transactionId) throws ReplayException, InterruptedException {
        Backoff backoff = new Backoff(parts.platform().random());
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            Reply<Boolean> reply = parts.server().hasTransaction(transactionId);
            if (reply instanceof Reply.Answered<Boolean> answered) {
                return answered.value();
            } else if (reply instanceof Reply.Refused<Boolean> refused) {
                if (refused.problem().status() == NOT_FOUND) {
                    return false;
                }
                throw new ReplayException(refused.problem().detail());
            }
            pauseOrGiveUp(((Reply.Unreachable<Boolean>) reply).reason(), end, backoff);
        }
    }

    /** Waits until every record has its answer, however long the server is away. */
    void drain(Consumer<OutboxStatus> progress) throws InterruptedException {
        OutboxStatus status = parts.watch().status();
        while (status.waiting() > 0) {
            progress.accept(status);
            tellOnce(status.why());
            TimeUnit.MILLISECONDS.sleep(WATCH_INTERVAL.toMillis());
            parts.watch().counted();
            status = parts.watch().status();
        }
        progress.accept(status);
    }

    private <T> T answered(Supplier<Reply<T>> question) throws ReplayException, InterruptedException {
        Backoff backoff = new Backoff(parts.platform().random());
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            Reply<T> reply = question.get();
            if (reply instanceof Reply.Answered<T> answered) {
                return answered.value();
            } else if (reply instanceof Reply.Refused<T> refused) {
                throw new ReplayException(refused.problem().detail());
            }
            pauseOrGiveUp(((Reply.Unreachable<T>) reply).reason(), end, backoff);
        }
    }

    private void pauseOrGiveUp(@Nullable Notice why, Instant end, Backoff backoff)
            throws ReplayException, InterruptedException {
        tellOnce(why);
        if (clock.instant().isAfter(end)) {
            throw new ReplayException(
                    why == null ? "The server did not answer." : Texts.of("en").text(why));
        }
        TimeUnit.MILLISECONDS.sleep(backoff.next().toMillis());
    }

    private void tellOnce(@Nullable Notice why) {
        if (why != null && !why.equals(told)) {
            messages.accept(Texts.of("en").text(why) + " Waiting for it.");
        }
        told = why;
    }
}

package org.tillwright.register.returning;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.json.MalformedMessageException;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;

/**
 * Finds receipts: at the server, which knows those of every store and all that came back; without it, this register's own ones
 * with what it knows itself. Looks in the background and answers on the event thread.
 */
public final class ReceiptFinder {

    private static final long NOT_FOUND = 404;

    private final OwnReceipts own;
    private final Function<String, Reply<ReceiptFound>> server;
    private final Executor background;
    private final Executor answers;

    /** @param server asks for a receipt by its code, and waits */
    public ReceiptFinder(
            OwnReceipts own, Function<String, Reply<ReceiptFound>> server, Executor background, Executor answers) {
        this.own = own;
        this.server = server;
        this.background = background;
        this.answers = answers;
    }

    /** What a look came to. */
    record Outcome(@Nullable KnownReceipt found, Notice missing) {

        static Outcome of(KnownReceipt found) {
            return new Outcome(found, Notice.of("returning.found"));
        }

        static Outcome missing(Notice why) {
            return new Outcome(null, why);
        }
    }

    /** Finds the sale of an id. */
    void find(UUID transactionId, Consumer<Outcome> then) {
        find(transactionId.toString(), then);
    }

    /**
     * Finds out what became of one of this register's own sales: told true if it was undone or goods of it came back, as far as
     * the server and this register know.
     *
     * @param then told so, or why it cannot be known
     */
    public void whetherTouched(UUID transactionId, BiConsumer<Boolean, @Nullable Notice> then) {
        background.execute(() -> {
            Boolean touched = null;
            Notice obstacle = null;
            try {
                ReceiptRef ref = ReceiptRef.code(transactionId.toString()).orElseThrow();
                touched = isTouched(own.find(ref), server.apply(transactionId.toString()));
            } catch (JournalException e) {
                obstacle = e.notice();
            }
            boolean isTouched = Boolean.TRUE.equals(touched);
            Notice why = obstacle;
            answers.execute(() -> then.accept(isTouched, why));
        });
    }

    private static boolean isTouched(Optional<KnownReceipt> known, Reply<ReceiptFound> reply) {
        boolean isHere = known.map(KnownReceipt::receipt)
                .filter(ReceiptFinder::isTouched)
                .isPresent();
        return isHere || (reply instanceof Reply.Answered<ReceiptFound> told && isTouched(told.value()));
    }

    private static boolean isTouched(ReceiptFound receipt) {
        return receipt.postVoidedBy() != null || !receipt.returns().isEmpty();
    }

    /** Finds what a person scanned or keyed. */
    void find(String code, Consumer<Outcome> then) {
        Optional<ReceiptRef> ref = ReceiptRef.read(code);
        if (ref.isEmpty()) {
            then.accept(Outcome.missing(Notice.of("returning.no-code", code)));
            return;
        }
        background.execute(() -> {
            Outcome outcome = look(code.strip(), ref.get());
            answers.execute(() -> then.accept(outcome));
        });
    }

    private Outcome look(String code, ReceiptRef ref) {
        try {
            Optional<KnownReceipt> known = own.find(ref);
            String asked = known.map(
                            found -> found.receipt().sale().transactionId().toString())
                    .orElse(code);
            boolean isElsewhere = known.isEmpty()
                    && ref instanceof ReceiptRef.ByNumber number
                    && number.workstationId().isEmpty();
            if (isElsewhere) {
                return Outcome.missing(Notice.of("returning.no-own-number", code));
            }
            Reply<ReceiptFound> reply = server.apply(asked);
            if (reply instanceof Reply.Answered<ReceiptFound> answered) {
                return Outcome.of(KnownReceipt.told(own.withOwn(answered.value())));
            }
            return known.map(ReceiptFinder::byItself).orElseGet(() -> Outcome.missing(why(reply, code)));
        } catch (JournalException e) {
            return Outcome.missing(e.notice());
        } catch (MalformedMessageException e) {
            return Outcome.missing(Notice.of("returning.unreadable", code));
        }
    }

    private static Outcome byItself(KnownReceipt known) {
        return known.isWhole() ? Outcome.of(known) : Outcome.missing(Notice.of("returning.needs-server"));
    }

    private static Notice why(Reply<ReceiptFound> reply, String code) {
        if (reply instanceof Reply.Refused<ReceiptFound> refused) {
            return refused.problem().status() == NOT_FOUND
                    ? Notice.of("returning.unknown", code)
                    : Notice.of("server.says", refused.problem().detail());
        }
        return Notice.of("returning.offline");
    }
}

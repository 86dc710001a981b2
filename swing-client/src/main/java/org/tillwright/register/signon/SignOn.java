package org.tillwright.register.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SnapshotMessage;

/**
 * Signs people on with what the snapshot knows of them, so it works without a server. The check is slow on purpose and
 * runs on a lane of its own, where it waits for no server either; the answer comes through the executor of whoever shows it.
 */
public final class SignOn {

    /** Wrong PINs in a row after which a number is locked. */
    public static final int MAX_WRONG_PINS = 5;

    /** How long a number stays locked at this register; a restart does not shorten it. */
    public static final Duration LOCK = Duration.ofMinutes(5);

    private static final String NOTE = "sign-on.";

    private final Catalogues catalogues;
    private final Journal journal;
    private final Clock clock;
    private final Executor lane;
    private final Executor answers;

    public SignOn(Catalogues catalogues, Journal journal, Clock clock, Executor lane, Executor answers) {
        this.catalogues = catalogues;
        this.journal = journal;
        this.clock = clock;
        this.lane = lane;
        this.answers = answers;
    }

    /** Checks number and PIN, writes down who signed on, and answers. Never waits. */
    public void signOn(String number, String pin, Consumer<SignOnOutcome> answer) {
        lane.execute(() -> {
            SignOnOutcome outcome = check(number.strip(), pin, "SIGNED_ON");
            answers.execute(() -> answer.accept(outcome));
        });
    }

    /** Checks number and PIN of somebody who stays beside the person signed on; what they then do is written down there. */
    public void identify(String number, String pin, Consumer<SignOnOutcome> answer) {
        lane.execute(() -> {
            SignOnOutcome outcome = check(number.strip(), pin, null);
            answers.execute(() -> answer.accept(outcome));
        });
    }

    /** Answers for somebody whose badge alone is enough, unless wrong PINs have locked the number. */
    public void identified(SnapshotMessage.Operator who, Consumer<SignOnOutcome> answer) {
        lane.execute(() -> {
            SignOnOutcome outcome = unlessLocked(who);
            answers.execute(() -> answer.accept(outcome));
        });
    }

    /** Finds whose badge it is; empty for a badge that nobody has, or has no more. */
    public Optional<SnapshotMessage.Operator> ofBadge(String scanned) {
        return catalogues.newest().flatMap(catalogue -> catalogue.operatorByBadge(scanned));
    }

    private SignOnOutcome unlessLocked(SnapshotMessage.Operator who) {
        try {
            Tries tries = Tries.read(journal.note(NOTE + who.number()).orElse(""));
            return tries.isLocked(clock.instant())
                    ? new SignOnOutcome.Locked(tries.lockedUntil())
                    : new SignOnOutcome.SignedOn(who);
        } catch (JournalException e) {
            return new SignOnOutcome.Said(e.notice());
        }
    }

    /** Writes down that a person signed off. */
    public void signOff(SnapshotMessage.Operator operator) throws JournalException {
        event("SIGNED_OFF", operator.operatorId(), null);
    }

    private SignOnOutcome check(String number, String pin, @Nullable String event) {
        Catalogue catalogue = catalogues.newest().orElse(null);
        if (catalogue == null) {
            return new SignOnOutcome.Said(Notice.of("sign-on.no-catalogue"));
        }
        try {
            return check(catalogue.operatorByNumber(number), number, pin, event);
        } catch (JournalException e) {
            return new SignOnOutcome.Said(e.notice());
        }
    }

    private SignOnOutcome check(
            Optional<SnapshotMessage.Operator> found, String number, String pin, @Nullable String event)
            throws JournalException {
        Tries tries = Tries.read(journal.note(NOTE + number).orElse(""));
        Instant now = clock.instant();
        if (tries.isLocked(now)) {
            return new SignOnOutcome.Locked(tries.lockedUntil());
        }
        String verifier = found.map(SnapshotMessage.Operator::pinVerifier).orElse(null);
        if (verifier == null || !PinVerifier.matches(pin, verifier)) {
            return wrong(found.orElse(null), number, tries);
        }
        if (tries.wrong() > 0) {
            journal.note(NOTE + number, "");
        }
        if (event != null) {
            event(event, found.get().operatorId(), null);
        }
        return new SignOnOutcome.SignedOn(found.get());
    }

    private SignOnOutcome wrong(SnapshotMessage.@Nullable Operator operator, String number, Tries before)
            throws JournalException {
        String operatorId = operator == null ? null : operator.operatorId();
        int wrong = before.wrong() + 1;
        if (operator == null) {
            return new SignOnOutcome.Wrong(MAX_WRONG_PINS); // nothing to lock, and no note for every number ever keyed
        }
        event("PIN_WRONG", operatorId, "number " + number);
        if (wrong < MAX_WRONG_PINS) {
            journal.note(NOTE + number, new Tries(wrong, Instant.EPOCH).text());
            return new SignOnOutcome.Wrong(MAX_WRONG_PINS - wrong);
        }
        Instant until = clock.instant().plus(LOCK);
        journal.note(NOTE + number, new Tries(0, until).text());
        event("SIGN_ON_LOCKED", operatorId, "number " + number + " until " + until);
        return new SignOnOutcome.Locked(until);
    }

    private void event(String event, @Nullable String operatorId, @Nullable String detail) throws JournalException {
        Catalogue catalogue =
                catalogues.newest().orElseThrow(() -> new IllegalStateException("nobody signs on without a catalogue"));
        journal.append(
                RecordKind.EVENT,
                new SellingRule(catalogue.number(), catalogue.taxPolicy()),
                new EventMessage(event, catalogue.store().storeId(), operatorId, clock.instant(), null, detail));
    }

    /** Wrong PINs so far, and until when the number is locked; kept as text in the journal. */
    private record Tries(int wrong, Instant lockedUntil) {

        static Tries read(String text) {
            List<String> parts = List.of(text.split(";", -1));
            return parts.size() == 2
                    ? new Tries(Integer.parseInt(parts.get(0)), Instant.parse(parts.get(1)))
                    : new Tries(0, Instant.EPOCH);
        }

        String text() {
            return wrong + ";" + lockedUntil;
        }

        boolean isLocked(Instant now) {
            return now.isBefore(lockedUntil);
        }
    }
}

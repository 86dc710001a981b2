package org.tillwright.register.fiscal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.fiscal.FiscalRequest;
import org.tillwright.register.journal.ChainHead;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.SellingRule;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.fiscal.FiscalKind;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.fiscal.FiscalRules;
import org.tillwright.wire.json.WireJson;

/**
 * What the journal knows of the fiscal step: which records were signed, which wait for it, and since when. Everything is read from the
 * journal, so that a restart forgets nothing. Any thread may call it.
 */
final class FiscalBooks {

    /** Up to this record nothing waits; the first is the newest when a device was first there. */
    private static final String MARK = "fiscal.mark";

    /** How long the register sold without its device in a month, all times together that are over. */
    private static final String MONTH = "fiscal.month";

    /** Kinds of records that a device may have to sign; of sales that are practised or given up only where the law says so. */
    private static final List<RecordKind> KINDS =
            List.of(RecordKind.SALE, RecordKind.TRAINING_SALE, RecordKind.SALE_VOIDED);

    private final Journal journal;
    private final Clock clock;

    FiscalBooks(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The register has a device: whatever is recorded from now on is its business. Can be called again. */
    void begin() throws JournalException {
        if (journal.note(MARK).isEmpty()) {
            journal.note(MARK, Long.toString(journal.nextSequence() - 1));
        }
        for (StoredRecord record : journal.since(journal.fiscal().newest() + 1, RecordKind.FISCAL)) {
            note(record.sequence(), read(record).message(FiscalMessage.class));
        }
    }

    /** The register has no device any more, and nothing waits for one: what is sold meanwhile is nobody's business later. */
    void end(FiscalRules rules) throws JournalException {
        if (journal.note(MARK).isPresent() && owedCount(rules) == 0) {
            journal.jot(MARK, Long.toString(journal.nextSequence() - 1));
        }
    }

    private long mark() throws JournalException {
        return journal.note(MARK).map(Long::parseLong).orElse(Long.MAX_VALUE);
    }

    private static List<RecordKind> kinds(FiscalRules rules) {
        return KINDS.stream().filter(kind -> isSigned(kind, rules)).toList();
    }

    private static boolean isSigned(RecordKind kind, FiscalRules rules) {
        return switch (kind) {
            case TRAINING_SALE -> rules.signs(FiscalKind.TRAINING);
            case SALE_VOIDED -> rules.signs(FiscalKind.GIVEN_UP);
            default -> true;
        };
    }

    /** Records that wait for the device, oldest first. */
    List<Long> owed(FiscalRules rules, int most) throws JournalException {
        return journal.fiscal().owed(mark(), kinds(rules), most);
    }

    long owedCount(FiscalRules rules) throws JournalException {
        return journal.fiscal().owedCount(mark(), kinds(rules));
    }

    /** Remembers that nothing waits up to a record, so that nobody looks through all records again. */
    void nothingOwedUpTo(long sequence) throws JournalException {
        if (sequence > mark()) {
            journal.jot(MARK, Long.toString(sequence));
        }
    }

    long newestRecord() {
        return journal.nextSequence() - 1;
    }

    /** When the oldest record that waits was made. */
    Optional<Instant> waitingSince(FiscalRules rules) throws JournalException {
        List<Long> oldest = owed(rules, 1);
        return oldest.isEmpty() ? Optional.empty() : journal.find(oldest.get(0)).map(StoredRecord::madeAt);
    }

    boolean isSigned(UUID transactionId) throws JournalException {
        return journal.fiscal().isSigned(transactionId);
    }

    boolean isNumberOfAnother(FiscalMessage.Signature signature, UUID transactionId) throws JournalException {
        return journal.fiscal().isGivenToAnother(signature.deviceId(), signature.number(), transactionId);
    }

    /** The newest answer to a transaction. */
    Optional<FiscalMessage> answerTo(UUID transactionId) throws JournalException {
        OptionalLong found = journal.fiscal().answerTo(transactionId);
        Optional<StoredRecord> record = found.isPresent() ? journal.find(found.getAsLong()) : Optional.empty();
        return record.filter(stored -> stored.kind().equals(RecordKind.FISCAL.name()))
                .map(stored -> read(stored).message(FiscalMessage.class))
                .filter(told -> told.transactionId().equals(transactionId));
    }

    /** True if a record is one that waits for the device, or did. */
    boolean isBusinessOfADevice(long sequence) throws JournalException {
        return sequence > mark();
    }

    /** What the device is to be told of a record; null when it is none of its business. */
    @Nullable
    FiscalRequest request(long sequence) throws JournalException {
        StoredRecord record = journal.find(sequence).orElse(null);
        ChainHead head = journal.headAt(sequence);
        return record == null
                ? null
                : FiscalRequests.of(read(record), head.sequence() == sequence ? head.head() : null);
    }

    /** Writes an answer down, and waits until it is on disk: only then may it be printed. */
    void write(Catalogue catalogue, FiscalRequest request, FiscalMessage.Signature signature) throws JournalException {
        write(catalogue, request, signature, null);
    }

    /** Writes down that a record was not signed; once, however often it is tried. */
    void writeFailed(Catalogue catalogue, FiscalRequest request, String why) throws JournalException {
        if (journal.fiscal().answerTo(request.transactionId()).isEmpty()) {
            write(catalogue, request, null, why);
        }
    }

    private void write(
            Catalogue catalogue,
            FiscalRequest request,
            FiscalMessage.@Nullable Signature signature,
            @Nullable String failure)
            throws JournalException {
        FiscalMessage message = new FiscalMessage(
                catalogue.store().storeId(),
                catalogue.store().country(),
                request.transactionId(),
                request.sequence(),
                request.kind().name(),
                signature,
                failure,
                clock.instant());
        JournalRecord record = journal.appendSoon(
                RecordKind.FISCAL, new SellingRule(catalogue.number(), catalogue.taxPolicy()), message);
        note(record.sequence(), message);
        journal.sync();
    }

    private void note(long sequence, FiscalMessage message) throws JournalException {
        FiscalMessage.Signature signature = message.signature();
        if (signature != null
                || journal.fiscal().answerTo(message.transactionId()).isEmpty()) {
            journal.fiscal()
                    .put(
                            message.transactionId(),
                            sequence,
                            signature == null ? null : signature.deviceId(),
                            signature == null ? null : signature.number());
        }
    }

    /** How long the register sold without its device in the month of {@code now}, before the time that goes on. */
    Duration inMonth(Instant now, ZoneId zone) throws JournalException {
        String[] words = journal.note(MONTH).orElse("").split(" ", -1);
        boolean isThisMonth = words.length == 2 && words[0].equals(monthOf(now, zone));
        return isThisMonth ? Duration.ofSeconds(Long.parseLong(words[1])) : Duration.ZERO;
    }

    /** A time without the device is over. */
    void addToMonth(Instant now, ZoneId zone, Duration time) throws JournalException {
        long seconds = inMonth(now, zone).plus(time).toSeconds();
        journal.jot(MONTH, monthOf(now, zone) + " " + seconds);
    }

    private static String monthOf(Instant now, ZoneId zone) {
        return YearMonth.from(now.atZone(zone)).toString();
    }

    private static JournalRecord read(StoredRecord record) {
        return WireJson.read(record.body(), JournalRecord.class);
    }
}

package org.tillwright.server.settlement;

import static org.tillwright.server.Roles.MANAGER;
import static org.tillwright.server.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.audit.AuditService;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.CardNumbers;
import org.tillwright.wire.PayoutAnswer;

/**
 * The door for acquirers' files. A file is taken whole or not at all, once for a store; each of its lines once too, whatever file
 * brings it. One file of a store is matched after the other.
 */
@Stateless
public class PayoutService {

    /** The largest file. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Files in one answer. */
    public static final int MAX_FILES = 200;

    /** Open lines of earlier files that are tried again with each new one. */
    private static final int MOST_TRIED_AGAIN = 5_000;

    private static final int MOST_NAME = 200;

    @Inject
    PayoutFiles files;

    @Inject
    PayoutLines lines;

    @Inject
    TakenTenders tenders;

    @Inject
    SettlementBooks books;

    @Inject
    StoreService stores;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Takes a file for a store, and matches it with what the store's tills took.
     *
     * @param columns how its columns are called; null for what was said last
     * @throws Refused with every fault of the file; nothing of it was taken
     */
    @RolesAllowed(MANAGER)
    public PayoutAnswer upload(
            String storeId, String fileName, byte[] content, @Nullable String columns, String operatorId) {
        files.takeTurn(storeId); // before the first look: what others wrote while this one waited must be seen
        StoreDetail store = stores.find(storeId)
                .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "."));
        if (content.length > MOST_BYTES) {
            throw new Refused(
                    ProblemCode.TOO_LARGE,
                    "A payout file has at most " + MOST_BYTES / 1024 / 1024 + " MiB; split it.",
                    Refused.Wording.of("settlement.refusal.tooLarge", MOST_BYTES / 1024 / 1024));
        }
        String hash = hash(content);
        Optional<UUID> before = files.find(storeId, hash);
        if (before.isPresent()) {
            return answer(storeId, before.get(), true);
        }
        String said = columns == null ? files.columns(storeId).orElse("") : columns;
        PayoutRead read = read(content, said, store.currency());
        requireSound(read, fileName);
        PayoutFiles.NewFile file = new PayoutFiles.NewFile(
                UUID.randomUUID(), storeId, shortened(fileName), hash, read.format(), operatorId);
        take(store, file, read.lines());
        if (columns != null && read.format() == PayoutRead.Format.CSV) {
            files.keepColumns(storeId, columns);
        }
        return answer(storeId, file.fileId(), false);
    }

    private static void requireSound(PayoutRead read, String fileName) {
        if (!read.faults().isEmpty()) {
            throw new Refused(
                    ProblemCode.UNSOUND_ENTRY,
                    "Nothing of " + shortened(fileName) + " was taken: it has faults; mend them and upload it again.",
                    read.faults(),
                    Refused.Wording.of("settlement.refusal.faults", shortened(fileName)));
        }
    }

    private static PayoutRead read(byte[] content, String columns, String currency) {
        String text = text(content);
        return text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<")
                ? PayoutCamt.read(content)
                : PayoutCsv.read(text, PayoutColumns.of(columns), currency);
    }

    /** UTF-8, or what Windows writes in western Europe where it cannot be that. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private void take(StoreDetail store, PayoutFiles.NewFile file, List<PayoutLine> all) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String storeId = store.storeId();
        Map<String, Boolean> terminals = new HashMap<>();
        List<PayoutLine> own = all.stream()
                .filter(line -> line.terminalId() == null
                        || terminals.computeIfAbsent(line.terminalId(), id -> isOwn(storeId, id)))
                .toList();
        Map<String, PayoutLine> keyed = LineKeys.of(own);
        Set<String> known = lines.known(storeId, keyed.keySet());
        keyed.keySet().removeAll(known);
        files.add(file, keyed.size(), known.size(), all.size() - own.size(), now);
        lines.add(file.fileId(), storeId, keyed);
        LocalDate today = store.businessDayAt(now);
        List<StoredLine> fresh = lines.ofFile(file.fileId());
        Map<StoredLine, Matching.Finding> findings = match(storeId, fresh, tenders::between);
        lines.settle(findings, now);
        books.payout(file.fileId(), storeId, bookedOn(fresh, today), findings);
        audit.record(new AuditNote(
                "PAYOUT_UPLOADED",
                now,
                storeId,
                null,
                file.by(),
                file.fileName(),
                keyed.size() + " lines, " + known.size() + " known before, sha256 " + file.contentHash()));
        tryAgain(storeId, today, now);
    }

    /** A terminal that only other stores have is theirs; one that nobody has is looked into here. */
    private boolean isOwn(String storeId, String terminalId) {
        return !tenders.isTerminal(terminalId) || tenders.isTerminalOf(storeId, terminalId);
    }

    private static LocalDate bookedOn(List<StoredLine> fresh, LocalDate today) {
        return fresh.stream()
                .map(stored -> stored.line().paidOn())
                .filter(day -> day != null && !day.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    /** Finds tenders between two days. */
    @FunctionalInterface
    private interface Among {
        List<TakenTender> between(String storeId, LocalDate first, LocalDate last);
    }

    private static Map<StoredLine, Matching.Finding> match(String storeId, List<StoredLine> wanted, Among among) {
        Map<StoredLine, Matching.Finding> findings = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return findings;
        }
        List<LocalDate> days = wanted.stream()
                .map(stored -> stored.line().happenedOn())
                .sorted()
                .toList();
        List<TakenTender> near = among.between(
                storeId,
                days.get(0).minusDays(Matching.DAYS_BESIDE),
                days.get(days.size() - 1).plusDays(Matching.DAYS_BESIDE));
        Map<Integer, StoredLine> byNumber = new HashMap<>();
        wanted.forEach(stored -> byNumber.put(stored.line().number(), stored));
        Matching.of(wanted.stream().map(StoredLine::line).toList(), near)
                .forEach((line, finding) -> findings.put(byNumber.get(line.number()), finding));
        return findings;
    }

    /**
     * Tries lines again that fitted nothing: their sale may have come since, from a register that had been offline.
     *
     * @return how many found their tender
     */
    @RolesAllowed(MANAGER)
    public long matchAgain(String storeId) {
        files.takeTurn(storeId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoreDetail store = stores.find(storeId)
                .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "There is no store " + storeId + "."));
        return tryAgain(storeId, store.businessDayAt(now), now);
    }

    private long tryAgain(String storeId, LocalDate today, Instant now) {
        // Lines may be of years: only tenders that are left are looked at, which say nothing of those that are paid.
        Map<StoredLine, Matching.Finding> findings =
                match(storeId, lines.toMatch(storeId, MOST_TRIED_AGAIN), tenders::unsettledBetween);
        findings.values().removeIf(finding -> finding.reason() == OpenReason.NO_TENDER);
        lines.settle(findings, now);
        long found = 0;
        for (Map.Entry<StoredLine, Matching.Finding> each : findings.entrySet()) {
            TakenTender tender = each.getValue().near();
            if (each.getValue().how() != null && tender != null) {
                books.matchedLater(each.getKey(), storeId, new SettlementBooks.On(today, now), tender);
                found++;
            }
        }
        return found;
    }

    /** Returns a store's files, newest first. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public List<PayoutFileRow> newest(String storeId) {
        return files.newest(storeId, MAX_FILES);
    }

    /** How the columns of a store's files were called last; empty when nobody said. */
    @RolesAllowed({SUPERVISOR, MANAGER})
    public String columns(String storeId) {
        return files.columns(storeId).orElse("");
    }

    private PayoutAnswer answer(String storeId, UUID fileId, boolean isRepeat) {
        PayoutFileRow row = files.of(storeId, fileId);
        return new PayoutAnswer(
                fileId, storeId, isRepeat, row.lines(), row.known(), row.others(), row.matched(), row.open());
    }

    private static String shortened(String fileName) {
        String line = CardNumbers.masked(fileName.replaceAll("\\p{Cntrl}+", " ").strip());
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        return last.length() <= MOST_NAME ? last : last.substring(0, MOST_NAME);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

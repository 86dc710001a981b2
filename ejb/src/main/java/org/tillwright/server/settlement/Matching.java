package org.tillwright.server.settlement;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.CardNumbers;

/**
 * Finds the tender of each payout line. What names its payment goes first; a line that names none gets a tender only where no
 * other could be meant. Each tender goes to one line. Pure: lines and tenders in, findings out, in whatever order both came.
 */
final class Matching {

    /** Days between a payment at the till and at the acquirer: nights, weekends, terminals that were offline. */
    static final int DAYS_BESIDE = 5;

    /** How a tender was found. */
    enum How {
        AUTHORIZATION,
        TRACE,
        AMOUNT_AND_DAY,
        BY_HAND
    }

    /**
     * What was found for a line.
     *
     * @param how null when it is open
     * @param reason null when it is matched, or needs no tender
     * @param near the matched tender; of an open line the one that comes nearest, or null
     */
    record Finding(@Nullable How how, @Nullable OpenReason reason, @Nullable TakenTender near) {}

    private final Map<String, List<TakenTender>> byCode = new HashMap<>();
    private final Map<String, List<TakenTender>> byTrace = new HashMap<>();
    private final Map<String, List<TakenTender>> byAmount = new HashMap<>();
    private final Set<TakenTender> taken = new HashSet<>();
    private final Map<PayoutLine, Finding> findings = new LinkedHashMap<>();

    private Matching(List<TakenTender> tenders) {
        for (TakenTender tender : tenders) {
            put(byCode, normal(tender.code()), tender);
            put(byTrace, normal(tender.trace()), tender);
            put(byAmount, tender.currency() + tender.amountMinor(), tender);
            if (tender.isMatched()) {
                taken.add(tender);
            }
        }
    }

    private static void put(Map<String, List<TakenTender>> map, String key, TakenTender tender) {
        if (!key.isEmpty()) {
            map.computeIfAbsent(key, unused -> new ArrayList<>()).add(tender);
        }
    }

    static Map<PayoutLine, Finding> of(List<PayoutLine> lines, List<TakenTender> tenders) {
        Matching matching = new Matching(tenders);
        lines.forEach(line -> matching.findings.put(line, new Finding(null, null, null)));
        List<PayoutLine> payments = lines.stream().filter(PayoutLine::isPayment).toList();
        payments.forEach(matching::byName);
        Map<String, List<PayoutLine>> unnamed = payments.stream()
                .filter(line -> !isNamed(line))
                .collect(Collectors.groupingBy(line -> line.currency() + line.grossMinor()));
        payments.stream().filter(matching::isOpen).forEach(line -> matching.byAmount(line, unnamed));
        lines.stream().filter(matching::isOpen).forEach(matching::explain);
        return matching.findings;
    }

    private boolean isOpen(PayoutLine line) {
        Finding finding = findings.get(line);
        return finding == null || finding.how() == null;
    }

    private void byName(PayoutLine line) {
        TakenTender found = free(named(line, byCode), tender -> fits(line, tender) && isNear(line, tender));
        How how = How.AUTHORIZATION;
        if (found == null) {
            found = free(traced(line), tender -> fits(line, tender) && isNear(line, tender));
            how = How.TRACE;
        }
        if (found != null) {
            take(line, found, how);
        }
    }

    private void take(PayoutLine line, TakenTender tender, How how) {
        taken.add(tender);
        findings.put(line, new Finding(how, null, tender));
    }

    /** Only for a line that names nothing, and only where one line and one tender could be meant. */
    private void byAmount(PayoutLine line, Map<String, List<PayoutLine>> unnamed) {
        if (isNamed(line)) {
            return;
        }
        List<TakenTender> possible = sameAmount(line).stream()
                .filter(tender -> !taken.contains(tender) && isSameDay(line, tender) && isSameTerminal(line, tender))
                .toList();
        boolean isOnlyLine = unnamed.getOrDefault(line.currency() + line.grossMinor(), List.of()).stream()
                        .filter(this::isOpen)
                        .filter(other -> Math.abs(ChronoUnit.DAYS.between(other.happenedOn(), line.happenedOn())) <= 2)
                        .limit(2)
                        .count()
                == 1;
        if (possible.size() == 1 && isOnlyLine) {
            take(line, possible.get(0), How.AMOUNT_AND_DAY);
        } else if (!possible.isEmpty()) {
            findings.put(line, new Finding(null, OpenReason.SEVERAL, null));
        }
    }

    private void explain(PayoutLine line) {
        Finding known = findings.get(line);
        if (known != null && known.reason() == OpenReason.SEVERAL) {
            return;
        }
        findings.put(
                line,
                switch (line.kind()) {
                    case FEE -> new Finding(null, null, null);
                    case ADJUSTMENT -> new Finding(null, OpenReason.ADJUSTMENT, null);
                    case CHARGEBACK -> new Finding(null, OpenReason.CHARGEBACK, chargedBack(line));
                    case PAYMENT, REFUND -> nearest(line);
                });
    }

    private @Nullable TakenTender chargedBack(PayoutLine line) {
        Predicate<TakenTender> isIt = tender ->
                tender.amountMinor() == -line.grossMinor() && tender.currency().equals(line.currency());
        TakenTender byName = any(named(line, byCode), isIt);
        return byName == null ? any(traced(line), isIt) : byName;
    }

    private Finding nearest(PayoutLine line) {
        List<TakenTender> named = new ArrayList<>(named(line, byCode));
        named.addAll(
                traced(line).stream().filter(tender -> isNear(line, tender)).toList());
        TakenTender gone = any(named, tender -> fits(line, tender) && isNear(line, tender) && taken.contains(tender));
        if (gone != null) {
            return new Finding(null, OpenReason.PAID_TWICE, gone);
        }
        TakenTender otherDay = free(named, tender -> fits(line, tender));
        if (otherDay != null) {
            return new Finding(null, OpenReason.DAY_DIFFERS, otherDay);
        }
        TakenTender otherAmount = free(
                named,
                tender -> isNear(line, tender)
                        && tender.currency().equals(line.currency())
                        && isSameTerminal(line, tender)
                        && Long.signum(tender.amountMinor()) == Long.signum(line.grossMinor()));
        return otherAmount == null
                ? new Finding(null, OpenReason.NO_TENDER, null)
                : new Finding(null, OpenReason.AMOUNT_DIFFERS, otherAmount);
    }

    private static boolean isNamed(PayoutLine line) {
        return line.authorizationCode() != null || line.trace() != null || line.reference() != null;
    }

    /** By authorization code, and by the reference, which is what a wallet's payments have. */
    private static List<TakenTender> named(PayoutLine line, Map<String, List<TakenTender>> byCode) {
        List<TakenTender> all = new ArrayList<>(byCode.getOrDefault(normal(line.authorizationCode()), List.of()));
        all.addAll(byCode.getOrDefault(normal(line.reference()), List.of()));
        return all;
    }

    /** A trace begins anew on every terminal, so it says nothing without one. */
    private List<TakenTender> traced(PayoutLine line) {
        return line.terminalId() == null
                ? List.of()
                : byTrace.getOrDefault(normal(line.trace()), List.of()).stream()
                        .filter(tender -> normal(tender.terminalId()).equals(normal(line.terminalId())))
                        .toList();
    }

    private List<TakenTender> sameAmount(PayoutLine line) {
        return byAmount.getOrDefault(line.currency() + line.grossMinor(), List.of());
    }

    private static boolean fits(PayoutLine line, TakenTender tender) {
        return tender.amountMinor() == line.grossMinor()
                && tender.currency().equals(line.currency())
                && isSameTerminal(line, tender);
    }

    private static boolean isSameTerminal(PayoutLine line, TakenTender tender) {
        return line.terminalId() == null
                || tender.terminalId() == null
                || normal(tender.terminalId()).equals(normal(line.terminalId()));
    }

    private static boolean isNear(PayoutLine line, TakenTender tender) {
        return Math.abs(ChronoUnit.DAYS.between(tender.day(), line.happenedOn())) <= DAYS_BESIDE;
    }

    private static boolean isSameDay(PayoutLine line, TakenTender tender) {
        return Math.abs(ChronoUnit.DAYS.between(tender.day(), line.happenedOn())) <= 1;
    }

    /** The oldest free tender; of equal ones the one with the smallest id, so that the order of rows decides nothing. */
    private @Nullable TakenTender free(List<TakenTender> from, Predicate<TakenTender> isIt) {
        return any(from, tender -> !taken.contains(tender) && isIt.test(tender));
    }

    private static @Nullable TakenTender any(List<TakenTender> from, Predicate<TakenTender> isIt) {
        return from.stream()
                .filter(isIt)
                .min(Comparator.comparing(TakenTender::day)
                        .thenComparing(tender -> tender.transactionId().toString())
                        .thenComparing(TakenTender::number))
                .orElse(null);
    }

    /** Without blanks, leading zeros and case: each side pads as it likes. A file's numbers came masked where they could be a card's. */
    private static String normal(@Nullable String code) {
        return code == null
                ? ""
                : CardNumbers.masked(code.strip()).toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}

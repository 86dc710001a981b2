package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tillwright.server.settlement.Matching.How;

class MatchingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final List<TakenTender> tenders = new ArrayList<>();
    private final List<PayoutLine> lines = new ArrayList<>();

    private TakenTender tender(
            long minor, @Nullable String code, @Nullable String terminal, @Nullable String trace, int daysLater) {
        TakenTender tender = new TakenTender(
                new UUID(7, tenders.size()),
                1,
                false,
                DAY.plusDays(daysLater),
                "EUR",
                minor,
                code,
                terminal,
                trace,
                false);
        tenders.add(tender);
        return tender;
    }

    private PayoutLine line(
            PayoutKind kind, long minor, @Nullable String code, @Nullable String terminal, @Nullable String trace) {
        PayoutLine line = new PayoutLine(
                lines.size() + 2, kind, "EUR", minor, 0, terminal, code, trace, null, null, DAY, null, null);
        lines.add(line);
        return line;
    }

    private PayoutLine payment(long minor, @Nullable String code, @Nullable String terminal, @Nullable String trace) {
        return line(PayoutKind.PAYMENT, minor, code, terminal, trace);
    }

    private Map<PayoutLine, Matching.Finding> found() {
        return Matching.of(lines, tenders);
    }

    private Matching.Finding of(PayoutLine line) {
        return found().get(line);
    }

    @Test
    void aCodeAndItsAmountAreEnoughHoweverTheyArePadded() {
        TakenTender tender = tender(1_250, "00a1b2", "T-1", "77", 0);
        PayoutLine line = payment(1_250, "A1B2 ", "t-1", null);
        assertThat(of(line)).isEqualTo(new Matching.Finding(How.AUTHORIZATION, null, tender));
    }

    @Test
    void aTraceCountsOnItsOwnTerminalOnly() {
        tender(1_250, null, "T-2", "77", 0);
        TakenTender tender = tender(1_250, null, "T-1", "0077", 1);
        assertThat(of(payment(1_250, null, "T-1", "77"))).isEqualTo(new Matching.Finding(How.TRACE, null, tender));
        assertThat(of(payment(1_250, null, "T-3", "77")).reason()).isEqualTo(OpenReason.NO_TENDER);
    }

    @Test
    void theSameCodeWithAnotherAmountIsNotMatchedButShown() {
        TakenTender tender = tender(1_250, "A1", "T-1", "77", 0);
        assertThat(of(payment(1_300, "A1", "T-1", "77")))
                .isEqualTo(new Matching.Finding(null, OpenReason.AMOUNT_DIFFERS, tender));
    }

    @Test
    void aTenderIsPaidOutOnce() {
        TakenTender tender = tender(1_250, "A1", "T-1", "77", 0);
        PayoutLine first = payment(1_250, "A1", "T-1", "77");
        PayoutLine second = payment(1_250, "A1", "T-1", "77");
        assertThat(of(first).near()).isEqualTo(tender);
        assertThat(of(second)).isEqualTo(new Matching.Finding(null, OpenReason.PAID_TWICE, tender));
    }

    @Test
    void anotherMonthsCodeIsShownAndNotTaken() {
        TakenTender tender = tender(1_250, "A1", "T-1", "77", -Matching.DAYS_BESIDE - 1);
        assertThat(of(payment(1_250, "A1", "T-1", null)))
                .isEqualTo(new Matching.Finding(null, OpenReason.DAY_DIFFERS, tender));
    }

    @Test
    void aLineWithoutANameGetsATenderOnlyWhereNoOtherCouldBeMeant() {
        TakenTender tender = tender(1_250, "A1", "T-1", "77", 0);
        PayoutLine nameless = payment(1_250, null, null, null);
        assertThat(of(nameless)).isEqualTo(new Matching.Finding(How.AMOUNT_AND_DAY, null, tender));
        tender(1_250, "A2", "T-1", "78", 0);
        assertThat(of(nameless)).isEqualTo(new Matching.Finding(null, OpenReason.SEVERAL, null));
        PayoutLine named = payment(1_250, "A2", "T-1", "78");
        assertThat(of(named).how()).isEqualTo(How.AUTHORIZATION);
        assertThat(of(nameless))
                .as("the other is somebody's")
                .isEqualTo(new Matching.Finding(How.AMOUNT_AND_DAY, null, tender));
    }

    @Test
    void twoNamelessLinesOfOneAmountAreNotGuessed() {
        tender(1_250, "A1", "T-1", "77", 0);
        PayoutLine one = payment(1_250, null, null, null);
        PayoutLine other = payment(1_250, null, null, null);
        assertThat(of(one).reason()).isEqualTo(OpenReason.SEVERAL);
        assertThat(of(other).reason()).isEqualTo(OpenReason.SEVERAL);
    }

    @Test
    void refundsMatchRefundsAndChargebacksAreAPersons() {
        TakenTender paid = tender(1_250, "A1", "T-1", "77", 0);
        TakenTender back = tender(-1_250, "A2", "T-1", "78", 0);
        assertThat(of(line(PayoutKind.REFUND, -1_250, "A2", "T-1", "78")).near())
                .isEqualTo(back);
        assertThat(of(line(PayoutKind.CHARGEBACK, -1_250, "A1", "T-1", null)))
                .isEqualTo(new Matching.Finding(null, OpenReason.CHARGEBACK, paid));
        assertThat(of(line(PayoutKind.FEE, 0, null, null, null))).isEqualTo(new Matching.Finding(null, null, null));
        assertThat(of(line(PayoutKind.ADJUSTMENT, 5, null, null, null)).reason())
                .isEqualTo(OpenReason.ADJUSTMENT);
    }

    /** Whatever the order, no tender is given twice, amounts agree, and the same lines are matched. */
    @Test
    void theOrderOfLinesAndRowsChangesNothingForLinesThatHaveNames() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            lines.clear();
            tenders.clear();
            for (int i = 0; i < 30; i++) {
                long minor = 100L + random.nextInt(5);
                String code = "C" + random.nextInt(20);
                tender(minor, code, "T-" + random.nextInt(2), String.valueOf(i), random.nextInt(3));
                if (random.nextInt(4) > 0) {
                    payment(minor + (random.nextInt(10) == 0 ? 1 : 0), code, null, null);
                }
            }
            long matched = count(found());
            Collections.shuffle(lines, random);
            Collections.shuffle(tenders, random);
            Map<PayoutLine, Matching.Finding> again = found();
            assertThat(count(again)).as("seed %d round %d", seed, round).isEqualTo(matched);
            List<TakenTender> given = again.values().stream()
                    .filter(finding -> finding.how() != null)
                    .map(Matching.Finding::near)
                    .toList();
            assertThat(given).doesNotHaveDuplicates();
            assertThat(again).allSatisfy((line, finding) -> assertThat(finding.how() == null)
                    .isNotEqualTo(finding.near() != null && finding.reason() == null));
            again.forEach((line, finding) -> {
                if (finding.how() != null) {
                    assertThat(finding.near().amountMinor()).isEqualTo(line.grossMinor());
                }
            });
        }
    }

    private static long count(Map<PayoutLine, Matching.Finding> findings) {
        return findings.values().stream()
                .filter(finding -> finding.how() != null)
                .count();
    }
}

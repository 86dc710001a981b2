package org.tillwright.register.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;
import static org.tillwright.register.testing.TestStore.CASHIER;
import static org.tillwright.register.testing.TestStore.MANAGER;
import static org.tillwright.register.testing.TestStore.NO_RIGHTS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.CashMovedMessage.Kind;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;

class TillMovementsTest {

    @TempDir
    Path directory;

    private TestRegister register;

    @BeforeEach
    void open() throws Exception {
        register = TestRegister.open(directory);
        register.catalogues.put(TestTillRules.catalogue());
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    @Test
    void cashThatMovesIsExpectedAlsoAfterARestart() throws Exception {
        move(Kind.LOAN, euro(2000));
        move(Kind.PICKUP, euro(3000));
        move(Kind.PAID_IN, euro(500));
        move(Kind.PAID_OUT, euro(120));
        move(Kind.NO_SALE, euro(0));
        restart();
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(5000 + 2000 - 3000 + 500 - 120));
        TillReport report = x();
        assertThat(report.countOf(TillFigure.NO_SALE)).isEqualTo(1);
        assertThat(report.countOf(TillFigure.DRAWER_OPENED)).isEqualTo(6);
        assertThat(report.of(TillFigure.PAID_OUT))
                .containsExactly(new TillReport.Figure("PAID_OUT", "WINDOWS", 1L, -120L));
    }

    @Test
    void whatMakesNoSenseIsNotMoved() throws Exception {
        long records = register.journal.recordCount();
        assertThat(move(Kind.PICKUP, euro(5001))).isEqualTo(said("till.move.too-much"));
        assertThat(move(Kind.PAID_IN, euro(0))).isEqualTo(said("till.move.nothing"));
        assertThat(move(Kind.LOAN, new Money(Currency.of("JPY"), 1000)))
                .isEqualTo(new TillOutcome.Said(Notice.of("till.move.currency", "JPY")));
        assertThat(register.till.move(wanted(Kind.PAID_OUT, euro(1)), NO_RIGHTS, null))
                .isEqualTo(new TillOutcome.NeedsApproval("till.paid-out"));
        assertThat(register.journal.recordCount()).isEqualTo(records);
    }

    @Test
    void anApprovedMovementNamesItsApproval() {
        UUID approval = UUID.randomUUID();
        TillOutcome outcome =
                register.till.move(wanted(Kind.PAID_OUT, euro(100)), NO_RIGHTS, new TillCount.Yes("op-1", approval));
        CashMovedMessage moved = ((TillOutcome.Moved) outcome).moved();
        assertThat(moved.operatorId()).isEqualTo("op-4");
        assertThat(moved.approvalId()).isEqualTo(approval);
    }

    @Test
    void foreignNotesAreExpectedAndCountedInTheirOwnUnits() {
        move(Kind.LOAN, kronor(100_00));
        assertThat(register.till.expectedForeign()).isEqualTo(Map.of("SEK", kronor(100_00)));
        assertThat(register.till.expected()).containsEntry(TenderType.FOREIGN_CASH, euro(880));
        TillCount count =
                new TillCount(Map.of(TenderType.CASH, euro(5000)), Map.of("SEK", kronor(90_00)), null, "UNKNOWN", null);
        TillSettledMessage settled = settle(count);
        assertThat(settled.otherCurrencies())
                .containsExactly(new TillSettledMessage.ForeignCount("SEK", 10_000L, 9_000L));
        assertThat(settled.counts()).contains(new TillSettledMessage.Count("FOREIGN_CASH", 880L, 792L));
    }

    @Test
    void reportsAreNumberedAndAnXResetsNothing() throws Exception {
        register.sellMilkForCash();
        assertThat(x().number()).isEqualTo(1);
        assertThat(x().number()).isEqualTo(2);
        restart();
        assertThat(x().number()).isEqualTo(3);
        assertThat(x().countOf(TillFigure.TRANSACTIONS)).isEqualTo(1);
        TillSettledMessage first = settle(TillCount.of(register.till.expected()));
        assertThat(first.zNumber()).isEqualTo(1);
        register.till.open(euro(0), MANAGER);
        register.sellMilkForCash();
        TillSettledMessage second = settle(TillCount.of(register.till.expected()));
        assertThat(second.zNumber()).isEqualTo(2);
        assertThat(second.report().amountOf(TillFigure.SALES)).isEqualTo(129);
        assertThat(second.report().amountOf(TillFigure.GRAND_SALES)).isEqualTo(258);
        restart();
        register.till.open(euro(0), MANAGER);
        assertThat(settle(TillCount.of(Map.of())).zNumber()).isEqualTo(3);
    }

    @Test
    void whatWaitsIsNamedAndBlocksNoClose() throws Exception {
        register.sellMilkForCash();
        register.till.suspendedSales(() -> List.of(new TillSession.Suspended("S-17 Anna", 1234)));
        TillReport report = settle(TillCount.of(register.till.expected())).report();
        assertThat(report.of(TillFigure.UNSENT)).hasSize(2);
        assertThat(report.amountOf(TillFigure.UNSENT)).isEqualTo(129);
        assertThat(report.of(TillFigure.STILL_SUSPENDED))
                .containsExactly(new TillReport.Figure("STILL_SUSPENDED", "S-17 Anna", 1L, 1234L));
        assertThat(register.journal.waitingCount()).isEqualTo(3);
    }

    @Test
    void ofManyThatWaitTheFirstAreNamedAndTheOthersCounted() throws Exception {
        for (int i = 0; i < 120; i++) {
            register.journal.append(RecordKind.EVENT, TestRegister.RULE, TestRegister.event("LINE_VOIDED"));
        }
        TillReport report = settle(TillCount.of(register.till.expected())).report();
        assertThat(report.of(TillFigure.UNSENT)).hasSize(TillReports.MOST_NAMED + 1);
        assertThat(report.countOf(TillFigure.UNSENT)).isEqualTo(121);
        assertThat(report.countOf(TillFigure.VOIDED_LINES)).isEqualTo(120);
    }

    @Test
    void eachCashierHasATillOfTheirOwn() throws Exception {
        settle(TillCount.of(register.till.expected()));
        register.catalogues.put(TestTillRules.ownDrawers());
        register.till.open(euro(1000), MANAGER);
        UUID majas = register.till.requireId();
        register.sellMilkForCash();
        register.till.turnTo(CASHIER);
        assertThat(register.till.isOpen()).isFalse();
        register.sale.signedOn(CASHIER, Texts.of("en"));
        register.till.open(euro(700), CASHIER);
        register.sellMilkForCash();
        register.sellMilkForCash();
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(700 + 258));
        restart();
        assertThat(register.till.openTills()).hasSize(2);
        register.till.turnTo(MANAGER);
        assertThat(register.till.requireId()).isEqualTo(majas);
        assertThat(register.till.expected()).containsEntry(TenderType.CASH, euro(1000 + 129));
        settle(TillCount.of(register.till.expected()));
        register.till.turnTo(CASHIER);
        assertThat(register.till.transactionCount()).isEqualTo(2);
        assertThat(register.till.open(euro(1), CASHIER)).isEqualTo(said("till.already-open"));
    }

    @Test
    void anEventCountsForTheTillOfItsOperator() throws Exception {
        settle(TillCount.of(register.till.expected()));
        register.catalogues.put(TestTillRules.ownDrawers());
        register.till.open(euro(0), MANAGER);
        register.till.open(euro(0), CASHIER);
        register.journal.append(
                RecordKind.EVENT,
                TestRegister.RULE,
                new EventMessage("LINE_VOIDED", "shop", "op-1", register.clock.instant(), null, null));
        assertThat(x().countOf(TillFigure.VOIDED_LINES)).isZero();
        register.till.turnTo(MANAGER);
        assertThat(x().countOf(TillFigure.VOIDED_LINES)).isEqualTo(1);
    }

    @Test
    void aTillThatSomebodyLeftOpenIsCountedByAnother() {
        settle(TillCount.of(register.till.expected()));
        register.catalogues.put(TestTillRules.ownDrawers());
        register.till.open(euro(1000), CASHIER);
        register.till.turnTo(MANAGER);
        assertThat(register.till.isOpen()).isFalse();
        register.till.take(register.till.openTills().get(0));
        TillSettledMessage settled = settle(TillCount.of(Map.of(TenderType.CASH, euro(1000))));
        assertThat(settled.operatorId()).isEqualTo("op-1");
        assertThat(settled.report().openedBy()).isEqualTo("op-3");
    }

    @Test
    void aDayThatEndsAtMidnightEndsThere() {
        register.catalogues.put(TestTillRules.inZone("Europe/Berlin")); // its day ends at 00:00
        passTo("2026-03-02T22:59:00Z"); // 23:59
        assertThat(register.till.businessDay()).hasToString("2026-03-02");
        passTo("2026-03-02T23:01:00Z"); // 00:01
        assertThat(register.till.businessDay()).hasToString("2026-03-03");
        assertThat(register.till.opened().orElseThrow().businessDay()).hasToString("2026-03-02");
        assertThat(settle(TillCount.of(register.till.expected())).report().businessDay())
                .hasToString("2026-03-02");
    }

    /** At 02:00 it was 03:00 in Berlin on 29 March; at 03:00 it was 02:00 again on 25 October. */
    @Test
    void theDayIsTheSameHoweverTheClockIsTurned() {
        register.catalogues.put(TestStore.catalogue()); // its day ends at 04:00
        passTo("2026-03-29T01:59:00Z"); // 03:59, an hour after 01:59
        assertThat(register.till.businessDay()).hasToString("2026-03-28");
        passTo("2026-03-29T02:01:00Z"); // 04:01
        assertThat(register.till.businessDay()).hasToString("2026-03-29");
        passTo("2026-10-25T00:30:00Z"); // 02:30 in summer time
        assertThat(register.till.businessDay()).hasToString("2026-10-24");
        passTo("2026-10-25T01:30:00Z"); // 02:30 in winter time
        assertThat(register.till.businessDay()).hasToString("2026-10-24");
        passTo("2026-10-25T03:01:00Z"); // 04:01
        assertThat(register.till.businessDay()).hasToString("2026-10-25");
    }

    @Test
    void muchCashAsksForAPickup() {
        assertThat(register.till.tooMuchCash()).isEmpty();
        move(Kind.LOAN, euro(5001));
        assertThat(register.till.tooMuchCash()).contains(euro(10_001));
        move(Kind.PICKUP, euro(5001));
        assertThat(register.till.tooMuchCash()).isEmpty();
    }

    private void passTo(String instant) {
        register.clock.pass(Duration.between(register.clock.instant(), Instant.parse(instant)));
    }

    private void restart() throws Exception {
        var catalogue = register.catalogues.newest().orElseThrow();
        register.journal.close();
        register = new TestRegister(directory);
        register.catalogues.put(catalogue);
        register.sale.signedOn(MANAGER, Texts.of("en"));
    }

    private TillReport x() {
        return ((TillOutcome.Reported) register.till.takeX(MANAGER)).report();
    }

    private TillSettledMessage settle(TillCount count) {
        return ((TillOutcome.Settled) register.till.settle(count, MANAGER, new TillCount.Yes("op-1", null))).settled();
    }

    private TillOutcome move(Kind kind, Money amount) {
        return register.till.move(wanted(kind, amount), MANAGER, new TillCount.Yes("op-1", null));
    }

    private static CashMovement wanted(Kind kind, Money amount) {
        return new CashMovement(kind, amount, kind == Kind.PAID_OUT ? "WINDOWS" : null, null);
    }

    private static Money kronor(long minor) {
        return new Money(Currency.of("SEK"), minor);
    }

    private static TillOutcome said(String key) {
        return new TillOutcome.Said(Notice.of(key));
    }
}

package org.tillwright.register.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.testing.TestClock;
import org.tillwright.register.testing.TestKeys;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillFigure;

/** The sums that are kept record by record are those that anyone gets who adds the records up. */
class TallyPropertyTest {

    private static final String STORE = "shop";

    @TempDir
    Path directory;

    /** The seed is in the test's name: a day that fails is a day that can be had again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theSumsKeptAreTheSumsOfTheRecords(long seed) throws Exception {
        Path file = directory.resolve("journal.db");
        Day day = new Day(new Random(seed));
        Map<String, Map<TillSums.Key, TillSums.Sum>> kept;
        try (Journal journal = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            journal.enrolled(new RegisterIdentity("till-01", "Till 1", STORE, "Shop"), 1);
            for (int i = 0; i < 60; i++) {
                day.next(journal);
            }
            kept = all(journal, day);
            day.check(journal.sums());
        }
        try (Journal again = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            assertThat(all(again, day)).as("after a restart").isEqualTo(kept);
        }
        forget(file);
        try (Journal again = Journal.open(file, new TestClock(), TestKeys.SEALER)) {
            assertThat(all(again, day)).as("made anew from the records").isEqualTo(kept);
            day.check(again.sums());
        }
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 20), new Random().longs(10));
    }

    private static void forget(Path file) throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("delete from till_sum");
            statement.executeUpdate("delete from meta where key in ('tallied-to', 'current-till')");
        }
    }

    private static Map<String, Map<TillSums.Key, TillSums.Sum>> all(Journal journal, Day day) {
        Map<String, Map<TillSums.Key, TillSums.Sum>> all = new TreeMap<>();
        all.put("", journal.sums().all(TillSums.WORKSTATION));
        day.tills
                .keySet()
                .forEach(till -> all.put(till.toString(), journal.sums().all(till.toString())));
        return all;
    }

    /** What happens at a register, at random; and the same added up in the plainest way. */
    private static final class Day {

        private final Random random;
        private final Map<UUID, long[]> tills = new TreeMap<>();
        private final List<UUID> open = new ArrayList<>();
        private long settled;
        private long sold;
        private long returned;

        Day(Random random) {
            this.random = random;
        }

        void next(Journal journal) throws Exception {
            if (open.isEmpty() || random.nextInt(20) == 0) {
                open(journal);
                return;
            }
            UUID till = open.get(random.nextInt(open.size()));
            switch (random.nextInt(12)) {
                case 0 -> settle(journal, till);
                case 1, 2 -> move(journal, till);
                case 3 ->
                    journal.append(
                            RecordKind.EVENT,
                            TestRegister.RULE,
                            new EventMessage(
                                    "LINE_VOIDED", STORE, "op-" + random.nextInt(4), TestClock.NOON, null, null));
                case 4 ->
                    journal.append(
                            RecordKind.SALE_VOIDED,
                            TestRegister.RULE,
                            new SaleVoidedMessage(
                                    UUID.randomUUID(),
                                    STORE,
                                    till,
                                    "op-1",
                                    LocalDate.parse("2026-03-02"),
                                    TestClock.NOON,
                                    "EUR",
                                    1L,
                                    500L));
                case 5 -> journal.append(RecordKind.TRAINING_SALE, TestRegister.RULE, sale(till, 999, 0));
                default -> sell(journal, till);
            }
        }

        private void open(Journal journal) throws Exception {
            UUID till = UUID.randomUUID();
            long cash = random.nextInt(20_000);
            journal.append(
                    RecordKind.TILL_OPENED,
                    TestRegister.RULE,
                    new TillOpenedMessage(
                            till,
                            STORE,
                            "op-" + open.size(),
                            LocalDate.parse("2026-03-02"),
                            TestClock.NOON,
                            "EUR",
                            cash));
            open.add(till);
            tills.put(till, new long[] {cash, 0, 0});
        }

        private void settle(Journal journal, UUID till) throws Exception {
            journal.append(
                    RecordKind.TILL_SETTLED,
                    TestRegister.RULE,
                    new TillSettledMessage(till, STORE, "op-1", TestClock.NOON, "EUR", List.of(), 0L));
            open.remove(till);
            tills.remove(till);
            settled++;
        }

        private void move(Journal journal, UUID till) throws Exception {
            CashMovedMessage.Kind kind = List.of(CashMovedMessage.Kind.values()).get(random.nextInt(5));
            long minor = kind == CashMovedMessage.Kind.NO_SALE ? 0 : 1 + random.nextInt(5_000);
            journal.append(
                    RecordKind.CASH_MOVED,
                    TestRegister.RULE,
                    new CashMovedMessage(
                            UUID.randomUUID(),
                            STORE,
                            till,
                            "op-1",
                            LocalDate.parse("2026-03-02"),
                            TestClock.NOON,
                            kind.name(),
                            "EUR",
                            minor,
                            random.nextBoolean() ? "OTHER" : null,
                            null,
                            null));
            tills.get(till)[0] += kind.signed(minor);
        }

        private void sell(Journal journal, UUID till) throws Exception {
            long goods = random.nextInt(10_000);
            long back = random.nextInt(3) == 0 ? random.nextInt(4_000) : 0;
            SaleMessage sale = sale(till, goods, back);
            assertThat(sale.faults()).isEmpty();
            journal.append(RecordKind.SALE, TestRegister.RULE, sale);
            for (SaleMessage.Tender tender : sale.tenders()) {
                tills.get(till)[tender.type().equals("CASH") ? 0 : 1] += tender.amountMinor();
            }
            tills.get(till)[2]++;
            sold += goods;
            returned -= back;
        }

        /** Two lines of tax in the price; paid by a voucher, by Swedish notes, by card or in cash, with change and a tip. */
        private SaleMessage sale(UUID till, long goods, long back) {
            List<SaleMessage.Line> lines = new ArrayList<>();
            long tax = 0;
            for (long gross : back == 0 ? new long[] {goods} : new long[] {goods, -back}) {
                long lineTax = gross / 5;
                tax += lineTax;
                lines.add(new SaleMessage.Line(
                        (long) lines.size() + 1,
                        "item-" + random.nextInt(5),
                        "Goods",
                        gross < 0 ? -1_000L : 1_000L,
                        Math.abs(gross) * 10_000,
                        gross,
                        gross - lineTax,
                        lineTax,
                        "S",
                        null));
            }
            long total = goods - back;
            long tip = random.nextInt(4) == 0 ? 100 : 0;
            return new SaleMessage(
                    UUID.randomUUID(),
                    STORE,
                    till,
                    "op-" + random.nextInt(3),
                    LocalDate.parse("2026-03-02"),
                    TestClock.NOON,
                    TestClock.NOON,
                    "EUR",
                    lines,
                    List.of(new SaleMessage.TaxLine("S", 250_000L, total - tax, tax, total)),
                    tenders(total + tip),
                    total - tax,
                    tax,
                    total,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new SaleParticulars(
                            null,
                            null,
                            tip == 0 ? null : List.of(new SaleParticulars.MoneyIn("TIP", null, tip)),
                            null,
                            null,
                            null));
        }

        private List<SaleMessage.Tender> tenders(long due) {
            return switch (random.nextInt(4)) {
                case 0 ->
                    List.of(new SaleMessage.Tender(
                            "VOUCHER", due, null, TenderParticulars.reference("V-" + random.nextInt(9))));
                case 1 ->
                    List.of(
                            new SaleMessage.Tender(
                                    "FOREIGN_CASH",
                                    due + 250,
                                    null,
                                    new TenderParticulars(
                                            null,
                                            null,
                                            new TenderParticulars.Foreign("SEK", (due + 250) * 11, 90_000L),
                                            null)),
                            new SaleMessage.Tender("CASH", -250L, null));
                case 2 -> List.of(new SaleMessage.Tender("WALLET", due, null));
                default ->
                    List.of(
                            new SaleMessage.Tender("CASH", due + 500, null),
                            new SaleMessage.Tender("CASH", -500L, null));
            };
        }

        void check(TillSums sums) {
            tills.forEach((till, plain) -> {
                String id = till.toString();
                long cash = 0;
                long other = 0;
                for (TillFigure figure : List.of(TillFigure.TENDER_IN, TillFigure.TENDER_OUT)) {
                    for (Map.Entry<String, TillSums.Sum> tender :
                            sums.bySubject(id, figure).entrySet()) {
                        if (tender.getKey().equals("CASH")) {
                            cash += tender.getValue().amountMinor();
                        } else {
                            other += tender.getValue().amountMinor();
                        }
                    }
                }
                for (TillFigure figure : List.of(
                        TillFigure.FLOAT,
                        TillFigure.LOAN,
                        TillFigure.PICKUP,
                        TillFigure.PAID_IN,
                        TillFigure.PAID_OUT)) {
                    cash += sums.of(id, figure).amountMinor();
                }
                assertThat(cash).isEqualTo(plain[0]);
                assertThat(other).isEqualTo(plain[1]);
                assertThat(sums.of(id, TillFigure.TRANSACTIONS).count()).isEqualTo(plain[2]);
                assertThat(amount(sums, id, TillFigure.SALES) + amount(sums, id, TillFigure.RETURNS))
                        .isEqualTo(amount(sums, id, TillFigure.NET) + amount(sums, id, TillFigure.TAX_SUM))
                        .isEqualTo(amount(sums, id, TillFigure.ITEM))
                        .isEqualTo(amount(sums, id, TillFigure.CASHIER))
                        .isEqualTo(amount(sums, id, TillFigure.TAX) + amount(sums, id, TillFigure.TAX_NET))
                        .isEqualTo(plain[1]
                                + amount(sums, id, TillFigure.TENDER_IN)
                                + amount(sums, id, TillFigure.TENDER_OUT)
                                - other
                                - amount(sums, id, TillFigure.MONEY_IN));
            });
            assertThat(sums.open())
                    .containsExactlyElementsOf(open.stream().map(UUID::toString).toList());
            assertThat(sums.of("", TillFigure.Z_REPORTS).count()).isEqualTo(settled);
            assertThat(amount(sums, "", TillFigure.GRAND_SALES)).isEqualTo(sold);
            assertThat(amount(sums, "", TillFigure.GRAND_RETURNS)).isEqualTo(returned);
        }

        private static long amount(TillSums sums, String till, TillFigure figure) {
            return sums.of(till, figure).amountMinor();
        }
    }
}

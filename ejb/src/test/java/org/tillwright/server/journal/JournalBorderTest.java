package org.tillwright.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.TestShop;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.WireJson;

/** What is odd and yet within the wire's limits: each must end in the books or be refused for good, never wait for ever. */
class JournalBorderTest {

    private final TestShop shop = new TestShop();
    private final TestJournal journal = TransactionalBooking.journalOf(shop);

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:10Z, 1970-01-01", "9999-12-31T23:59:59.999999999Z, 9999-12-31"})
    void moneyTakenUnderAWrongClockIsInTheBooksAndAPersonIsTold(Instant time, LocalDate day) {
        SaleMessage sale = at(time, day, new SaleBuilder().line("milk", 1000).sale());
        EventMessage event = new EventMessage("SIGNED_ON", TestShop.STORE, "ben", time, null, null);

        assertThat(accept(1, RecordKind.SALE, sale).acceptance().disputed()).isTrue();
        accept(2, RecordKind.EVENT, event);

        assertThat(shop.database.count("posting", "true")).isPositive();
        assertThat(shop.database.count("disputed_totals", "reason like '%clock%' and computed_total_minor = 129"))
                .isEqualTo(1);
        assertThat(shop.database.count("audit_entry", "action = 'SIGNED_ON'")).isEqualTo(1);
    }

    @Test
    void twoRatesThatDifferByASpaceDoNotHoldUpTheRegisterForEver() {
        SaleMessage sale =
                twoRates("R", "R ", new SaleBuilder().line("milk", 1000).sale());

        assertThat(accept(1, RecordKind.SALE, sale).acceptance().disputed()).isTrue();

        assertThat(shop.database.count("tax_line", "true")).isEqualTo(2);
    }

    @Test
    void aNumberThatLeavesNoNextOneIsRefused() {
        SaleMessage sale = new SaleBuilder().line("milk", 1000).sale();

        assertThatThrownBy(() -> accept(Long.MAX_VALUE, RecordKind.SALE, sale))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    private AcceptedRecord accept(long sequence, RecordKind kind, Record message) {
        TaxPolicyMessage policy = TaxPolicyMessage.of(SaleBuilder.IN_PRICE);
        return journal.accept(
                TestShop.TILL,
                sequence,
                WireJson.write(JournalRecord.of(TestShop.TILL, sequence, kind, 3, policy, message)));
    }

    private static SaleMessage at(Instant time, LocalDate day, SaleMessage sale) {
        return copy(sale, time, day, sale.lines(), sale.taxLines(), sale.tenders(), 1);
    }

    /** The same line twice, the second time under another rate. */
    private static SaleMessage twoRates(String first, String second, SaleMessage sale) {
        List<SaleMessage.Line> lines = new ArrayList<>();
        List<SaleMessage.TaxLine> rates = new ArrayList<>();
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        for (String rate : List.of(first, second)) {
            SaleMessage.Line line = sale.lines().get(0);
            lines.add(new SaleMessage.Line(
                    lines.size() + 1L,
                    line.itemId(),
                    line.description(),
                    line.quantityMilli(),
                    line.unitPriceMicro(),
                    line.extendedMinor(),
                    line.netMinor(),
                    line.taxMinor(),
                    rate,
                    null));
            SaleMessage.TaxLine tax = sale.taxLines().get(0);
            rates.add(new SaleMessage.TaxLine(rate, tax.ratePpm(), tax.netMinor(), tax.taxMinor(), tax.grossMinor()));
            tenders.addAll(sale.tenders());
        }
        return copy(sale, sale.endedAt(), sale.businessDay(), lines, rates, tenders, 2);
    }

    private static SaleMessage copy(
            SaleMessage sale,
            Instant time,
            LocalDate day,
            List<SaleMessage.Line> lines,
            List<SaleMessage.TaxLine> taxLines,
            List<SaleMessage.Tender> tenders,
            int times) {
        return new SaleMessage(
                UUID.randomUUID(),
                sale.storeId(),
                sale.tillSessionId(),
                sale.operatorId(),
                day,
                time,
                time,
                sale.currency(),
                lines,
                taxLines,
                tenders,
                sale.netMinor() * times,
                sale.taxMinor() * times,
                sale.totalMinor() * times);
    }
}

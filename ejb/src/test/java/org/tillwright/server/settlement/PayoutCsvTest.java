package org.tillwright.server.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutCsvTest {

    private static PayoutRead read(String text, String columns) {
        return PayoutCsv.read(text, PayoutColumns.of(columns), "EUR");
    }

    @Test
    void aFileWithOurOwnNamesNeedsNoColumns() {
        PayoutRead read = read(
                """
                kind,amount,fee,net,currency,terminal,authorization,trace,reference,scheme,date,payout,paid-on
                payment,12.50,0.15,12.35,EUR,T-1,A1B2C3,77,,VISA,2026-03-01,P-9,2026-03-03
                refund,-2.00,0,-2.00,EUR,T-1,B2,78,,VISA,2026-03-01,P-9,2026-03-03
                """,
                "");
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .containsExactly(
                        new PayoutLine(
                                2,
                                PayoutKind.PAYMENT,
                                "EUR",
                                1_250,
                                15,
                                "T-1",
                                "A1B2C3",
                                "77",
                                null,
                                "VISA",
                                LocalDate.parse("2026-03-01"),
                                "P-9",
                                LocalDate.parse("2026-03-03")),
                        new PayoutLine(
                                3,
                                PayoutKind.REFUND,
                                "EUR",
                                -200,
                                0,
                                "T-1",
                                "B2",
                                "78",
                                null,
                                "VISA",
                                LocalDate.parse("2026-03-01"),
                                "P-9",
                                LocalDate.parse("2026-03-03")));
        assertThat(read.lines().get(0).netMinor()).isEqualTo(1_235);
    }

    @Test
    void anAcquirersOwnNamesAreToldByTheColumns() {
        PayoutRead read = read(
                """
                \uFEFFArt;Umsatz;Gebühr;Datum;"TID"\r
                Verkauf;1.234,56;1,23;03.02.2026;"55;1"\r
                Gutschrift;20,00;0;04.02.2026;55\r
                Monatsgebühr;9,95;;05.02.2026;\r
                Rücklastschrift;15,00;;06.02.2026;55\r
                """,
                """
                kind = Art
                amount = Umsatz
                fee = Gebühr
                date = Datum
                terminal = TID
                decimal = ,
                days = dd.MM.yyyy
                kind.payment = Verkauf|Kauf
                kind.refund = Gutschrift
                kind.fee = Monatsgebühr
                kind.chargeback = Rücklastschrift
                """);
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .extracting(PayoutLine::kind, PayoutLine::grossMinor, PayoutLine::feeMinor, PayoutLine::terminalId)
                .containsExactly(
                        tuple(PayoutKind.PAYMENT, 123_456L, 123L, "55;1"),
                        tuple(PayoutKind.REFUND, -2_000L, 0L, "55"),
                        tuple(PayoutKind.FEE, 0L, 995L, null),
                        tuple(PayoutKind.CHARGEBACK, -1_500L, 0L, "55"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() {
        PayoutRead read = read(
                """
                kind,amount,fee,net,currency,date
                payment,12.505,,,EUR,2026-03-01
                payment,12.50,,,XXQ,2026-03-01
                sale,12.50,,,EUR,2026-03-01
                payment,12.50,,,EUR,2026-02-30
                payment,12.50,0.10,12.50,EUR,2026-03-01
                payment,,,,EUR,2026-03-01
                payment,0.00,,,EUR,2026-03-01
                payment,1e9,,,EUR,2026-03-01
                """,
                "");
        assertThat(read.faults())
                .extracting(fault -> fault.field())
                .containsExactly("line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9");
        assertThat(read.faults().get(2).message()).contains("kind.payment = \"sale\"");
    }

    @Test
    void aFileWithoutItsColumnsSaysWhichAreMissing() {
        PayoutRead read = read("betrag,tag\n1.00,2026-01-01\n", "");
        assertThat(read.faults()).extracting(Object::toString).hasSize(2).anyMatch(said -> said.contains("amount"));
        assertThat(read("", "").faults()).hasSize(1);
        assertThat(read("amount,date\n", "").faults()).hasSize(1);
        assertThat(read("amount,date\n1.00,2026-01-01\n", "ammount = X").faults())
                .extracting(fault -> fault.field())
                .containsExactly("columns");
    }

    @Test
    void faultsEndSomewhereAndSoDoLines() {
        String wrong = "amount,date\n" + "x,2026-01-01\n".repeat(1_000);
        assertThat(read(wrong, "").faults()).hasSize(PayoutRead.MOST_FAULTS);
        String many = "amount,date\n" + "1.00,2026-01-01\n".repeat(PayoutCsv.MOST_LINES + 1);
        assertThat(read(many, "").faults()).singleElement().asString().contains("more than");
    }

    @Test
    void quotedFieldsKeepWhatTheyHold() {
        List<CsvRows.CsvRow> rows = CsvRows.of("a,\"b\"\"c\n,d\",e\n\n1,2,3", 10);
        assertThat(rows)
                .extracting(CsvRows.CsvRow::fields)
                .containsExactly(List.of("a", "b\"c\n,d", "e"), List.of("1", "2", "3"));
        assertThat(rows).extracting(CsvRows.CsvRow::line).containsExactly(1, 4);
    }

    /** Read as it stands, a fee with a minus would be money that the acquirer gives. */
    @Test
    void aFeeWithAMinusIsReadAsTheFileMeansItOrNotAtAll() {
        PayoutRead unsaid =
                read("kind,amount,fee,date\npayment,12.50,-0.15,2026-03-01\nrefund,-2.00,-0.02,2026-03-01\n", "");
        assertThat(unsaid.faults())
                .singleElement()
                .asString()
                .contains("line 2")
                .contains("fees = minus");
        PayoutRead netted = read("kind,amount,fee,net,date\npayment,12.50,-0.15,12.35,2026-03-01\n", "");
        assertThat(netted.faults()).isEmpty();
        assertThat(netted.lines()).extracting(PayoutLine::feeMinor).containsExactly(15L);
        PayoutRead said = read(
                """
                kind,amount,fee,date
                payment,12.50,-0.15,2026-03-01
                refund,-2.00,0.02,2026-03-01
                fee,0,-9.95,2026-03-01
                """,
                "fees = minus");
        assertThat(said.faults()).isEmpty();
        assertThat(said.lines()).extracting(PayoutLine::feeMinor).containsExactly(15L, -2L, 995L);
        PayoutRead given = read("kind,amount,fee,net,date\npayment,12.50,-0.15,12.65,2026-03-01\n", "");
        assertThat(given.lines()).extracting(PayoutLine::feeMinor).containsExactly(-15L);
        assertThat(read("amount,date\n1.00,2026-01-01\n", "fees = maybe").faults())
                .extracting(fault -> fault.field())
                .containsExactly("columns");
    }

    @Test
    void whatASpreadsheetWouldCountIsTextOrAFault() {
        PayoutRead read = read(
                "amount,authorization,reference,date\n1.00,=1+1,\"=HYPERLINK(\"\"http://x\"\")\",2026-03-01\n", "");
        assertThat(read.faults()).isEmpty();
        assertThat(read.lines())
                .extracting(PayoutLine::authorizationCode, PayoutLine::reference)
                .containsExactly(tuple("=1+1", "=HYPERLINK(\"http://x\")"));
        assertThat(read("amount,date\n=1+1,2026-03-01\n@SUM(A1),2026-03-01\n", "")
                        .faults())
                .hasSize(2);
    }
}

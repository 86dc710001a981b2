package org.tillwright.server.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.TestShop;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.json.WireJson;

/** A till of a {@link TestShop} that sells for good: each sale is a record in the journal, numbered as a register would. */
public final class TestTill {

    private final TestJournal journal;
    private final String workstationId;
    private final UUID tillSessionId = UUID.randomUUID();
    private String operatorId = "ben";
    private Instant at = Instant.parse("2026-03-02T08:59:00Z");
    private long milkMicro = 1_290_000;
    private long sequence;

    public TestTill(TestShop shop, String workstationId) {
        this.journal = TransactionalBooking.journalOf(shop);
        this.workstationId = workstationId;
    }

    /** From now on it is this moment, and its date is the business day. */
    public TestTill at(String moment) {
        this.at = Instant.parse(moment);
        return this;
    }

    public TestTill by(String operator) {
        this.operatorId = operator;
        return this;
    }

    /** Makes this register believe in another price of milk, so that its sales are disputed. */
    public TestTill milkPrice(long micro) {
        this.milkMicro = micro;
        return this;
    }

    public UUID tillSessionId() {
        return tillSessionId;
    }

    public long sequence() {
        return sequence;
    }

    /** Sells for cash, such as {@code milk 1000, apples 345, milk 1000 @990000, milk -1000}. */
    public SaleMessage sell(String lines) {
        SaleMessage sale = rungUp(lines);
        return send(sale, sale.tenders());
    }

    /** The same, paid by a card. */
    public SaleMessage sellByCard(String lines, String lastFour) {
        return sellByCard(lines, new SaleMessage.Card("VISA", lastFour, "A1B2C3", "T-1", "77"));
    }

    /** The same, with all that the terminal told. */
    public SaleMessage sellByCard(String lines, SaleMessage.Card card) {
        SaleMessage sale = rungUp(lines);
        return send(sale, List.of(new SaleMessage.Tender("CARD", sale.totalMinor(), card)));
    }

    /** The same, paid by a phone. */
    public SaleMessage sellByPhone(String lines, UUID paymentId, String reference) {
        SaleMessage sale = rungUp(lines);
        TenderParticulars said = new TenderParticulars(reference, paymentId, null, null);
        return send(sale, List.of(new SaleMessage.Tender("WALLET", sale.totalMinor(), null, said)));
    }

    /** Tells what the card terminal closed. */
    public void tell(CardSettlementMessage closed) {
        accept(RecordKind.CARD_SETTLED, closed);
    }

    public void open(long floatMinor) {
        accept(
                RecordKind.TILL_OPENED,
                new TillOpenedMessage(
                        tillSessionId, TestShop.STORE, operatorId, day(), at, TestShop.EUR.code(), floatMinor));
    }

    public void settle(long countedMinor) {
        accept(
                RecordKind.TILL_SETTLED,
                new TillSettledMessage(
                        tillSessionId,
                        TestShop.STORE,
                        operatorId,
                        at,
                        TestShop.EUR.code(),
                        List.of(new TillSettledMessage.Count("CASH", countedMinor, countedMinor)),
                        sequence));
    }

    /** Tells that a customer wants a receipt sent. */
    public void tell(ReceiptRequestMessage request) {
        accept(RecordKind.RECEIPT_REQUESTED, request);
    }

    private SaleMessage rungUp(String lines) {
        SaleBuilder builder = new SaleBuilder().at(workstationId).milkPrice(milkMicro);
        for (String line : lines.split(", ", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length == 2) {
                builder.line(words[0], Long.parseLong(words[1]));
            } else {
                builder.overridden(words[0], Long.parseLong(words[1]), Long.parseLong(words[2].substring(1)));
            }
        }
        return builder.sale();
    }

    private SaleMessage send(SaleMessage sale, List<SaleMessage.Tender> tenders) {
        SaleMessage told = new SaleMessage(
                sale.transactionId(),
                sale.storeId(),
                tillSessionId,
                operatorId,
                day(),
                at.minusSeconds(30),
                at,
                sale.currency(),
                sale.lines(),
                sale.taxLines(),
                tenders,
                sale.netMinor(),
                sale.taxMinor(),
                sale.totalMinor());
        accept(RecordKind.SALE, told);
        return told;
    }

    private void accept(RecordKind kind, Record message) {
        sequence++;
        journal.accept(workstationId, sequence, recordOf(kind, message));
    }

    /** The bytes of the newest record, were it this message. */
    public byte[] recordOf(RecordKind kind, Record message) {
        return WireJson.write(
                JournalRecord.of(workstationId, sequence, kind, 3, TaxPolicyMessage.of(SaleBuilder.IN_PRICE), message));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}

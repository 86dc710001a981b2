package org.tillwright.server.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.SaleBuilder;
import org.tillwright.server.journal.TestJournal;
import org.tillwright.server.journal.TransactionalBooking;
import org.tillwright.wire.Acceptance;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.json.WireJson;

/** A till that sells no goods, only money under numbers: what is taken beside the goods, and how it is paid. */
final class ValueTill {

    private final TestShop shop;
    private final TestJournal journal;
    private final String workstationId;
    private final List<SaleParticulars.MoneyIn> moneyIn = new ArrayList<>();
    private final List<SaleMessage.Tender> tenders = new ArrayList<>();
    private long sequence;

    ValueTill(TestShop shop, String workstationId) {
        this(shop, workstationId, 0);
    }

    /** @param sequence of the last record that the workstation sent */
    ValueTill(TestShop shop, String workstationId, long sequence) {
        this.sequence = sequence;
        this.shop = shop;
        this.journal = TransactionalBooking.journalOf(shop);
        this.workstationId = workstationId;
    }

    ValueTill takes(SaleParticulars.Kind kind, String reference, long minor) {
        moneyIn.add(new SaleParticulars.MoneyIn(kind.name(), reference, minor));
        return this;
    }

    ValueTill cash(long minor) {
        tenders.add(new SaleMessage.Tender("CASH", minor, null));
        return this;
    }

    ValueTill paid(String type, String reference, long minor, UUID authorizationId) {
        TenderParticulars said = new TenderParticulars(reference, authorizationId, null, null);
        tenders.add(new SaleMessage.Tender(type, minor, null, said));
        return this;
    }

    /** Sends what was taken and paid as one sale. */
    Acceptance send() {
        sequence++;
        byte[] record = WireJson.write(JournalRecord.of(
                workstationId,
                sequence,
                RecordKind.SALE,
                3,
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                sale()));
        moneyIn.clear();
        tenders.clear();
        Acceptance first = journal.accept(workstationId, sequence, record).acceptance();
        Acceptance again = journal.accept(workstationId, sequence, record).acceptance();
        if (!again.equals(first)) {
            throw new AssertionError("a repeat was answered otherwise");
        }
        return first;
    }

    private SaleMessage sale() {
        Instant now = shop.clock.instant();
        return new SaleMessage(
                UUID.randomUUID(),
                TestShop.STORE,
                SaleBuilder.TILL_SESSION,
                "ben",
                LocalDate.parse("2026-03-02"),
                now.minusSeconds(30),
                now,
                "EUR",
                List.of(),
                List.of(),
                List.copyOf(tenders),
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                new SaleParticulars(null, null, List.copyOf(moneyIn), null, null, null));
    }
}

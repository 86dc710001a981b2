package org.tillwright.server.orders;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.server.TestShop;
import org.tillwright.server.journal.TestJournal;
import org.tillwright.server.journal.TransactionalBooking;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.SaleParticulars.MoneyIn;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.order.OrderMessage;
import org.tillwright.wire.order.SuspendedSaleMessage;

/** A till of a {@link TestShop} that sells milk, takes deposits and gives them back; all in cash. */
final class OrderTill {

    static final Instant AT = Instant.parse("2026-03-02T08:59:00Z");
    private static final TaxPolicy IN_PRICE =
            new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP);
    private static final UUID TILL_SESSION = UUID.randomUUID();

    private final TestJournal journal;
    private final String workstationId;
    private long sequence;

    OrderTill(TestShop shop, String workstationId) {
        this.journal = TransactionalBooking.journalOf(shop);
        this.workstationId = workstationId;
    }

    /** A cart of one milk, parked. */
    static SuspendedSaleMessage parked(UUID id, @Nullable UUID resumedFrom) {
        return new SuspendedSaleMessage(
                id,
                "ben",
                "Ben",
                AT,
                AT.plusSeconds(7 * 86_400),
                "EUR",
                129L,
                1L,
                "lady in red",
                List.of("The milk"),
                resumedFrom,
                "{\"milk\":1}");
    }

    /** An order of one milk. */
    static OrderMessage order(UUID id, String kind) {
        return new OrderMessage(
                id,
                kind,
                "ben",
                "Ben",
                AT,
                LocalDate.parse("2026-03-16"),
                null,
                "Olena 100%",
                "+380 44 123",
                "EUR",
                129L,
                List.of(new OrderMessage.Line(1L, "milk", "The milk", 1000L, 1_290_000L, 129L)),
                "{\"milk\":1}");
    }

    /** Sells one milk; what was deposited before pays a part. */
    SaleMessage sell(UUID transactionId, SaleParticulars said, long fromDepositMinor) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        if (fromDepositMinor != 0) {
            tenders.add(new SaleMessage.Tender(
                    "DEPOSIT", fromDepositMinor, null, TenderParticulars.reference(String.valueOf(said.orderId()))));
        }
        if (fromDepositMinor != 129) {
            tenders.add(new SaleMessage.Tender("CASH", 129 - fromDepositMinor, null));
        }
        var line = new SaleMessage.Line(1L, "milk", "The milk", 1000L, 1_290_000L, 129L, 121L, 8L, "R", null);
        return send(
                transactionId,
                List.of(line),
                List.of(new SaleMessage.TaxLine("R", 70_000L, 121L, 8L, 129L)),
                tenders,
                said,
                129,
                "EUR");
    }

    /** Takes money on an order, or gives it back when it is negative. */
    SaleMessage deposit(UUID transactionId, UUID orderId, long minor, @Nullable UUID postVoidOf) {
        return deposit(transactionId, orderId, minor, postVoidOf, "EUR");
    }

    SaleMessage deposit(UUID transactionId, UUID orderId, long minor, @Nullable UUID postVoidOf, String currency) {
        var said = new SaleParticulars(
                null, null, List.of(new MoneyIn("DEPOSIT", orderId.toString(), minor)), orderId, null, postVoidOf);
        return send(
                transactionId,
                List.of(),
                List.of(),
                List.of(new SaleMessage.Tender("CASH", minor, null)),
                said,
                0,
                currency);
    }

    void giveUp(UUID transactionId) {
        accept(
                RecordKind.SALE_VOIDED,
                new SaleVoidedMessage(
                        transactionId,
                        TestShop.STORE,
                        TILL_SESSION,
                        "ben",
                        LocalDate.parse("2026-03-02"),
                        AT,
                        "EUR",
                        1L,
                        129L));
    }

    private SaleMessage send(
            UUID transactionId,
            List<SaleMessage.Line> lines,
            List<SaleMessage.TaxLine> taxLines,
            List<SaleMessage.Tender> tenders,
            SaleParticulars said,
            long total,
            String currency) {
        long tax = total == 0 ? 0 : 8;
        var sale = new SaleMessage(
                transactionId,
                TestShop.STORE,
                TILL_SESSION,
                "ben",
                LocalDate.parse("2026-03-02"),
                AT.minusSeconds(30),
                AT,
                currency,
                lines,
                taxLines,
                tenders,
                total - tax,
                tax,
                total,
                null,
                null,
                null,
                null,
                null,
                said);
        accept(RecordKind.SALE, sale);
        return sale;
    }

    private void accept(RecordKind kind, Record message) {
        sequence++;
        byte[] record = WireJson.write(
                JournalRecord.of(workstationId, sequence, kind, 3, TaxPolicyMessage.of(IN_PRICE), message));
        journal.accept(workstationId, sequence, record);
        journal.accept(workstationId, sequence, record); // as after a lost answer
    }
}

package org.tillwright.register.fiscal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.device.fiscal.FiscalRequest;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.fiscal.FiscalKind;

/** Tells a fiscal device what a record says. The same record always gives the same request. */
final class FiscalRequests {

    private FiscalRequests() {}

    /**
     * Returns what a device has to know of a record; null for one that is none of its business.
     *
     * @param head of the journal's chain after it; null where it is not sealed
     */
    static @Nullable FiscalRequest of(JournalRecord record, @Nullable String head) {
        RecordKind kind = RecordKind.find(record.kind());
        Record message = kind == null ? null : record.message(kind.payload());
        FiscalKind told = kind == null || message == null ? null : FiscalKind.of(kind, message);
        if (told != null && message instanceof SaleMessage sale) {
            return of(record, head, told, sale);
        }
        if (told != null && message instanceof SaleVoidedMessage voided) {
            return new FiscalRequest(
                    voided.transactionId(),
                    record.workstationId(),
                    record.sequence(),
                    head,
                    told,
                    voided.voidedAt(),
                    voided.currency(),
                    voided.totalMinor(),
                    List.of(),
                    List.of());
        }
        return null;
    }

    private static FiscalRequest of(JournalRecord record, @Nullable String head, FiscalKind kind, SaleMessage sale) {
        List<FiscalRequest.Tax> taxes = sale.taxLines().stream()
                .map(tax -> new FiscalRequest.Tax(tax.ratePpm(), tax.netMinor(), tax.taxMinor()))
                .toList();
        Map<String, Long> paid = new TreeMap<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            paid.merge(tender.type(), tender.amountMinor(), Math::addExact);
        }
        return new FiscalRequest(
                sale.transactionId(),
                record.workstationId(),
                record.sequence(),
                head,
                kind,
                sale.endedAt(),
                sale.currency(),
                sale.totalMinor(),
                taxes,
                paid.entrySet().stream()
                        .map(entry -> new FiscalRequest.Paid(entry.getKey(), entry.getValue()))
                        .toList());
    }
}

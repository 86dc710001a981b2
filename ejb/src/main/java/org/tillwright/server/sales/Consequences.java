package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.cash.TenderTaken;
import org.tillwright.server.inventory.StockMovement;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.JournalEntry;
import org.tillwright.server.ledger.Posting;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/** What follows from a sale for the other capabilities, in their words. */
final class Consequences {

    private Consequences() {}

    /** Sold goods leave the store; returned goods come back. */
    static List<StockMovement> movementsOf(SaleMessage sale) {
        return sale.lines().stream()
                .map(line -> new StockMovement(
                        sale.transactionId(),
                        line.number(),
                        sale.storeId(),
                        line.itemId(),
                        line.quantityMilli() < 0 ? StockMovement.Reason.RETURN : StockMovement.Reason.SALE,
                        Math.negateExact(line.quantityMilli())))
                .toList();
    }

    static List<TenderTaken> tendersOf(SaleMessage sale) {
        List<TenderTaken> taken = new ArrayList<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            taken.add(new TenderTaken(
                    sale.transactionId(),
                    taken.size() + 1,
                    sale.tillSessionId(),
                    tender.type(),
                    sale.currency(),
                    tender.amountMinor()));
        }
        return taken;
    }

    /** What was taken is debited, the net is income, and the tax is owed; a sound sale makes these sum to zero. */
    static JournalEntry journalEntryOf(SaleMessage sale) {
        List<Posting> postings = new ArrayList<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            boolean cash = tender.type().equals(TenderType.CASH.name());
            postings.add(Posting.debit(cash ? Account.CASH : Account.CARD, tender.amountMinor()));
        }
        for (SaleMessage.TaxLine tax : sale.taxLines()) {
            postings.add(new Posting(Account.SALES, tax.taxRateId(), Math.negateExact(tax.netMinor())));
            postings.add(new Posting(Account.TAX, tax.taxRateId(), Math.negateExact(tax.taxMinor())));
        }
        return new JournalEntry(
                sale.transactionId(), "SALE", sale.storeId(), sale.businessDay(), sale.currency(), postings);
    }

    /** The sale itself, and each thing in it that someone had to allow. */
    static List<AuditNote> notesOf(JournalRecord record, SaleMessage sale) {
        List<AuditNote> notes = new ArrayList<>();
        notes.add(note("SALE", record, sale, sale.operatorId(), record.kind() + " " + record.sequence()));
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.OverriddenPrice override = line.override();
            if (override != null) {
                String detail = "line " + line.number() + " item " + line.itemId() + " for " + override.reason()
                        + ": unit price in millionths " + line.unitPriceMicro() + " instead of "
                        + override.regularUnitPriceMicro();
                notes.add(note("PRICE_OVERRIDE", record, sale, override.approverId(), detail));
            }
            if (line.quantityMilli() < 0) {
                String detail = "line " + line.number() + " item " + line.itemId();
                notes.add(note("RETURN", record, sale, sale.operatorId(), detail));
            }
        }
        return notes;
    }

    private static AuditNote note(
            String action, JournalRecord record, SaleMessage sale, String operatorId, String detail) {
        return new AuditNote(
                action,
                sale.endedAt(),
                sale.storeId(),
                record.workstationId(),
                operatorId,
                sale.transactionId().toString(),
                detail);
    }
}

package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Rate;
import org.tillwright.server.audit.AuditNote;
import org.tillwright.server.cash.TenderTaken;
import org.tillwright.server.inventory.StockMovement;
import org.tillwright.server.ledger.Account;
import org.tillwright.server.ledger.JournalEntry;
import org.tillwright.server.ledger.Posting;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.TaxNames;

/** What follows from a sale for the other capabilities, in their words. */
final class Consequences {

    private Consequences() {}

    /**
     * Sold goods leave the store; returned goods come back, and those that nobody can sell again leave at once as waste: under
     * the line's number turned, since a line moves goods once.
     */
    static List<StockMovement> movementsOf(SaleMessage sale) {
        List<StockMovement> movements = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            boolean isReturn = line.quantityMilli() < 0;
            StockMovement moved = new StockMovement(
                    sale.transactionId(),
                    line.number(),
                    sale.storeId(),
                    line.itemId(),
                    isReturn ? StockMovement.Reason.RETURN : StockMovement.Reason.SALE,
                    Math.negateExact(line.quantityMilli()));
            movements.add(moved);
            LineParticulars said = line.particulars();
            if (isReturn && said != null && LineParticulars.SCRAP.equals(said.condition())) {
                movements.add(new StockMovement(
                        sale.transactionId(),
                        Math.negateExact(line.number()),
                        sale.storeId(),
                        line.itemId(),
                        StockMovement.Reason.WASTE,
                        line.quantityMilli()));
            }
        }
        return movements;
    }

    /** What a sale moved goes the other way, waste too: stock is then what it was before. */
    static List<StockMovement> undoing(SaleMessage sale, SaleMessage original) {
        return movementsOf(original).stream()
                .map(moved -> new StockMovement(
                        sale.transactionId(),
                        moved.lineNumber(),
                        moved.storeId(),
                        moved.itemId(),
                        StockMovement.Reason.POST_VOID,
                        Math.negateExact(moved.quantityMilli())))
                .toList();
    }

    static List<TenderTaken> tendersOf(SaleMessage sale) {
        List<TenderTaken> taken = new ArrayList<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            TenderParticulars said = tender.particulars();
            TenderParticulars.Foreign foreign = said == null ? null : said.foreign();
            taken.add(new TenderTaken(
                    sale.transactionId(),
                    taken.size() + 1,
                    sale.tillSessionId(),
                    tender.type(),
                    sale.currency(),
                    tender.amountMinor(),
                    foreign == null ? null : foreign.currency(),
                    foreign == null ? null : foreign.amountMinor()));
        }
        return taken;
    }

    /**
     * What was taken is debited, the net is income, the tax and what was taken beside the goods are owed, and what cash was
     * rounded by has its own account; a sound sale makes these sum to zero.
     */
    static JournalEntry journalEntryOf(SaleMessage sale) {
        List<Posting> postings = new ArrayList<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            postings.add(Posting.debit(Account.of(TenderType.valueOf(tender.type())), tender.amountMinor()));
        }
        for (SaleMessage.TaxLine group : sale.taxLines()) {
            postings.add(new Posting(Account.SALES, group.taxRateId(), Math.negateExact(group.netMinor())));
        }
        postings.addAll(taxesOf(sale));
        for (SaleParticulars.MoneyIn taken : sale.details().taken()) {
            postings.add(Posting.credit(accountOf(taken), taken.amountMinor()));
        }
        postings.add(Posting.credit(Account.CASH_ROUNDING, sale.roundedByMinor()));
        return new JournalEntry(
                sale.transactionId(), "SALE", sale.storeId(), sale.businessDay(), sale.currency(), postings);
    }

    private static Account accountOf(SaleParticulars.MoneyIn taken) {
        return switch (SaleParticulars.Kind.valueOf(taken.kind())) {
            case GIFT_CARD -> Account.GIFT_CARDS;
            case DEPOSIT -> Account.DEPOSITS;
            case ACCOUNT_PAYMENT -> Account.CUSTOMER_ACCOUNTS;
            case TIP -> Account.TIPS;
        };
    }

    /** By the single tax where the register told it, so that what is owed to whom can be seen. */
    private static List<Posting> taxesOf(SaleMessage sale) {
        List<SaleMessage.TaxSum> taxes = sale.taxes();
        return taxes == null
                ? sale.taxLines().stream()
                        .map(group -> new Posting(Account.TAX, group.taxRateId(), Math.negateExact(group.taxMinor())))
                        .toList()
                : taxes.stream()
                        .map(tax ->
                                new Posting(Account.TAX, TaxNames.idOf(sale, tax), Math.negateExact(tax.amountMinor())))
                        .toList();
    }

    /** The sale itself, and each thing in it that someone had to allow. */
    static List<AuditNote> notesOf(JournalRecord record, SaleMessage sale) {
        List<AuditNote> notes = new ArrayList<>();
        notes.add(note("SALE", record, sale, sale.operatorId(), record.kind() + " " + record.sequence()));
        if (PostVoids.isOne(sale)) {
            notes.add(note(
                    "POST_VOID",
                    record,
                    sale,
                    sale.operatorId(),
                    "undoes sale " + sale.details().postVoidOf()));
            return notes;
        }
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.OverriddenPrice override = line.override();
            if (override != null) {
                String detail = "line " + line.number() + " item " + line.itemId() + " for " + override.reason()
                        + ": unit price in millionths " + line.unitPriceMicro() + " instead of "
                        + override.regularUnitPriceMicro();
                notes.add(note("PRICE_OVERRIDE", record, sale, override.approverId(), detail));
            }
            if (line.quantityMilli() < 0) {
                String detail = "line " + line.number() + " item " + line.itemId() + textOf(line.particulars());
                notes.add(note("RETURN", record, sale, sale.operatorId(), detail));
            }
            for (CartMessage.ManualDiscount discount : Lists.of(line.manualDiscounts())) {
                String where = "line " + line.number() + " item " + line.itemId() + ": ";
                notes.add(note("DISCOUNT", record, sale, discount.approverId(), where + textOf(discount)));
            }
        }
        for (CartMessage.ManualDiscount discount : Lists.of(sale.discounts())) {
            notes.add(note("DISCOUNT", record, sale, discount.approverId(), "sale: " + textOf(discount)));
        }
        return notes;
    }

    private static String textOf(@Nullable LineParticulars said) {
        if (said == null) {
            return "";
        }
        String reason = said.returnReason();
        String condition = said.condition();
        return (reason == null ? "" : " for " + reason) + (condition == null ? "" : ", " + condition);
    }

    private static String textOf(CartMessage.ManualDiscount discount) {
        boolean percent = discount.kind().equals("PERCENT");
        return (percent ? new Rate(discount.value()).percentText() + " %" : discount.value() + " in minor units")
                + " for " + discount.reason();
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

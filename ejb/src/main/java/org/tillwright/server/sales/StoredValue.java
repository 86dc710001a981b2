package org.tillwright.server.sales;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.value.ValueMovement;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.value.ValueKind;

/** What follows from a sale for money that is kept under a number. */
final class StoredValue {

    private final JournalRecord record;
    private final SaleMessage sale;
    private final List<ValueMovement> movements = new ArrayList<>();

    private StoredValue(JournalRecord record, SaleMessage sale) {
        this.record = record;
        this.sale = sale;
    }

    /** What was taken beside the goods is kept, and what was paid with is no longer; a tender that goes back is kept again. */
    static List<ValueMovement> movementsOf(JournalRecord record, SaleMessage sale) {
        StoredValue value = new StoredValue(record, sale);
        value.moneyIn();
        value.tenders();
        return value.movements;
    }

    private void moneyIn() {
        List<SaleParticulars.MoneyIn> taken = sale.details().taken();
        for (int i = 0; i < taken.size(); i++) {
            SaleParticulars.MoneyIn each = taken.get(i);
            ValueKind kind = kindOf(SaleParticulars.Kind.valueOf(each.kind()));
            String number = each.reference();
            if (kind != null && number != null) {
                add(ValueMovement.Event.MONEY_IN, i + 1, kind, number, each.amountMinor(), null);
            }
        }
    }

    private void tenders() {
        for (int i = 0; i < sale.tenders().size(); i++) {
            SaleMessage.Tender tender = sale.tenders().get(i);
            ValueKind kind = ValueKind.find(tender.type());
            TenderParticulars said = tender.particulars();
            if (kind != null && said != null && said.reference() != null) {
                add(
                        ValueMovement.Event.TENDER,
                        i + 1,
                        kind,
                        said.reference(),
                        Math.negateExact(tender.amountMinor()),
                        said);
            }
        }
    }

    /** @param shopOwesMinor what the shop owes more than before; a customer's account tells it the other way round */
    private void add(
            ValueMovement.Event event,
            int line,
            ValueKind kind,
            String number,
            long shopOwesMinor,
            @Nullable TenderParticulars said) {
        movements.add(new ValueMovement(
                sale.transactionId(),
                event,
                line,
                kind,
                number,
                sale.currency(),
                kind.isOwedToShop() ? Math.negateExact(shopOwesMinor) : shopOwesMinor,
                said == null ? null : said.authorizationId(),
                sale.storeId(),
                record.workstationId(),
                sale.endedAt()));
    }

    private static @Nullable ValueKind kindOf(SaleParticulars.Kind kind) {
        return switch (kind) {
            case GIFT_CARD -> ValueKind.GIFT_CARD;
            case DEPOSIT -> ValueKind.DEPOSIT;
            case ACCOUNT_PAYMENT -> ValueKind.ON_ACCOUNT;
            case TIP -> null;
        };
    }
}

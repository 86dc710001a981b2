package org.tillwright.wire.receipt;

import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/**
 * What a receipt is of.
 *
 * @param sequence number of the register's record; with the workstation it is the receipt's number
 * @param training true for a sale that was practised, and counts for nothing
 */
public record ReceiptSale(String workstationId, long sequence, boolean training, SaleMessage sale) {

    /** Reads a sale from its record. */
    public static ReceiptSale of(JournalRecord record) {
        return of(record, record.message(SaleMessage.class));
    }

    /** Takes a sale that was read from this record before. */
    public static ReceiptSale of(JournalRecord record, SaleMessage sale) {
        return new ReceiptSale(
                record.workstationId(), record.sequence(), record.kind().equals(RecordKind.TRAINING_SALE.name()), sale);
    }

    /** Returns an amount in the sale's currency. */
    public Money money(long minor) {
        return new Money(Currency.of(sale.currency()), minor);
    }

    /** True when goods came back. */
    public boolean hasReturns() {
        return sale.lines().stream().anyMatch(line -> line.quantityMilli() < 0);
    }

    /** True when goods came back and others went out. */
    public boolean isExchange() {
        return hasReturns() && sale.lines().stream().anyMatch(line -> line.quantityMilli() > 0);
    }

    /** Returns what the customer pays: the goods, and what is taken beside them. */
    public Money due() {
        return money(Math.addExact(sale.totalMinor(), sale.moneyInMinor()));
    }
}

package org.tillwright.register.sale;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.CustomerFound;

/**
 * A sale that is on disk: the record as the server gets it, and what is in it.
 *
 * @param customer who bought, as long as the register remembers; null for nobody, and for a sale read back from the journal
 * @param isOnPaper false when the customer wants no printed receipt
 */
public record FinishedSale(
        JournalRecord record, SaleMessage sale, @Nullable CustomerFound customer, boolean isOnPaper) {

    public FinishedSale(JournalRecord record, SaleMessage sale) {
        this(record, sale, null, true);
    }

    /** Reads a sale back from its record. */
    public static FinishedSale of(JournalRecord record) {
        return new FinishedSale(record, record.message(SaleMessage.class));
    }

    /** Returns this for somebody who is known. */
    FinishedSale by(@Nullable CustomerFound who) {
        return new FinishedSale(record, sale, who, isOnPaper);
    }

    /** Returns this without a printed receipt. */
    FinishedSale withoutPaper() {
        return new FinishedSale(record, sale, customer, false);
    }

    /** True if it was practised only: it counts for nothing, and its paper says so. */
    public boolean isTraining() {
        return record.kind().equals(RecordKind.TRAINING_SALE.name());
    }

    public UUID transactionId() {
        return sale.transactionId();
    }

    public Money total() {
        return money(sale.totalMinor());
    }

    /** What the customer had to pay: the goods, and what is paid beside them, such as a tip or a gift card. */
    public Money payable() {
        return money(sale.totalMinor() + sale.moneyInMinor());
    }

    /** What goes back to the customer of the cash that was given; zero when nothing does. Never negative. */
    public Money change() {
        boolean isRefund = payable().isNegative();
        long minor = sale.tenders().stream()
                .filter(tender -> tender.amountMinor() < 0 && !isRefund)
                .mapToLong(SaleMessage.Tender::amountMinor)
                .sum();
        return money(-minor);
    }

    /** What was paid beyond the total because there are no smaller coins; negative when it was less. */
    public Money cashRounding() {
        return money(sale.roundedByMinor());
    }

    /** True when notes or coins of any currency went in or out, and the drawer has to open. */
    public boolean movesCash() {
        Set<String> notes = Set.of(TenderType.CASH.name(), TenderType.FOREIGN_CASH.name());
        return sale.tenders().stream().anyMatch(tender -> notes.contains(tender.type()) && tender.amountMinor() != 0);
    }

    public Money money(long minor) {
        return new Money(Currency.of(sale.currency()), minor);
    }
}

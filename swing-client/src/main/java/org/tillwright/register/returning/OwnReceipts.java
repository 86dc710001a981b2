package org.tillwright.register.returning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.promotion.Promotion.ReturnPolicy;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Catalogues;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.JournalSearch;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.journal.StoredRecord;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.PostVoids;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;

/** What this register knows of receipts by itself: its own sales, and what came back here. Reads the journal. */
public final class OwnReceipts {

    private final Journal journal;
    private final JournalSearch search;
    private final Catalogues catalogues;

    public OwnReceipts(Journal journal, Catalogues catalogues) {
        this.journal = journal;
        this.search = new JournalSearch(journal);
        this.catalogues = catalogues;
    }

    /** Finds one of this register's own receipts. */
    Optional<KnownReceipt> find(ReceiptRef ref) throws JournalException {
        Optional<StoredRecord> stored = ref instanceof ReceiptRef.ByNumber number
                ? ofNumber(number)
                : search.sale(((ReceiptRef.ByCode) ref).idBegins());
        Optional<Catalogue> newest = catalogues.newest();
        return stored.isEmpty() || newest.isEmpty() ? Optional.empty() : Optional.of(known(stored.get(), newest.get()));
    }

    private Optional<StoredRecord> ofNumber(ReceiptRef.ByNumber number) throws JournalException {
        String own = journal.identity().map(RegisterIdentity::workstationId).orElse("");
        boolean isOwn =
                number.workstationId().isEmpty() || number.workstationId().equalsIgnoreCase(own);
        return isOwn
                ? journal.find(number.sequence()).filter(record -> record.kind().equals(RecordKind.SALE.name()))
                : Optional.empty();
    }

    private KnownReceipt known(StoredRecord stored, Catalogue catalogue) throws JournalException {
        JournalRecord record = WireJson.read(stored.body(), JournalRecord.class);
        SaleMessage sale = record.message(SaleMessage.class);
        List<SaleMessage> since = since(sale.transactionId(), stored.sequence());
        ReceiptFound receipt = new ReceiptFound(
                record.workstationId(),
                record.sequence(),
                record.priceBookVersion(),
                record.taxPolicy(),
                catalogue.store().timeZone(),
                catalogue.store().country(),
                sale,
                returns(since, sale.transactionId()),
                undoneBy(since, sale.transactionId()),
                null);
        boolean isOfToday = record.priceBookVersion() == catalogue.number();
        return new KnownReceipt(
                receipt,
                isOfToday ? catalogue.priceBook(receipt.soldAt().toLocalDate()) : null,
                isOfToday || isWhole(sale, catalogue));
    }

    /** Adds to what the server told what this register took back and has not sent yet. */
    ReceiptFound withOwn(ReceiptFound told) throws JournalException {
        List<SaleMessage> since = since(told.sale().transactionId(), 0);
        Set<UUID> known = new HashSet<>();
        told.returns().forEach(sale -> known.add(sale.transactionId()));
        List<SaleMessage> returns = new ArrayList<>(told.returns());
        returns(since, told.sale().transactionId()).stream()
                .filter(sale -> !known.contains(sale.transactionId()))
                .forEach(returns::add);
        UUID undone = told.postVoidedBy();
        return new ReceiptFound(
                told.workstationId(),
                told.sequence(),
                told.priceBookVersion(),
                told.taxPolicy(),
                told.timeZone(),
                told.country(),
                told.sale(),
                returns,
                undone != null ? undone : undoneBy(since, told.sale().transactionId()),
                told.book());
    }

    private List<SaleMessage> since(UUID transactionId, long sequence) throws JournalException {
        List<SaleMessage> found = new ArrayList<>();
        for (StoredRecord record : search.holding(transactionId.toString(), sequence, RecordKind.SALE)) {
            found.add(WireJson.read(record.body(), JournalRecord.class).message(SaleMessage.class));
        }
        return found;
    }

    /** What took goods of a sale back, without what was undone since. */
    private List<SaleMessage> returns(List<SaleMessage> since, UUID transactionId) throws JournalException {
        List<SaleMessage> returns = new ArrayList<>();
        for (SaleMessage sale : since) {
            boolean isReturn = sale.lines().stream()
                    .map(SaleMessage.Line::returned)
                    .anyMatch(back -> back != null && back.transactionId().equals(transactionId));
            if (isReturn && undoneBy(since(sale.transactionId(), 0), sale.transactionId()) == null) {
                returns.add(sale);
            }
        }
        return returns;
    }

    private static @Nullable UUID undoneBy(List<SaleMessage> since, UUID transactionId) {
        return since.stream()
                .filter(PostVoids::isOne)
                .filter(sale -> transactionId.equals(sale.details().postVoidOf()))
                .map(SaleMessage::transactionId)
                .findFirst()
                .orElse(null);
    }

    /** Goods of promotions that share their worth piece by piece need no rules; those of others need the rules of then. */
    private static boolean isWhole(SaleMessage sale, Catalogue catalogue) {
        var promotions = catalogue.priceBook(sale.businessDay()).rules().promotions();
        return sale.lines().stream()
                .flatMap(line -> line.takenOff().stream())
                .filter(discount -> discount.source().equals(Discount.Source.PROMOTION.name()))
                .allMatch(discount -> promotions.promotions().stream()
                        .anyMatch(promotion -> promotion.promotionId().equals(discount.discountId())
                                && promotion.returnPolicy() == ReturnPolicy.PRORATED));
    }
}

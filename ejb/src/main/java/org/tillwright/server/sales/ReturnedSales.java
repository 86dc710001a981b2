package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Discount;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.core.returns.Refunds;
import org.tillwright.server.platform.Sql;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.Selling;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;
import org.tillwright.wire.sale.SaleMoment;
import org.tillwright.wire.sale.SaleReturns;
import org.tillwright.wire.sale.TenderReturns;

/** Finds the sales that returned goods come from, as they were told, and what came back of them before. */
@Dependent
class ReturnedSales {

    /** Returns of one sale that are looked at; more than any sale has. */
    private static final int MAX_RETURNS = 1_000;

    private static final int RECEIPT_DIGITS = 16;

    /** In the place of a sale that is being told, when none is. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Sql sql;

    @Inject
    PriceBookService prices;

    @Inject
    StoreService stores;

    @Inject
    UndoneSales undone;

    /**
     * How returned goods were sold.
     *
     * @param lines by the number of the line that brings them back
     * @param toManufacturersMinor what of their worth manufacturers paid by coupons, and get back
     * @param doubts in words: sales that are not here, and more coming back than was sold
     */
    record Found(Map<Long, SoldLine> lines, long toManufacturersMinor, List<String> doubts) {}

    /**
     * What is known while one sale after the other is looked at.
     *
     * @param paid how each was paid, and what went back of it
     */
    private record Finding(Map<Long, SoldLine> lines, List<TenderReturns> paid, List<String> doubts) {}

    /** Finds what the lines of a sale bring back. The sale itself may be in the tables already. */
    Found of(SaleMessage sale) {
        Map<UUID, Map<Integer, SaleMessage.Line>> bySale = new LinkedHashMap<>();
        Finding found = new Finding(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        List<String> doubts = found.doubts();
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.ReturnedLine returned = line.returned();
            if (returned != null) {
                SaleMessage.Line other = bySale.computeIfAbsent(returned.transactionId(), id -> new LinkedHashMap<>())
                        .putIfAbsent(Math.toIntExact(returned.line()), line);
                if (other != null) {
                    doubts.add("line " + line.number() + " brings the same back as line " + other.number());
                }
            }
        }
        long toManufacturers = 0;
        for (Map.Entry<UUID, Map<Integer, SaleMessage.Line>> from : bySale.entrySet()) {
            try {
                toManufacturers += find(from.getKey(), sale, from.getValue(), found);
            } catch (IllegalArgumentException | Refunds.NotReturnableException e) {
                doubts.add("goods of sale " + from.getKey() + ": " + e.getMessage());
            } catch (ArithmeticException e) {
                doubts.add("goods of sale " + from.getKey() + ": an amount is larger than can be counted");
            }
        }
        if (!bySale.isEmpty()) {
            doubts.addAll(RefundedTenders.doubtsOf(sale, found.paid()));
        }
        return new Found(found.lines(), toManufacturers, doubts);
    }

    /** Adds how the lines were sold, and returns what manufacturers get back of them. */
    private long find(UUID id, SaleMessage returning, Map<Integer, SaleMessage.Line> back, Finding all)
            throws Refunds.NotReturnableException {
        Optional<Sold> found = open(id, returning);
        if (found.isEmpty()) {
            all.doubts().add("goods come back of sale " + id + ", which is not here");
            return 0;
        }
        Sold sold = found.get();
        all.paid().add(sold.tenders());
        Map<Integer, Quantity> quantities = new HashMap<>();
        back.forEach((number, line) -> quantities.put(number, new Quantity(Math.negateExact(line.quantityMilli()))));
        long toManufacturers = 0;
        for (Map.Entry<Integer, SoldLine> line :
                Refunds.lines(sold.opened().sale(), quantities).entrySet()) {
            Integer number = line.getKey();
            all.lines().put(Objects.requireNonNull(back.get(number)).number(), line.getValue());
            Money coupons = sold.opened().coupons().get(number);
            if (coupons != null) {
                toManufacturers += Refunds.toManufacturers(
                                coupons, line.getValue(), Objects.requireNonNull(quantities.get(number)))
                        .minor();
            }
        }
        return toManufacturers;
    }

    /** A sale that goods come back of, and how it was paid. */
    private record Sold(SaleReturns.Opened opened, TenderReturns tenders) {}

    private Optional<Sold> open(UUID transactionId, SaleMessage returning) {
        return record(transactionId).flatMap(record -> {
            SaleMessage original = record.message(SaleMessage.class);
            Optional<StoreDetail> store = stores.find(original.storeId());
            if (store.isEmpty() || !original.currency().equals(returning.currency())) {
                return Optional.empty();
            }
            LocalDateTime at = SaleMoment.of(original.begunAt(), store.get().timeZone());
            PriceBook book = prices.bookAt(
                    record.priceBookVersion(), selling(record, original, store.get(), at), itemIdsOf(original));
            List<SaleMessage> earlier = earlier(transactionId, returning.transactionId());
            return Optional.of(
                    new Sold(SaleReturns.open(original, at, book, earlier), TenderReturns.of(original, earlier)));
        });
    }

    /** Finds the sale of a receipt of any store, and what came back of it. */
    Optional<ReceiptFound> receipt(ReceiptRef code) {
        return transactionOf(code).flatMap(this::record).flatMap(record -> {
            SaleMessage sale = record.message(SaleMessage.class);
            return stores.find(sale.storeId()).map(store -> receipt(record, sale, store));
        });
    }

    private ReceiptFound receipt(JournalRecord record, SaleMessage sale, StoreDetail store) {
        LocalDateTime at = SaleMoment.of(sale.begunAt(), store.timeZone());
        boolean isByRules = sale.lines().stream()
                        .flatMap(line -> line.takenOff().stream())
                        .anyMatch(discount -> discount.source().equals(Discount.Source.PROMOTION.name()))
                || sale.tenders().stream().anyMatch(tender -> tender.type().equals(TenderType.COUPON.name()));
        return new ReceiptFound(
                record.workstationId(),
                record.sequence(),
                record.priceBookVersion(),
                record.taxPolicy(),
                store.timeZone(),
                store.country(),
                sale,
                earlier(sale.transactionId(), NOBODY),
                undone.undoneBy(sale.transactionId()).orElse(null),
                isByRules
                        ? prices.messageAt(record.priceBookVersion(), selling(record, sale, store, at), itemIdsOf(sale))
                        : null);
    }

    private Optional<UUID> transactionOf(ReceiptRef code) {
        if (code instanceof ReceiptRef.ByNumber number) {
            return sql.first(
                    "select transaction_id from retail_transaction where workstation_id = ? and sequence = ?",
                    row -> row.uuid(1),
                    number.workstationId(),
                    number.sequence());
        }
        String digits = ((ReceiptRef.ByCode) code).digits();
        return sql.first(
                "select transaction_id from retail_transaction where receipt_code = ?"
                        + " and replace(cast(transaction_id as char(36)), '-', '') like ? order by accepted_at limit 1",
                row -> row.uuid(1),
                digits.substring(0, RECEIPT_DIGITS),
                digits + "%");
    }

    private static Selling selling(JournalRecord record, SaleMessage sale, StoreDetail store, LocalDateTime at) {
        return new Selling(
                Currency.of(sale.currency()),
                store.country(),
                record.taxPolicy().policy(),
                at.toLocalDate());
    }

    private static Set<String> itemIdsOf(SaleMessage sale) {
        return sale.lines().stream().map(SaleMessage.Line::itemId).collect(Collectors.toSet());
    }

    private Optional<JournalRecord> record(UUID transactionId) {
        return sql.first(
                "select r.content from retail_transaction t join journal_record r"
                        + " on r.workstation_id = t.workstation_id and r.sequence = t.sequence"
                        + " where t.transaction_id = ?",
                row -> WireJson.read(row.bytes(1), JournalRecord.class),
                transactionId);
    }

    /**
     * Two registers may take the same goods back at once. So this waits for the other, and reads what it wrote, although it
     * was not there when this transaction began; when each waits for the other, one of them begins anew.
     */
    private List<SaleMessage> earlier(UUID original, UUID returning) {
        return sql
                .query(
                        "select r.content from (select distinct transaction_id from line_detail"
                                + " where returned_transaction_id = ? and transaction_id <> ? and transaction_id not in"
                                + " (select post_void_of from post_void) lock in share mode) d"
                                + " join retail_transaction t on t.transaction_id = d.transaction_id"
                                + " join journal_record r on r.workstation_id = t.workstation_id"
                                + " and r.sequence = t.sequence order by t.accepted_at, t.transaction_id limit ?"
                                + " lock in share mode",
                        row -> WireJson.read(row.bytes(1), JournalRecord.class),
                        original,
                        returning,
                        MAX_RETURNS)
                .stream()
                .map(record -> record.message(SaleMessage.class))
                .toList();
    }
}

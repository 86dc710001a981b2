package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.PriceBook;
import org.tillwright.core.pricing.SoldLine;
import org.tillwright.server.platform.Sql;
import org.tillwright.server.pricing.PriceBookService;
import org.tillwright.server.pricing.Selling;
import org.tillwright.server.stores.StoreDetail;
import org.tillwright.server.stores.StoreService;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.sale.SaleReturns;

/** Finds the sales that returned goods come from, as they were told, and what came back of them before. */
@Dependent
class ReturnedSales {

    /** Returns of one sale that are looked at; more than any sale has. */
    private static final int MAX_RETURNS = 1_000;

    @Inject
    Sql sql;

    @Inject
    PriceBookService prices;

    @Inject
    StoreService stores;

    /**
     * How returned goods were sold.
     *
     * @param lines by the number of the line that brings them back
     * @param doubts in words: sales that are not here, and more coming back than was sold
     */
    record Found(Map<Long, SoldLine> lines, List<String> doubts) {}

    /** Finds what the lines of a sale bring back. The sale itself may be in the tables already. */
    Found of(SaleMessage sale) {
        Map<UUID, Optional<SaleReturns>> open = new LinkedHashMap<>();
        Map<Long, SoldLine> lines = new HashMap<>();
        List<String> doubts = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.ReturnedLine returned = line.returned();
            if (returned != null) {
                UUID id = returned.transactionId();
                Optional<SaleReturns> returns = open.computeIfAbsent(id, from -> open(from, sale));
                if (returns.isEmpty()) {
                    doubts.add("line " + line.number() + " comes back of sale " + id + ", which is not here");
                    continue;
                }
                try {
                    Quantity back = new Quantity(Math.negateExact(line.quantityMilli()));
                    lines.put(line.number(), returns.get().comesBack(returned.line(), back));
                } catch (IllegalArgumentException e) {
                    doubts.add("line " + line.number() + ": " + e.getMessage());
                }
            }
        }
        open.values().forEach(returns -> returns.ifPresent(one -> doubts.addAll(one.broken())));
        return new Found(lines, doubts);
    }

    private Optional<SaleReturns> open(UUID transactionId, SaleMessage returning) {
        return record(transactionId).flatMap(record -> {
            SaleMessage original = record.message(SaleMessage.class);
            Optional<StoreDetail> store = stores.find(original.storeId());
            if (store.isEmpty() || !original.currency().equals(returning.currency())) {
                return Optional.empty();
            }
            LocalDateTime at = LocalDateTime.ofInstant(
                    original.begunAt(), ZoneId.of(store.get().timeZone()));
            SaleReturns returns = new SaleReturns(original, at, book(record, original, store.get(), at));
            earlier(transactionId, returning.transactionId()).forEach(sale -> sale.lines()
                    .forEach(line -> returns.cameBack(sale, line)));
            return Optional.of(returns);
        });
    }

    private PriceBook book(JournalRecord record, SaleMessage original, StoreDetail store, LocalDateTime at) {
        Set<String> itemIds =
                original.lines().stream().map(SaleMessage.Line::itemId).collect(Collectors.toSet());
        return prices.bookAt(
                record.priceBookVersion(),
                new Selling(
                        Currency.of(original.currency()),
                        store.country(),
                        record.taxPolicy().policy(),
                        at.toLocalDate()),
                itemIds);
    }

    private Optional<JournalRecord> record(UUID transactionId) {
        return sql.first(
                "select r.content from retail_transaction t join journal_record r"
                        + " on r.workstation_id = t.workstation_id and r.sequence = t.sequence"
                        + " where t.transaction_id = ?",
                row -> WireJson.read(row.bytes(1), JournalRecord.class),
                transactionId);
    }

    private List<SaleMessage> earlier(UUID original, UUID returning) {
        return sql
                .query(
                        "select r.content from (select distinct transaction_id from line_detail"
                                + " where returned_transaction_id = ? and transaction_id <> ?) d"
                                + " join retail_transaction t on t.transaction_id = d.transaction_id"
                                + " join journal_record r on r.workstation_id = t.workstation_id"
                                + " and r.sequence = t.sequence order by t.accepted_at, t.transaction_id limit ?",
                        row -> WireJson.read(row.bytes(1), JournalRecord.class),
                        original,
                        returning,
                        MAX_RETURNS)
                .stream()
                .map(record -> record.message(SaleMessage.class))
                .toList();
    }
}

package org.tillwright.server.stores;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.TaxPolicyMessage;

/** The tables of stores. */
@Dependent
class Stores {

    private static final String ID_PREFIX = "store-";

    private static final String COLUMNS =
            "select store_id, name, tax_number, country, currency, language, time_zone, day_ends, tax_placement,"
                    + " tax_level, tax_rounding, address_line_1, address_line_2, address_line_3 from store";

    private record Footer(String storeId, String language, String text) {}

    @Inject
    Sql sql;

    List<StoreName> names() {
        return sql.query(
                "select store_id, name from store order by name, store_id",
                row -> new StoreName(row.text(1), row.text(2)));
    }

    Optional<StoreDetail> find(String storeId) {
        Map<String, String> footer = new HashMap<>();
        sql.query(
                        "select language, text from store_receipt_footer where store_id = ?",
                        row -> Map.entry(row.text(1), row.text(2)),
                        storeId)
                .forEach(line -> footer.put(line.getKey(), line.getValue()));
        return sql.first(COLUMNS + " where store_id = ?", row -> detailOf(row, footer), storeId);
    }

    /** Makes others who add to the store wait; false when there is no such store. */
    boolean lock(String storeId) {
        return sql.first("select 1 from store where store_id = ? for update", row -> row.number(1), storeId)
                .isPresent();
    }

    List<StoreDetail> all() {
        Map<String, Map<String, String>> footers = new HashMap<>();
        sql.query(
                        "select store_id, language, text from store_receipt_footer",
                        row -> new Footer(row.text(1), row.text(2), row.text(3)))
                .forEach(footer -> footers.computeIfAbsent(footer.storeId(), id -> new HashMap<>())
                        .put(footer.language(), footer.text()));
        return sql.query(
                COLUMNS + " order by name, store_id limit ?",
                row -> detailOf(row, footers.getOrDefault(row.text(1), Map.of())),
                StoreService.MAX_STORES);
    }

    long count() {
        return sql.first("select count(*) from store", row -> row.number(1)).orElse(0L);
    }

    /** True if another store counts in another currency: all stores share the prices, which are plain figures. */
    boolean isOtherCurrencyUsed(String currency, String exceptStoreId) {
        return sql.first(
                        "select 1 from store where currency <> ? and store_id <> ? limit 1",
                        row -> row.number(1),
                        currency,
                        exceptStoreId)
                .isPresent();
    }

    /** True if a register of the store sent a record: from then on sums in the books are in its currency. */
    boolean hasRecords(String storeId) {
        return sql.first(
                        "select 1 from workstation w join journal_record r on r.workstation_id = w.workstation_id"
                                + " where w.store_id = ? limit 1",
                        row -> row.number(1),
                        storeId)
                .isPresent();
    }

    /** Returns an id that no store has; stores are never deleted. */
    String nextId() {
        long last = sql
                .query(
                        "select store_id from store where store_id regexp '^" + ID_PREFIX + "[0-9]{1,9}$'",
                        row -> Long.parseLong(row.text(1).substring(ID_PREFIX.length())))
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return ID_PREFIX + (last + 1);
    }

    void add(String storeId, StoreDraft draft) {
        sql.update(
                "insert into store (name, address_line_1, address_line_2, address_line_3, tax_number, country, currency,"
                        + " language, time_zone, day_ends, tax_placement, tax_level, tax_rounding, store_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                valuesOf(draft, storeId));
        putFooter(storeId, draft.receiptFooter());
    }

    void change(String storeId, StoreDraft draft) {
        sql.update(
                "update store set name = ?, address_line_1 = ?, address_line_2 = ?, address_line_3 = ?, tax_number = ?,"
                        + " country = ?, currency = ?, language = ?, time_zone = ?, day_ends = ?, tax_placement = ?,"
                        + " tax_level = ?, tax_rounding = ? where store_id = ?",
                valuesOf(draft, storeId));
        sql.update("delete from store_receipt_footer where store_id = ?", storeId);
        putFooter(storeId, draft.receiptFooter());
    }

    private void putFooter(String storeId, Map<String, String> footer) {
        sql.batch(
                "insert into store_receipt_footer (store_id, language, text) values (?, ?, ?)",
                footer.entrySet().stream()
                        .map(text -> Sql.row(storeId, text.getKey(), text.getValue()))
                        .toList());
    }

    private static @Nullable Object[] valuesOf(StoreDraft draft, String storeId) {
        List<String> address = draft.addressLines();
        return Sql.row(
                draft.name(),
                address.size() > 0 ? address.get(0) : null,
                address.size() > 1 ? address.get(1) : null,
                address.size() > 2 ? address.get(2) : null,
                draft.taxNumber(),
                draft.country(),
                draft.currency(),
                draft.language(),
                draft.timeZone(),
                draft.dayEnds(),
                draft.taxPolicy().placement(),
                draft.taxPolicy().level(),
                draft.taxPolicy().rounding(),
                storeId);
    }

    private static StoreDetail detailOf(Row row, Map<String, String> footer) throws SQLException {
        List<String> address = new ArrayList<>();
        for (int column = 12; column <= 14; column++) {
            String line = row.textOrNull(column);
            if (line != null) {
                address.add(line);
            }
        }
        return new StoreDetail(
                row.text(1),
                row.text(2),
                address,
                row.textOrNull(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                new TaxPolicyMessage(row.text(9), row.text(10), row.text(11)),
                footer);
    }
}

package org.tillwright.server.papers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Unit;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.shop.ShopRules;

/** What papers are made of, read from the tables of those who own it. */
@Dependent
class PaperRows {

    @Inject
    Sql sql;

    /** The record that brought a sale, and whose sale it is. */
    record Found(JournalRecord record, String storeId) {}

    Optional<Found> record(UUID transactionId) {
        return sql.first(
                "select r.content, t.store_id from retail_transaction t join journal_record r"
                        + " on r.workstation_id = t.workstation_id and r.sequence = t.sequence"
                        + " where t.transaction_id = ?",
                row -> new Found(WireJson.read(row.bytes(1), JournalRecord.class), row.text(2)),
                transactionId);
    }

    SnapshotMessage.Store store(String storeId) {
        Map<String, String> footer = new HashMap<>();
        sql.query(
                        "select language, text from store_receipt_footer where store_id = ?",
                        row -> Map.entry(row.text(1), row.text(2)),
                        storeId)
                .forEach(text -> footer.put(text.getKey(), text.getValue()));
        return sql.first(
                        "select name, address_line_1, address_line_2, address_line_3, tax_number, country, currency,"
                                + " language, time_zone, day_ends from store where store_id = ?",
                        row -> new SnapshotMessage.Store(
                                storeId,
                                row.text(1),
                                lines(row.textOrNull(2), row.textOrNull(3), row.textOrNull(4)),
                                row.textOrNull(5),
                                row.text(6),
                                row.text(7),
                                row.text(8),
                                row.text(9),
                                row.text(10),
                                footer),
                        storeId)
                .orElseThrow(() -> new IllegalStateException("a sale of a store that is not here: " + storeId));
    }

    private static List<String> lines(@Nullable String... lines) {
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            if (line != null) {
                told.add(line);
            }
        }
        return told;
    }

    /** What a fiscal device answered to a sale: its signature, where it gave one, or else that it failed. */
    Optional<FiscalMessage> fiscal(UUID transactionId) {
        return sql.first(
                "select r.content from fiscal_signature f join journal_record r"
                        + " on r.workstation_id = f.workstation_id and r.sequence = f.sequence"
                        + " where f.transaction_id = ? order by f.signature is null, f.sequence limit 1",
                row -> WireJson.read(row.bytes(1), JournalRecord.class).message(FiscalMessage.class),
                transactionId);
    }

    Optional<String> operator(String operatorId) {
        return sql.first("select name from operator where operator_id = ?", row -> row.text(1), operatorId);
    }

    Optional<String> customer(String customerId) {
        return sql.first("select name from customer where customer_id = ?", row -> row.text(1), customerId);
    }

    Optional<Unit> unit(String itemId) {
        return sql.first("select unit from item where item_id = ?", row -> Unit.valueOf(row.text(1)), itemId);
    }

    /** How the store sold when it sold: the template of the receipts is a part of that. */
    Optional<ShopRules> shopRulesAt(String storeId, long version) {
        return sql.first(
                "select content from shop_rules where store_id = ? and from_version <= ? and (until_version is null"
                        + " or until_version > ?)",
                row -> WireJson.read(row.text(1).getBytes(StandardCharsets.UTF_8), ShopRules.class),
                storeId,
                version,
                version);
    }

    /** The shop's picture, as it is kept: PNG or JPEG. */
    Optional<SoldPaper.Logo> logo(String pictureId) {
        return sql.first(
                "select media_type, content from picture where picture_id = ?",
                row -> new SoldPaper.Logo(row.text(1), row.bytes(2)),
                pictureId);
    }

    Map<String, String> itemNames(String itemId) {
        Map<String, String> names = new HashMap<>();
        sql.query(
                        "select language, name from item_name where item_id = ?",
                        row -> Map.entry(row.text(1), row.text(2)),
                        itemId)
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    Optional<PricingRules> rulesAt(long version) {
        return sql.first(
                "select content from pricing_rules where from_version <= ? and (until_version is null"
                        + " or until_version > ?)",
                row -> WireJson.read(row.text(1).getBytes(StandardCharsets.UTF_8), PricingRules.class),
                version,
                version);
    }
}

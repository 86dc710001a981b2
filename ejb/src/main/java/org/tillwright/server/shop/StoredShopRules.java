package org.tillwright.server.shop;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.shop.ShopRules;

/** The table of shop rules. A version v counts a store's row when from_version <= v < until_version. */
@Dependent
class StoredShopRules {

    @Inject
    Sql sql;

    @Inject
    ReadShopRules ready;

    /** One store's rules, and the publication that brought them. */
    record Version(long number, ShopRules rules) {}

    /** Where the rules are that count for a store. */
    private record Place(long number, String contentHash) {}

    Optional<Version> at(String storeId, long version) {
        return sql.first(
                        "select from_version, content_hash from shop_rules where store_id = ? and from_version <= ?"
                                + " and (until_version is null or until_version > ?)",
                        row -> new Place(row.number(1), row.text(2)),
                        storeId,
                        version,
                        version)
                .map(place -> new Version(
                        place.number(), ready.get(place.contentHash(), () -> read(storeId, place.number()))));
    }

    private ShopRules read(String storeId, long number) {
        return sql.first(
                        "select content from shop_rules where store_id = ? and from_version = ?",
                        row -> WireJson.read(row.text(1).getBytes(StandardCharsets.UTF_8), ShopRules.class),
                        storeId,
                        number)
                .orElseThrow();
    }

    /** Returns who published which rules of a store when, the newest first. */
    List<ShopRulesSpan> history(String storeId, int limit) {
        return sql.query(
                "select r.from_version, r.until_version, coalesce(o.name, r.published_by), p.published_at"
                        + " from shop_rules r join publication p on p.number = r.from_version"
                        + " left join operator o on o.operator_id = r.published_by"
                        + " where r.store_id = ? order by r.from_version desc limit ?",
                row -> new ShopRulesSpan(row.number(1), row.numberOrNull(2), row.textOrNull(3), row.instant(4)),
                storeId,
                limit);
    }

    /** Ends the rules of a store that count at a version and begins others there. */
    void set(String storeId, ShopRules rules, @Nullable String operatorId, long version) {
        String content = new String(WireJson.write(rules), StandardCharsets.UTF_8);
        sql.update(
                "update shop_rules set until_version = ? where store_id = ? and until_version is null",
                version,
                storeId);
        sql.update(
                "insert into shop_rules (store_id, from_version, content, content_hash, published_by)"
                        + " values (?, ?, ?, sha2(?, 256), ?)",
                storeId,
                version,
                content,
                content,
                operatorId);
    }
}

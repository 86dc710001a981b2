package org.tillwright.server.pricing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;

/** The table of pricing rules. A version v counts a row when from_version <= v < until_version. */
@Dependent
class PublishedRules {

    private static final String COUNTING =
            " where r.from_version <= ? and (r.until_version is null or r.until_version > ?)";

    @Inject
    Sql sql;

    /** Which rules a version counts, without reading them; the hash tells contents apart, also of a restored database. */
    record Key(long fromVersion, String contentHash) {}

    Optional<Key> keyAt(long version) {
        return sql.first(
                "select r.from_version, r.content_hash from pricing_rules r" + COUNTING,
                row -> new Key(row.number(1), row.text(2)),
                version,
                version);
    }

    PricingRules read(Key key) {
        return WireJson.read(content(key).getBytes(StandardCharsets.UTF_8), PricingRules.class);
    }

    String content(Key key) {
        return sql.first(
                        "select content from pricing_rules where from_version = ?",
                        row -> row.text(1),
                        key.fromVersion())
                .orElseThrow(() -> new IllegalStateException("pricing rules are never deleted: " + key));
    }

    /** Returns who published which rules when, the newest first. */
    List<RulesSpan> history(int limit) {
        return sql.query(
                "select r.from_version, r.until_version, coalesce(o.name, r.published_by), p.published_at"
                        + " from pricing_rules r join publication p on p.number = r.from_version"
                        + " left join operator o on o.operator_id = r.published_by"
                        + " order by r.from_version desc limit ?",
                row -> new RulesSpan(row.number(1), row.numberOrNull(2), row.textOrNull(3), row.instant(4)),
                limit);
    }

    /** Ends the rules that count at a version and begins others there. */
    void set(String content, @Nullable String operatorId, long version) {
        sql.update("update pricing_rules set until_version = ? where until_version is null", version);
        sql.update(
                "insert into pricing_rules (from_version, content, content_hash, published_by)"
                        + " values (?, ?, sha2(?, 256), ?)",
                version,
                content,
                content,
                operatorId);
    }
}

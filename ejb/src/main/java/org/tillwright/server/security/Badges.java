package org.tillwright.server.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tillwright.server.platform.Sql;

/** What badges are known by. A person has one badge at most. */
@Dependent
class Badges {

    private record Badge(String operatorId, String verifier) {}

    @Inject
    Sql sql;

    /** Returns what badges are known by, by operator. */
    Map<String, String> verifiers() {
        Map<String, String> all = new HashMap<>();
        sql.query("select operator_id, verifier from operator_badge", row -> new Badge(row.text(1), row.text(2)))
                .forEach(badge -> all.put(badge.operatorId(), badge.verifier()));
        return all;
    }

    void set(String operatorId, String verifier, Instant now) {
        sql.update(
                "insert into operator_badge (operator_id, verifier, made_at) values (?, ?, ?)"
                        + " on duplicate key update verifier = ?, made_at = ?",
                operatorId,
                verifier,
                now,
                verifier,
                now);
    }

    /** Returns who has the badge that is known by this. */
    Optional<String> holderOf(String verifier) {
        return sql
                .query("select operator_id from operator_badge where verifier = ?", row -> row.text(1), verifier)
                .stream()
                .findFirst();
    }

    /** Takes a badge away; false where there was none. */
    boolean remove(String operatorId) {
        return sql.update("delete from operator_badge where operator_id = ?", operatorId) > 0;
    }
}

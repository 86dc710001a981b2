package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.Sql;
import org.tillwright.server.platform.TookTooLong;

/** The lists of transactions. Reads only; each condition is on an index, or looks within what an index gave. */
@Dependent
class TransactionRows {

    /** Columns of {@link #read}, from 1. */
    static final String COLUMNS = "t.transaction_id, t.workstation_id, coalesce(w.name, t.workstation_id), t.sequence,"
            + " t.business_day, t.ended_at, t.accepted_at, coalesce(o.name, t.operator_id), t.currency, t.total_minor,"
            + " (select count(*) from line_item l where l.transaction_id = t.transaction_id),"
            + " (select group_concat(distinct n.tender order by n.tender desc) from tender_line n"
            + " where n.transaction_id = t.transaction_id),"
            + " exists (select 1 from line_item l where l.transaction_id = t.transaction_id and l.quantity_milli < 0),"
            + " exists (select 1 from line_item l where l.transaction_id = t.transaction_id"
            + " and l.override_reason is not null),"
            + " exists (select 1 from disputed_totals d where d.transaction_id = t.transaction_id)";

    /** How many {@link #COLUMNS} there are. */
    static final int COLUMN_COUNT = 15;

    static final String NAMES = " left join workstation w on w.workstation_id = t.workstation_id"
            + " left join operator o on o.operator_id = t.operator_id";

    /** Items whose name has what was asked for; more would be no answer to anything. */
    private static final int MOST_ITEMS = 200;

    /** How long one search may take. */
    private static final int MOST_SECONDS = 5;

    /** What a filter offers to choose from. */
    private static final int MOST_CHOICES = 500;

    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern RECEIPT_CODE = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}");

    @Inject
    Sql sql;

    /** The newest. */
    List<TransactionRow> newest(TransactionFilter filter, int limit) {
        return rows(new Query(filter), "desc", limit);
    }

    List<TransactionRow> olderThan(TransactionFilter filter, TransactionPlace place, int limit) {
        return rows(
                new Query(filter)
                        .where(
                                "t.accepted_at <= ? and (t.accepted_at < ? or t.transaction_id < ?)",
                                place.acceptedAt(),
                                place.acceptedAt(),
                                place.transactionId()),
                "desc",
                limit);
    }

    /** Those right above a place, newest first. */
    List<TransactionRow> newerThan(TransactionFilter filter, TransactionPlace place, int limit) {
        List<TransactionRow> rows = rows(
                new Query(filter)
                        .where(
                                "t.accepted_at >= ? and (t.accepted_at > ? or t.transaction_id > ?)",
                                place.acceptedAt(),
                                place.acceptedAt(),
                                place.transactionId()),
                "asc",
                limit);
        Collections.reverse(rows);
        return rows;
    }

    /** What was accepted since a moment, newest first. */
    List<Arrival> arrivals(String storeId, Instant since, int limit) {
        return sql.query(
                "select transaction_id, accepted_at from retail_transaction where store_id = ? and accepted_at >= ?"
                        + " order by accepted_at desc, transaction_id desc limit ?",
                row -> new Arrival(row.uuid(1), row.instant(2)),
                storeId,
                since,
                limit);
    }

    List<Choice> tills(String storeId) {
        return sql.query(
                "select workstation_id, name from workstation where store_id = ? order by name, workstation_id limit ?",
                row -> new Choice(row.text(1), row.text(2)),
                storeId,
                MOST_CHOICES);
    }

    List<Choice> sellers() {
        return sql.query(
                "select operator_id, name from operator order by active desc, name, operator_id limit ?",
                row -> new Choice(row.text(1), row.text(2)),
                MOST_CHOICES);
    }

    static TransactionRow read(Row row) throws SQLException {
        String tenders = row.textOrNull(12);
        return new TransactionRow(
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.number(4),
                row.date(5),
                row.instant(6),
                row.instant(7),
                row.text(8),
                row.text(9),
                row.number(10),
                row.number(11),
                tenders == null ? List.of() : Arrays.asList(tenders.split(",", -1)),
                row.truth(13),
                row.truth(14),
                row.truth(15));
    }

    /** The keys first, by the index alone; then what is shown of those few. */
    private List<TransactionRow> rows(Query query, String direction, int limit) {
        String order = " order by t.accepted_at " + direction + ", t.transaction_id " + direction;
        query.values.add(limit);
        return within(
                "select " + COLUMNS + " from (select t.transaction_id from retail_transaction t where " + query.where
                        + order + " limit ?) k join retail_transaction t on t.transaction_id = k.transaction_id"
                        + NAMES + order,
                TransactionRows::read,
                query.values.toArray());
    }

    /** The conditions of a filter, and their values in order. */
    private final class Query {

        private final StringBuilder where = new StringBuilder("t.store_id = ?");
        private final List<@Nullable Object> values = new ArrayList<>();

        Query(TransactionFilter filter) {
            values.add(filter.storeId());
            optional("t.business_day >= ?", filter.fromDay());
            optional("t.business_day <= ?", filter.toDay());
            optional("t.workstation_id = ?", filter.workstationId());
            optional("t.operator_id = ?", filter.operatorId());
            optional("t.total_minor >= ?", filter.leastMinor());
            optional("t.total_minor <= ?", filter.mostMinor());
            optional(
                    "exists (select 1 from tender_line n where n.transaction_id = t.transaction_id and n.tender = ?)",
                    filter.tender());
            if (filter.disputedOnly()) {
                where("exists (select 1 from disputed_totals d where d.transaction_id = t.transaction_id)");
            }
            item(filter.item());
            text(filter.text());
        }

        Query where(String condition, Object... with) {
            where.append(" and (").append(condition).append(')');
            values.addAll(Arrays.asList(with));
            return this;
        }

        private void optional(String condition, @Nullable Object value) {
            if (value != null) {
                where(condition, value);
            }
        }

        private void item(@Nullable String asked) {
            if (asked == null || asked.isBlank()) {
                return;
            }
            List<String> ids = itemsMeantBy(asked.strip());
            String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
            where(
                    "t.transaction_id in (select l.transaction_id from line_item l where l.item_id in (" + places
                            + "))",
                    ids.toArray());
        }

        private void text(@Nullable String asked) {
            if (asked == null || asked.isBlank()) {
                return;
            }
            String text = asked.strip();
            String code = text.replace("tillwright:", "").replace("-", "").toLowerCase(Locale.ROOT);
            if (RECEIPT_NUMBER.matcher(text).matches()) {
                where(
                        "t.sequence = ? or exists (select 1 from tender_line n where n.transaction_id = t.transaction_id"
                                + " and n.card_last_four = ?)",
                        Long.parseLong(text),
                        text);
            } else if (RECEIPT_CODE.matcher(code).matches()) {
                where("replace(cast(t.transaction_id as char(36)), '-', '') like ?", code + "%");
            } else {
                where(
                        "exists (select 1 from line_item l where l.transaction_id = t.transaction_id"
                                + " and l.description collate utf8mb4_uca1400_ai_ci like ?)",
                        containing(text));
            }
        }
    }

    /** The asked text itself is among them: an item may have been sold that is not in the catalogue. */
    private List<String> itemsMeantBy(String asked) {
        List<String> ids = new ArrayList<>(within(
                "select item_id from item_code where code_key = ? union select item_id from item_name"
                        + " where name collate utf8mb4_uca1400_ai_ci like ? limit ?",
                row -> row.text(1),
                ScanCode.of(asked).key(),
                containing(asked),
                MOST_ITEMS));
        ids.add(asked);
        return ids;
    }

    /**
     * Words of lines, names of items and beginnings of ids are on no index: a year of a busy store is more than anybody
     * waits for.
     */
    private <T> List<T> within(String select, Sql.Reader<T> reader, @Nullable Object... values) {
        try {
            return sql.queryWithin(MOST_SECONDS, select, reader, values);
        } catch (TookTooLong e) {
            throw new Refused(
                    ProblemCode.SEARCH_TOO_WIDE,
                    "This search takes longer than " + MOST_SECONDS
                            + " seconds; narrow it by days, a till or an amount.",
                    Refused.Wording.of("transactions.refusal.tooWide", MOST_SECONDS));
        }
    }

    private static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Finds one by its id. */
    Optional<TransactionRow> find(String storeId, UUID transactionId) {
        return sql.first(
                "select " + COLUMNS + " from retail_transaction t" + NAMES
                        + " where t.store_id = ? and t.transaction_id = ?",
                TransactionRows::read,
                storeId,
                transactionId);
    }
}

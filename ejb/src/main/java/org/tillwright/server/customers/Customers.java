package org.tillwright.server.customers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Row;
import org.tillwright.server.platform.SearchWords;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.value.OwnNumber;

/** The tables of customers. */
@Dependent
class Customers {

    private static final String COLUMNS = "select c.customer_id, c.name, c.card_number, c.email, c.phone, c.tax_exempt,"
            + " c.credit_limit_minor, c.language from customer c";

    /** More than these are not counted to find out which word is the rarest. */
    private static final int MAX_COUNTED = 1_000;

    @Inject
    Sql sql;

    Optional<CustomerDetail> find(String customerId) {
        return one(" where c.customer_id = ?", customerId);
    }

    /** The same; nobody else changes it before this transaction ends. */
    Optional<CustomerDetail> lock(String customerId) {
        return one(" where c.customer_id = ? for update", customerId);
    }

    Optional<CustomerDetail> findByCard(String cardNumber) {
        return one(" where c.card_number = ?", cardNumber);
    }

    boolean isCardTaken(String cardNumber, String exceptCustomerId) {
        return sql.first(
                        "select 1 from customer where card_number = ? and customer_id <> ?",
                        row -> row.number(1),
                        cardNumber,
                        exceptCustomerId)
                .isPresent();
    }

    long count() {
        return sql.first("select count(*) from customer", row -> row.number(1)).orElse(0L);
    }

    /** Returns those whose card, phone number, or words of name and address fit; all of them for an empty text. */
    List<CustomerDetail> search(String text, int limit) {
        if (text.isBlank()) {
            return many(" order by c.name, c.customer_id limit ?", limit);
        }
        Optional<CustomerDetail> ofCard = findByCard(OwnNumber.canonical(text));
        if (ofCard.isPresent()) {
            return List.of(ofCard.get());
        }
        Optional<String> digits = CustomerPhone.digitsOf(text);
        if (digits.isPresent()) {
            return byPhone(digits.get(), limit);
        }
        return byWords(text, limit);
    }

    private List<CustomerDetail> byPhone(String digits, int limit) {
        return many(
                " where c.customer_id in (select p.customer_id from customer p where p.phone_digits like ?"
                        + " union select e.customer_id from customer e where e.phone_reversed like ?)"
                        + " order by c.name, c.customer_id limit ?",
                digits + "%",
                CustomerPhone.reversed(digits) + "%",
                limit);
    }

    private List<CustomerDetail> byWords(String text, int limit) {
        List<String> words = SearchWords.rarestFirst(text, this::countOf);
        if (words.isEmpty()) {
            return List.of();
        }
        StringBuilder where = new StringBuilder(
                " where c.customer_id in (select w.customer_id from customer_word w where w.word like ?)");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(words.get(0) + "%"); // words are letters and digits only
        for (String word : words.subList(1, words.size())) {
            where.append(" and exists (select 1 from customer_word o where o.customer_id = c.customer_id"
                    + " and o.word like ?)");
            values.add(word + "%");
        }
        values.add(limit);
        return many(where + " order by c.name, c.customer_id limit ?", values.toArray());
    }

    private long countOf(String word) {
        return sql.first(
                        "select count(*) from (select 1 from customer_word where word like ? limit " + MAX_COUNTED
                                + ") found",
                        row -> row.number(1),
                        word + "%")
                .orElse(0L);
    }

    void add(String customerId, CustomerDraft draft, Instant now) {
        sql.update(
                "insert into customer (name, card_number, email, phone, phone_digits, phone_reversed, tax_exempt,"
                        + " credit_limit_minor, language, changed_at, created_at, customer_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                valuesOf(draft, now, now, customerId));
        addLists(customerId, draft);
    }

    void change(String customerId, CustomerDraft draft, Instant now) {
        sql.update(
                "update customer set name = ?, card_number = ?, email = ?, phone = ?, phone_digits = ?,"
                        + " phone_reversed = ?, tax_exempt = ?, credit_limit_minor = ?, language = ?, changed_at = ?"
                        + " where customer_id = ?",
                valuesOf(draft, now, customerId));
        sql.update("delete from customer_group where customer_id = ?", customerId);
        sql.update("delete from customer_word where customer_id = ?", customerId);
        addLists(customerId, draft);
    }

    /** Forgets a customer; only the id stays, in what was sold. */
    void delete(String customerId) {
        sql.update("delete from customer where customer_id = ?", customerId);
    }

    private void addLists(String customerId, CustomerDraft draft) {
        sql.batch(
                "insert into customer_group (customer_id, group_id) values (?, ?)",
                draft.groups().stream().map(group -> Sql.row(customerId, group)).toList());
        List<String> texts = new ArrayList<>(List.of(draft.name()));
        if (draft.email() != null) {
            texts.add(draft.email());
        }
        sql.batch(
                "insert into customer_word (customer_id, word) values (?, ?)",
                SearchWords.ofTexts(texts).stream()
                        .map(word -> Sql.row(customerId, word))
                        .toList());
    }

    private static @Nullable Object[] valuesOf(CustomerDraft draft, @Nullable Object... rest) {
        String phone = draft.phone();
        String digits = phone == null ? null : CustomerPhone.digitsOf(phone).orElse(null);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(draft.name());
        values.add(draft.cardNumber());
        values.add(draft.email());
        values.add(phone);
        values.add(digits);
        values.add(digits == null ? null : CustomerPhone.reversed(digits));
        values.add(draft.taxExempt());
        values.add(draft.creditLimitMinor());
        values.add(draft.language());
        for (Object value : rest) {
            values.add(value);
        }
        return values.toArray();
    }

    private Optional<CustomerDetail> one(String condition, @Nullable Object... values) {
        return many(condition, values).stream().findFirst();
    }

    private List<CustomerDetail> many(String condition, @Nullable Object... values) {
        List<CustomerDetail> bare = sql.query(COLUMNS + condition, Customers::detailOf, values);
        Map<String, List<String>> groups = groupsOf(bare);
        return bare.stream()
                .map(customer -> withGroups(customer, groups.getOrDefault(customer.customerId(), List.of())))
                .toList();
    }

    private Map<String, List<String>> groupsOf(List<CustomerDetail> customers) {
        Map<String, List<String>> groups = new HashMap<>();
        if (!customers.isEmpty()) {
            String places = "?" + ", ?".repeat(customers.size() - 1);
            sql.query(
                            "select customer_id, group_id from customer_group where customer_id in (" + places + ")",
                            row -> List.of(row.text(1), row.text(2)),
                            customers.stream().map(CustomerDetail::customerId).toArray())
                    .forEach(row -> groups.computeIfAbsent(row.get(0), id -> new ArrayList<>())
                            .add(row.get(1)));
        }
        return groups;
    }

    private static CustomerDetail detailOf(Row row) throws SQLException {
        return new CustomerDetail(
                row.text(1),
                new CustomerDraft(
                        row.text(2),
                        row.textOrNull(3),
                        row.textOrNull(4),
                        row.textOrNull(5),
                        List.of(),
                        row.truth(6),
                        row.numberOrNull(7),
                        row.textOrNull(8)));
    }

    private static CustomerDetail withGroups(CustomerDetail customer, List<String> groups) {
        CustomerDraft draft = customer.draft();
        return new CustomerDetail(
                customer.customerId(),
                new CustomerDraft(
                        draft.name(),
                        draft.cardNumber(),
                        draft.email(),
                        draft.phone(),
                        groups,
                        draft.taxExempt(),
                        draft.creditLimitMinor(),
                        draft.language()));
    }
}

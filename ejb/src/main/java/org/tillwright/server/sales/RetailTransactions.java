package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.DisputedTotals;
import org.tillwright.wire.JournalRecord;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;

/** The tables of sales. Insert and select only; written in batches, because this is the hottest path of the server. */
@Dependent
class RetailTransactions {

    /** Tenders whose money comes from an acquirer or a payment service. */
    private static final Set<String> PAID_OUT = Set.of(TenderType.CARD.name(), TenderType.WALLET.name());

    @Inject
    Sql sql;

    @Inject
    SaleDetails details;

    boolean exists(UUID transactionId) {
        return sql.first(
                        "select 1 from retail_transaction where transaction_id = ?",
                        row -> row.number(1),
                        transactionId)
                .isPresent();
    }

    void add(JournalRecord record, SaleMessage sale, Instant now) {
        sql.update(
                "insert into retail_transaction (transaction_id, store_id, workstation_id, sequence, till_session_id,"
                        + " operator_id, business_day, begun_at, ended_at, accepted_at, price_book_version,"
                        + " tax_placement, tax_level, tax_rounding, currency, net_minor, tax_minor, total_minor)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sale.transactionId(),
                sale.storeId(),
                record.workstationId(),
                record.sequence(),
                sale.tillSessionId(),
                sale.operatorId(),
                sale.businessDay(),
                sale.begunAt(),
                sale.endedAt(),
                now,
                record.priceBookVersion(),
                record.taxPolicy().placement(),
                record.taxPolicy().level(),
                record.taxPolicy().rounding(),
                sale.currency(),
                sale.netMinor(),
                sale.taxMinor(),
                sale.totalMinor());
        addLines(sale);
        addTaxLines(sale);
        addTenderLines(sale);
        details.add(sale);
    }

    private void addLines(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.OverriddenPrice override = line.override();
            rows.add(Sql.row(
                    sale.transactionId(),
                    line.number(),
                    line.itemId(),
                    line.description(),
                    line.quantityMilli(),
                    line.unitPriceMicro(),
                    line.extendedMinor(),
                    line.netMinor(),
                    line.taxMinor(),
                    line.taxRateId(),
                    override == null ? null : override.regularUnitPriceMicro(),
                    override == null ? null : override.reason(),
                    override == null ? null : override.approverId()));
        }
        sql.batch(
                "insert into line_item (transaction_id, number, item_id, description, quantity_milli, unit_price_micro,"
                        + " extended_minor, net_minor, tax_minor, tax_rate_id, regular_unit_price_micro,"
                        + " override_reason, override_approver_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void addTaxLines(SaleMessage sale) {
        sql.batch(
                "insert into tax_line (transaction_id, tax_rate_id, rate_ppm, net_minor, tax_minor, gross_minor)"
                        + " values (?, ?, ?, ?, ?, ?)",
                sale.taxLines().stream()
                        .map(line -> Sql.row(
                                sale.transactionId(),
                                line.taxRateId(),
                                line.ratePpm(),
                                line.netMinor(),
                                line.taxMinor(),
                                line.grossMinor()))
                        .toList());
    }

    private void addTenderLines(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Tender tender : sale.tenders()) {
            SaleMessage.Card card = tender.card();
            rows.add(Sql.row(
                    sale.transactionId(),
                    rows.size() + 1,
                    tender.type(),
                    tender.amountMinor(),
                    card == null ? null : card.scheme(),
                    card == null ? null : card.lastFour(),
                    card == null ? null : card.authorizationCode(),
                    card == null ? null : card.terminalId(),
                    card == null ? null : card.trace()));
        }
        sql.batch(
                "insert into tender_line (transaction_id, number, tender, amount_minor, card_scheme, card_last_four,"
                        + " authorization_code, terminal_id, terminal_trace) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        addUnsettled(sale);
    }

    /** What somebody else still has to pay out to the store. */
    private void addUnsettled(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < sale.tenders().size(); i++) {
            SaleMessage.Tender tender = sale.tenders().get(i);
            if (PAID_OUT.contains(tender.type()) && tender.amountMinor() != 0) {
                rows.add(Sql.row(sale.transactionId(), i + 1, sale.storeId(), tender.type(), sale.businessDay()));
            }
        }
        sql.batch(
                "insert into unsettled_tender (transaction_id, number, store_id, tender, business_day)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
    }

    void addDispute(JournalRecord record, SaleMessage sale, Recomputation own, Instant now) {
        sql.update(
                "insert into disputed_totals (transaction_id, workstation_id, sequence, noted_at,"
                        + " computed_total_minor, reason) values (?, ?, ?, ?, ?, ?)",
                sale.transactionId(),
                record.workstationId(),
                record.sequence(),
                now,
                own.totalMinor(),
                own.reason());
    }

    Optional<TransactionSummary> find(UUID transactionId) {
        return sql.first(
                "select transaction_id, store_id, workstation_id, sequence, till_session_id, business_day, accepted_at,"
                        + " currency, net_minor, tax_minor, total_minor, (select count(*) from line_item l"
                        + " where l.transaction_id = t.transaction_id) from retail_transaction t"
                        + " where transaction_id = ?",
                row -> new TransactionSummary(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.number(4),
                        row.uuid(5),
                        row.date(6),
                        row.instant(7),
                        row.text(8),
                        row.number(9),
                        row.number(10),
                        row.number(11),
                        row.number(12)),
                transactionId);
    }

    List<DisputedTotals.Sale> disputes(int limit) {
        return sql.query(
                "select t.transaction_id, t.store_id, t.workstation_id, t.sequence, t.accepted_at, t.currency,"
                        + " t.total_minor, d.computed_total_minor, d.reason from disputed_totals d"
                        + " join retail_transaction t on t.transaction_id = d.transaction_id"
                        + " order by d.noted_at desc, d.workstation_id, d.sequence desc limit ?",
                row -> new DisputedTotals.Sale(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.number(4),
                        row.instant(5),
                        row.text(6),
                        row.number(7),
                        row.numberOrNull(8),
                        row.text(9)),
                limit);
    }
}

package org.tillwright.server.sales;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.sale.TaxNames;

/** The tables of what a sale says beyond its lines' amounts. Insert only; a plain sale writes nothing here. */
@Dependent
class SaleDetails {

    @Inject
    Sql sql;

    void add(SaleMessage sale) {
        addDetails(sale);
        addDiscounts(sale);
        addTaxes(sale);
        addModifiers(sale);
        addReturns(sale);
        if (sale.roundedByMinor() != 0) {
            sql.update(
                    "insert into cash_rounding (transaction_id, rounding_minor) values (?, ?)",
                    sale.transactionId(),
                    sale.roundedByMinor());
        }
    }

    private void addDetails(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            SaleMessage.ReturnedLine returned = line.returned();
            if (line.listMinor() != null
                    || line.serviceMode() != null
                    || line.labelMinor() != null
                    || line.follows() != null
                    || returned != null) {
                rows.add(Sql.row(
                        sale.transactionId(),
                        line.number(),
                        line.listMinor(),
                        line.serviceMode(),
                        line.labelMinor(),
                        line.follows(),
                        returned == null ? null : returned.transactionId(),
                        returned == null ? null : returned.line()));
            }
        }
        sql.batch(
                "insert into line_detail (transaction_id, line_number, list_minor, service_mode, label_minor,"
                        + " follows_line, returned_transaction_id, returned_line) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Why goods came back, and what becomes of them. */
    private void addReturns(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            LineParticulars said = line.particulars();
            if (said != null && (said.returnReason() != null || said.condition() != null)) {
                rows.add(Sql.row(
                        sale.transactionId(),
                        line.number(),
                        said.returnReason(),
                        said.condition() == null ? LineParticulars.RESELL : said.condition()));
            }
        }
        sql.batch(
                "insert into line_return (transaction_id, line_number, reason, goods_condition) values (?, ?, ?, ?)",
                rows);
    }

    private void addDiscounts(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            long number = 0;
            for (SaleMessage.Discount discount : line.takenOff()) {
                number++;
                rows.add(Sql.row(
                        sale.transactionId(),
                        line.number(),
                        number,
                        discount.source(),
                        discount.discountId(),
                        discount.amountMinor()));
            }
        }
        sql.batch(
                "insert into line_discount (transaction_id, line_number, number, source, discount_id, amount_minor)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void addTaxes(SaleMessage sale) {
        Map<String, SaleMessage.TaxSum> byId = new HashMap<>();
        Lists.of(sale.taxes()).forEach(tax -> byId.put(tax.taxId(), tax));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            long number = 0;
            for (SaleMessage.LineTax tax : Lists.of(line.taxes())) {
                number++;
                SaleMessage.TaxSum sum = byId.get(tax.taxId());
                if (sum == null) {
                    throw new IllegalArgumentException("the sale was not checked: no sum of tax " + tax.taxId());
                }
                rows.add(Sql.row(
                        sale.transactionId(),
                        line.number(),
                        number,
                        TaxNames.idOf(sale, sum),
                        sum.kind(),
                        sum.value(),
                        sum.inPrice(),
                        tax.baseMinor(),
                        tax.amountMinor()));
            }
        }
        sql.batch(
                "insert into line_tax (transaction_id, line_number, number, tax_id, kind, value, in_price, base_minor,"
                        + " tax_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void addModifiers(SaleMessage sale) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SaleMessage.Line line : sale.lines()) {
            long number = 0;
            for (CartMessage.Modifier modifier : Lists.of(line.modifiers())) {
                number++;
                rows.add(Sql.row(
                        sale.transactionId(),
                        line.number(),
                        number,
                        modifier.groupId(),
                        modifier.modifierId(),
                        modifier.count()));
            }
        }
        sql.batch(
                "insert into line_modifier (transaction_id, line_number, number, group_id, modifier_id, pieces)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }
}

package org.tillwright.server.settlement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.CardSettlementMessage;

/** The days of card terminals, as registers told them. Insert only. */
@Dependent
class CardDays {

    @Inject
    Sql sql;

    void add(String workstationId, CardSettlementMessage day) {
        sql.update(
                "insert into card_day (settlement_id, store_id, workstation_id, operator_id, terminal_id, settled_at,"
                        + " currency, from_trace, to_trace, terminal_minor, receipts_minor, open_count)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                day.settlementId(),
                day.storeId(),
                workstationId,
                day.operatorId(),
                day.terminalId(),
                day.settledAt(),
                day.currency(),
                day.fromTrace(),
                day.toTrace(),
                day.terminalMinor(),
                day.receiptsMinor(),
                day.openCount());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CardSettlementMessage.Receipt receipt : day.receipts()) {
            rows.add(Sql.row(
                    day.settlementId(),
                    rows.size() + 1,
                    receipt.transactionId(),
                    receipt.kind(),
                    receipt.amountMinor(),
                    receipt.trace(),
                    receipt.receiptNumber(),
                    receipt.authorizationCode(),
                    receipt.scheme(),
                    receipt.movedAt(),
                    receipt.reversedTrace()));
        }
        sql.batch(
                "insert into card_day_receipt (settlement_id, number, transaction_id, kind, amount_minor, trace,"
                        + " receipt_number, authorization_code, scheme, moved_at, reversed_trace)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.update(
                "update card_day_receipt c set c.awaits_sale = false where c.settlement_id = ? and (c.kind = 'REVERSAL'"
                        + " or exists (select 1 from tender_line n where n.transaction_id = c.transaction_id"
                        + " and n.tender = 'CARD' and n.amount_minor = c.amount_minor))",
                day.settlementId());
    }
}

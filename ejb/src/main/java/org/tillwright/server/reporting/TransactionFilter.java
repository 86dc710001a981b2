package org.tillwright.server.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which transactions a report counts, as a part of a query: the table is {@code t}. */
record TransactionFilter(String where, List<Object> parameters, String currencyCondition) {

    private static final String IN_CURRENCY = " and t.currency = ?";

    TransactionFilter {
        parameters = List.copyOf(parameters);
    }

    static TransactionFilter of(Question question) {
        String where = "t.store_id = ? and t.business_day between ? and ?";
        List<Object> values = new ArrayList<>(List.of(question.store().storeId(), question.from(), question.to()));
        String workstationId = question.workstationId();
        if (workstationId != null) {
            where += " and t.workstation_id = ?";
            values.add(workstationId);
        }
        UUID session = question.tillSessionId();
        if (session != null) {
            where += " and t.till_session_id = ?";
            values.add(session);
        }
        values.add(question.store().currency());
        return new TransactionFilter(where, values, IN_CURRENCY);
    }

    /** Returns the transactions of one till session, whatever their day. */
    static TransactionFilter of(UUID tillSessionId, String currency) {
        return new TransactionFilter("t.till_session_id = ?", List.of(tillSessionId, currency), IN_CURRENCY);
    }

    /** Returns this without regard to the currency: what a sum in one currency leaves out must be seen. */
    TransactionFilter ofAllCurrencies() {
        return new TransactionFilter(this.where, parameters.subList(0, parameters.size() - 1), "");
    }

    String from() {
        return "retail_transaction t";
    }

    @Override
    public String where() {
        return where + currencyCondition;
    }

    @Nullable
    Object[] values() {
        return parameters.toArray();
    }

    @Nullable
    Object[] valuesAnd(Object more) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(more);
        return all.toArray();
    }
}

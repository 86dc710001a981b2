package org.tillwright.server.stores;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tillwright.server.platform.Sql;
import org.tillwright.wire.TaxPolicyMessage;

/** The tables of stores; read here, written at the first start. */
@Dependent
class Stores {

    @Inject
    Sql sql;

    List<StoreName> names() {
        return sql.query(
                "select store_id, name from store order by name, store_id",
                row -> new StoreName(row.text(1), row.text(2)));
    }

    Optional<StoreDetail> find(String storeId) {
        Map<String, String> footer = new HashMap<>();
        sql.query(
                        "select language, text from store_receipt_footer where store_id = ?",
                        row -> Map.entry(row.text(1), row.text(2)),
                        storeId)
                .forEach(line -> footer.put(line.getKey(), line.getValue()));
        return sql.first(
                "select store_id, name, tax_number, country, currency, language, time_zone, day_ends, tax_placement,"
                        + " tax_level, tax_rounding, address_line_1, address_line_2, address_line_3"
                        + " from store where store_id = ?",
                row -> {
                    List<String> address = new ArrayList<>();
                    for (int column = 12; column <= 14; column++) {
                        String line = row.textOrNull(column);
                        if (line != null) {
                            address.add(line);
                        }
                    }
                    return new StoreDetail(
                            row.text(1),
                            row.text(2),
                            address,
                            row.textOrNull(3),
                            row.text(4),
                            row.text(5),
                            row.text(6),
                            row.text(7),
                            row.text(8),
                            new TaxPolicyMessage(row.text(9), row.text(10), row.text(11)),
                            footer);
                },
                storeId);
    }
}

package org.tillwright.server.setup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.platform.Sql;

/** A database to be filled: the rows of a first store, as the demo's scripts would write them. */
@Dependent
class EmptyDatabase {

    private static final String STORE_ID = "store-1";

    /** What a shop that has not said otherwise does: a business day that outlasts the last guests. */
    private static final String DAY_ENDS = "04:00";

    @Inject
    Sql sql;

    boolean hasStore() {
        return sql.first("select 1 from store limit 1", row -> row.number(1)).isPresent();
    }

    /** Runs one statement of a script. */
    void run(String statement) {
        sql.update(statement);
    }

    void addPicture(String pictureId, String mediaType, byte[] content) {
        sql.update(
                "insert into picture (picture_id, media_type, content) values (?, ?, ?)",
                pictureId,
                mediaType,
                content);
    }

    /** Adds a store, its workstations, a manager and a cashier, and its tax rates from publication {@code number} on. */
    void add(ServerSettings.NewStore store, long number) {
        sql.update(
                "insert into store (store_id, name, country, currency, language, time_zone, day_ends, tax_placement,"
                        + " tax_level, tax_rounding) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                STORE_ID,
                store.name(),
                store.country(),
                store.currency().code(),
                store.language(),
                store.timeZone().getId(),
                DAY_ENDS,
                store.taxPlacement(),
                TaxPolicy.Level.PER_LINE,
                "HALF_UP");
        addWorkstations(store.workstations());
        sql.batch(
                "insert into operator (operator_id, number, name, role, active) values (?, ?, ?, ?, ?)",
                List.of(
                        Sql.row("operator-1", "1", "Manager", "MANAGER", true),
                        Sql.row("operator-2", "2", "Cashier", "CASHIER", true)));
        sql.batch(
                "insert into tax_rate (tax_category, from_version, tax_rate_id, rate_ppm) values (?, ?, ?, ?)",
                store.taxRates().stream()
                        .map(rate -> Sql.row(
                                rate.taxCategory(),
                                number,
                                rate.taxRateId(),
                                rate.rate().ppm()))
                        .toList());
    }

    private void addWorkstations(int count) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String two = i < 10 ? "0" + i : Integer.toString(i);
            rows.add(Sql.row("till-" + two, STORE_ID, "Till " + i));
        }
        sql.batch("insert into workstation (workstation_id, store_id, name) values (?, ?, ?)", rows);
    }
}

package org.tillwright.server;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.tax.TaxRate;
import org.tillwright.server.catalog.CatalogService;
import org.tillwright.server.catalog.DepartmentDraft;
import org.tillwright.server.catalog.DepartmentService;
import org.tillwright.server.catalog.ItemDraft;
import org.tillwright.server.platform.Counts;
import org.tillwright.server.platform.ServerSettings;
import org.tillwright.server.platform.TestClock;
import org.tillwright.server.platform.TestDatabase;
import org.tillwright.server.platform.Wiring;
import org.tillwright.server.pricing.TaxRateService;

/** A small shop on a real database: one store, two tills, milk at 1.29 with 7 % and apples at 2.49 a kilogram. */
public final class TestShop implements AutoCloseable {

    public static final String STORE = "shop";
    public static final String TILL = "till-01";
    public static final Currency EUR = Currency.of("EUR");

    public final TestDatabase database = TestDatabase.migrated();
    public final TestClock clock = new TestClock(Instant.parse("2026-03-02T09:00:00.123456789Z"));
    public final Map<Counts.Event, Integer> counted = new EnumMap<>(Counts.Event.class);
    public final Wiring wiring = new Wiring(database)
            .bind(Clock.class, clock)
            .bind(SecureRandom.class, new SecureRandom())
            .bind(Counts.class, this::count)
            .bind(ServerSettings.class, ServerSettings.read(key -> null));

    public TestShop() {
        database.tamper(
                "insert into store values ('shop', 'Corner Shop', 'High Street 1', null, null, 'DE1', 'DE', 'EUR',"
                        + " 'en', 'Europe/Berlin', '04:00', 'IN_PRICE', 'PER_LINE', 'HALF_UP')");
        database.tamper("insert into workstation values ('till-01', 'shop', 'Till 1', null, null),"
                + " ('till-02', 'shop', 'Till 2', null, null)");
        database.tamper(
                "insert into operator values ('anna', '1', 'Anna', 'MANAGER', 'en', null, true),"
                        + " ('ben', '2', 'Ben', 'CASHIER', null, null, true), ('gone', '9', 'Gone', 'CASHIER', null, null, false)");
        database.inTransaction(
                () -> wiring.get(TaxRateService.class).setRate("REDUCED", new TaxRate("R", Rate.percent("7"))));
        database.inTransaction(() -> wiring.get(DepartmentService.class)
                .put(new DepartmentDraft("food", Map.of("en", "Food", "da", "Mad"), 1, 3)));
        database.inTransaction(() -> wiring.get(CatalogService.class)
                .importItems(List.of(
                        item("milk", 1_290_000L, "4006381333931"),
                        item("apples", 2_490_000L, "2000001"),
                        item("bag", null))));
    }

    public static ItemDraft item(String id, Long unitPriceMicro, String... codes) {
        return new ItemDraft(
                id,
                Map.of("en", "The " + id),
                "food",
                id.equals("apples") ? "KILOGRAM" : "PIECE",
                "REDUCED",
                unitPriceMicro,
                List.of(codes),
                null,
                null,
                true);
    }

    public <T> T get(Class<T> service) {
        return wiring.get(service);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private synchronized void count(Counts.Event event) {
        counted.merge(event, 1, Integer::sum);
    }

    @Override
    public void close() {
        database.close();
    }
}

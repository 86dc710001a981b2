package org.tillwright.register.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.pricing.PricingRules;

/** A small shop for tests: a few items of every sort, and one person of every role. */
public final class TestStore {

    public static final String MILK_CODE = "4006381333931";
    public static final String PIN = "135790";

    /** Slow on purpose, so made once. */
    private static final String VERIFIER = PinVerifier.of(PIN, "salt".getBytes(StandardCharsets.UTF_8));

    private static final List<String> ALL = List.of(
            "sales.override-price",
            "sales.discount",
            "sales.return-without-receipt",
            "sales.void",
            "till.open",
            "till.settle",
            "till.loan",
            "till.no-sale",
            "till.over-short",
            "till.paid-in",
            "till.paid-out",
            "till.pickup",
            "stores.enrol");

    /** The life of the server's database that the register knows. */
    public static final UUID EPOCH = UUID.fromString("5f0c2a44-9d1e-4b7a-8c35-1e6f0a9b2d77");

    public static final SnapshotMessage.Operator MANAGER =
            new SnapshotMessage.Operator("op-1", "1", "Maja", "MANAGER", "en", VERIFIER, ALL);
    public static final SnapshotMessage.Operator CASHIER = new SnapshotMessage.Operator(
            "op-3",
            "3",
            "Oleh",
            "CASHIER",
            null,
            VERIFIER,
            List.of("sales.void", "sales.discount", "till.open", "till.settle"));
    public static final SnapshotMessage.Operator NO_RIGHTS =
            new SnapshotMessage.Operator("op-4", "4", "Nina", "CASHIER", null, null, List.of());

    private TestStore() {}

    public static Catalogue catalogue() {
        return Catalogue.of(snapshot(1, 0, items()));
    }

    public static SnapshotMessage snapshot(long number, long after, List<SnapshotMessage.Item> items) {
        return snapshot(number, after, items, EPOCH);
    }

    public static SnapshotMessage snapshot(
            long number, long after, List<SnapshotMessage.Item> items, @Nullable UUID epoch) {
        return snapshot(number, after, items, epoch, null);
    }

    public static SnapshotMessage snapshot(
            long number,
            long after,
            List<SnapshotMessage.Item> items,
            @Nullable UUID epoch,
            @Nullable PricingRules rules) {
        return new SnapshotMessage(
                number,
                after,
                new SnapshotMessage.Store(
                        "shop",
                        "Corner Shop",
                        List.of("1 High Street", "Springfield"),
                        "DE123456789",
                        "DE",
                        "EUR",
                        "en",
                        "Europe/Berlin",
                        "04:00",
                        Map.of("en", "Thank you!", "da", "Tak!", "uk", "Дякуємо!")),
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                List.of(
                        new SnapshotMessage.TaxRate("STANDARD", "S", 190_000L),
                        new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L)),
                List.of(new SnapshotMessage.Department("food", Map.of("en", "Food", "da", "Mad"), 1L, 0L)),
                items,
                List.of(MANAGER, CASHIER, NO_RIGHTS),
                epoch,
                rules);
    }

    public static List<SnapshotMessage.Item> items() {
        return List.of(
                item("milk", "Milk 1 l", "PIECE", "REDUCED", 1_290_000L, MILK_CODE, 1L),
                item("soap", "Soap", "PIECE", "STANDARD", 2_990_000L, "SOAP", 2L),
                item("cheese", "Cheese", "KILOGRAM", "REDUCED", 12_900_000L, "2100", null),
                item("gift", "Gift wrap", "PIECE", "STANDARD", null, "GIFT", null),
                item("bag", "Paper bag", "PIECE", "STANDARD", 0L, "BAG", null));
    }

    public static SnapshotMessage.Item item(
            String id, String name, String unit, String tax, Long priceMicro, String code, Long tile) {
        String key = org.tillwright.core.barcode.ScanCode.of(code).key();
        return new SnapshotMessage.Item(
                id,
                Map.of("en", name, "da", name + " (da)"),
                "food",
                unit,
                tax,
                priceMicro,
                List.of(key),
                null,
                tile,
                true);
    }

    /** As many items as a large shop has. */
    public static List<SnapshotMessage.Item> manyItems(int count) {
        List<SnapshotMessage.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item("item-" + i, "Item number " + i, "PIECE", "STANDARD", 1_000L * i, "C" + i, null));
        }
        return items;
    }
}

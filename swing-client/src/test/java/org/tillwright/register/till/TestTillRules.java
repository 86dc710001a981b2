package org.tillwright.register.till;

import java.util.List;
import java.util.Map;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.testing.TestStore;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.shop.TillRules;

/** The test store with rules for its tills: a limit for differences, reasons, Swedish notes. */
final class TestTillRules {

    private TestTillRules() {}

    static Catalogue catalogue() {
        return with(new TillRules("SHARED", null, 200L, 10_000L), "Europe/Berlin");
    }

    static Catalogue ownDrawers() {
        return with(new TillRules("OWN", null, null, null), "Europe/Berlin");
    }

    static Catalogue inZone(String zone) {
        return with(new TillRules(null, null, null, null), zone);
    }

    private static Catalogue with(TillRules till, String zone) {
        SnapshotMessage plain = TestStore.snapshot(2, 0, TestStore.items());
        SnapshotMessage.Store store = plain.store();
        return Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                new SnapshotMessage.Store(
                        store.storeId(),
                        store.name(),
                        store.addressLines(),
                        store.taxNumber(),
                        store.country(),
                        store.currency(),
                        store.language(),
                        zone,
                        "00:00",
                        store.receiptFooter()),
                plain.taxPolicy(),
                plain.taxRates(),
                plain.departments(),
                plain.items(),
                plain.operators(),
                plain.epoch(),
                plain.pricingRules(),
                new ShopRules(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new TenderRules(null, List.of(new TenderRules.ForeignCurrency("SEK", 88_000L)), null),
                        null,
                        till,
                        null,
                        List.of(
                                reason("OVER_SHORT", "CHANGE", "Change given wrongly"),
                                reason("OVER_SHORT", "UNKNOWN", "Not known"),
                                reason("PAID_OUT", "WINDOWS", "Window cleaner"),
                                reason("NO_SALE", "CHANGE", "Gave change")))));
    }

    private static Reason reason(String use, String id, String name) {
        return new Reason(use, id, Map.of("en", name));
    }
}

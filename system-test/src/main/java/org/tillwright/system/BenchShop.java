package org.tillwright.system;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.tax.TaxPolicy;
import org.tillwright.register.RegisterParts;
import org.tillwright.register.RegisterPlatform;
import org.tillwright.register.catalogue.CatalogueStore;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;

/** A register's home with a large catalogue and an open till, ready to sell without a server. */
final class BenchShop {

    static final String OPERATOR = "7";

    private final RegisterHome home;
    private final String pin;
    private final int items;

    private BenchShop(RegisterHome home, String pin, int items) {
        this.home = home;
        this.pin = pin;
        this.items = items;
    }

    /** Makes the home anew in {@code directory}. */
    static BenchShop make(Path directory, int items, RegisterSettings settings) throws IOException, JournalException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
        RegisterHome home = new RegisterHome(directory);
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String pin = Integer.toString(100_000 + random.nextInt(900_000));
        BenchShop shop = new BenchShop(home, pin, items);
        settings.save(home.settings());
        try (CatalogueStore store = CatalogueStore.open(home.catalogue())) {
            store.save(shop.snapshot(PinVerifier.of(pin, salt)));
        }
        try (Journal journal = Journal.open(home.journal(), Clock.systemUTC())) {
            journal.enrolled(new RegisterIdentity("till-01", "Till 1", "bench", "Bench"), 1);
        }
        try (RegisterParts register =
                RegisterParts.open(home, settings, RegisterPlatform.real(Runnable::run), failure -> {})) {
            SnapshotMessage.Operator operator = register.catalogues()
                    .newest()
                    .orElseThrow()
                    .operatorByNumber(OPERATOR)
                    .orElseThrow();
            register.till().open(new Money(Currency.of("EUR"), 10_000), operator);
        }
        return shop;
    }

    RegisterHome home() {
        return home;
    }

    String pin() {
        return pin;
    }

    /** The barcode of item {@code index}, as printed on it. */
    String barcode(int index) {
        return barcode(index, items);
    }

    static String barcode(int index, int items) {
        String digits = "24" + "%010d".formatted(index % items);
        return digits + ScanCode.checkDigit(digits);
    }

    private SnapshotMessage snapshot(String verifier) {
        List<SnapshotMessage.Item> all = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            all.add(new SnapshotMessage.Item(
                    "item-" + i,
                    BenchNames.of(i),
                    "all",
                    "PIECE",
                    i % 3 == 0 ? "STANDARD" : "REDUCED",
                    990_000L + i % 1000 * 10_000L,
                    List.of(ScanCode.of(barcode(i)).key()),
                    null,
                    i < 32 ? (long) i + 1 : null,
                    true));
        }
        return new SnapshotMessage(
                1L,
                0L,
                new SnapshotMessage.Store(
                        "bench", "Bench", List.of(), null, "DE", "EUR", "en", "Europe/Berlin", "04:00", Map.of()),
                TaxPolicyMessage.of(
                        new TaxPolicy(TaxPolicy.Placement.IN_PRICE, TaxPolicy.Level.PER_LINE, RoundingMode.HALF_UP)),
                List.of(
                        new SnapshotMessage.TaxRate("STANDARD", "S", 190_000L),
                        new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L)),
                List.of(new SnapshotMessage.Department("all", Map.of("en", "All"), 1L, 0L)),
                all,
                List.of(new SnapshotMessage.Operator(
                        "bench",
                        OPERATOR,
                        "Bench",
                        "SUPERVISOR",
                        "en",
                        verifier,
                        List.of("sales.void", "sales.override-price", "till.open", "till.settle"))),
                null);
    }
}

package org.tillwright.register.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;

/** A few shelves of the demo store, for pictures of the screens and for tests of them. Never sold from. */
public final class SampleShop {

    /** The PIN of everyone in the sample. */
    public static final String PIN = "271828";

    /** Number of somebody who may do almost everything, and asks for the rest. */
    public static final String SUPERVISOR = "2";

    private static final String FILE = "sample-shop.csv";
    private static final int COLUMNS = 11;

    private static final List<SnapshotMessage.Department> DEPARTMENTS = List.of(
            department("bakery", 1, 1, "Bakery", "Bageri", "Хліб і випічка"),
            department("fruit-vegetables", 2, 3, "Fruit & vegetables", "Frugt & grønt", "Овочі та фрукти"),
            department("dairy-eggs", 3, 5, "Dairy & eggs", "Mejeri & æg", "Молочне та яйця"),
            department("meat-deli", 4, 0, "Meat & deli", "Kød & delikatesse", "М’ясо та ковбаси"),
            department("pantry", 5, 2, "Pantry", "Kolonial", "Бакалія"),
            department("drinks", 6, 4, "Drinks", "Drikkevarer", "Напої"),
            department("sweets-snacks", 7, 7, "Sweets & snacks", "Slik & snacks", "Солодощі та снеки"),
            department("household", 8, 6, "Household", "Husholdning", "Для дому"),
            department("cafe", 9, 1, "Café", "Café", "Кав’ярня"));

    private SampleShop() {}

    /** The shop in the order of its shelves, under number 1. */
    public static Catalogue catalogue() {
        return Catalogue.of(new SnapshotMessage(
                1L,
                0L,
                new SnapshotMessage.Store(
                        "demo",
                        "Wren & Rye Food Shop",
                        List.of("Holunderzeile 7", "00815 Kirschhafen"),
                        null,
                        "DE",
                        "EUR",
                        "en",
                        "Europe/Berlin",
                        "03:00",
                        Map.of()),
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                List.of(
                        new SnapshotMessage.TaxRate("STANDARD", "S", 190_000L),
                        new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L)),
                DEPARTMENTS,
                items(),
                operators(),
                null,
                SampleRules.pricing(),
                SampleRules.shop()));
    }

    /** Somebody who allows what the others may not, somebody who may do most, and a cashier. */
    private static List<SnapshotMessage.Operator> operators() {
        return List.of(
                operator(
                        "manager",
                        "1",
                        "Anna Lindqvist",
                        "MANAGER",
                        "sales.override-price",
                        "sales.discount",
                        "sales.void",
                        "till.open",
                        "till.settle",
                        "till.over-short"),
                operator(
                        "supervisor",
                        "2",
                        "Mette Skovgaard",
                        "SUPERVISOR",
                        "sales.override-price",
                        "sales.discount",
                        "sales.return-without-receipt",
                        "sales.void",
                        "sales.post-void",
                        "till.open",
                        "till.loan",
                        "till.pickup",
                        "till.paid-in",
                        "till.paid-out",
                        "till.no-sale",
                        "till.settle"),
                operator(
                        "cashier-1",
                        "3",
                        "Taras Melnyk",
                        "CASHIER",
                        "sales.void",
                        "sales.discount",
                        "till.open",
                        "till.settle"));
    }

    private static SnapshotMessage.Operator operator(
            String id, String number, String name, String role, String... permissions) {
        byte[] salt = id.getBytes(StandardCharsets.US_ASCII);
        return new SnapshotMessage.Operator(
                id, number, name, role, null, PinVerifier.of(PIN, salt), List.of(permissions));
    }

    private static SnapshotMessage.Department department(
            String id, long position, long hue, String english, String danish, String ukrainian) {
        return new SnapshotMessage.Department(id, SampleRules.names(english, danish, ukrainian), position, hue);
    }

    private static List<SnapshotMessage.Item> items() {
        List<SnapshotMessage.Item> items = new ArrayList<>();
        try (InputStream in = SampleShop.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not packed with the register");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    items.add(item(line.split(";", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    private static SnapshotMessage.Item item(String[] columns) {
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(FILE + " has a line without its " + COLUMNS + " columns");
        }
        List<String> codes = new ArrayList<>();
        for (String code : columns[10].split(" ", -1)) {
            if (!code.isEmpty()) {
                codes.add(ScanCode.of(code).key());
            }
        }
        return new SnapshotMessage.Item(
                columns[0],
                SampleRules.names(columns[7], columns[8], columns[9]),
                columns[1],
                columns[2],
                columns[3],
                number(columns[4]),
                codes,
                columns[5].isEmpty() ? null : columns[5],
                number(columns[6]),
                true);
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}

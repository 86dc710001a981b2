package org.tillwright.register.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Unit;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.wire.ItemImport;
import org.tillwright.wire.SnapshotMessage;

/** Makes items of a retailer's sales lines: one per stock code, at the first price that was seen for it. */
final class RetailItems {

    /** Keeps the ids and codes of imported items away from those that a store has already. */
    static final String PREFIX = "OR-";

    private static final String DEPARTMENT = "imported";
    private static final int MAX_NAME = 200;

    private RetailItems() {}

    static String itemId(String stockCode) {
        return PREFIX + stockCode;
    }

    /** Returns the imports that bring all items of a file into a store, in parts that a server takes. */
    static List<ItemImport> imports(RetailFile file, Catalogue catalogue) {
        SnapshotMessage.Department department = catalogue.departments().isEmpty()
                ? new SnapshotMessage.Department(
                        DEPARTMENT, Map.of(catalogue.store().language(), "Imported"), 0L, 0L)
                : catalogue.departments().get(0);
        String language = catalogue.store().language();
        String category = catalogue.taxCategories().stream()
                .sorted((a, b) -> b.compareTo(a)) // STANDARD before REDUCED; any will do, tax is in the price
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a store without a tax rate sells nothing"));
        List<SnapshotMessage.Item> items = new ArrayList<>();
        for (RetailFile.Line first : firstLines(file).values()) {
            items.add(item(first, language, department.departmentId(), category));
        }
        List<SnapshotMessage.Department> added = catalogue.departments().isEmpty() ? List.of(department) : List.of();
        List<ItemImport> imports = new ArrayList<>();
        for (int i = 0; i < items.size(); i += ItemImport.MAX_ITEMS) {
            int end = Math.min(items.size(), i + ItemImport.MAX_ITEMS);
            imports.add(new ItemImport(added, items.subList(i, end)));
        }
        return imports;
    }

    /** The first line of each stock code, with the first description that any of its lines has. */
    private static Map<String, RetailFile.Line> firstLines(RetailFile file) {
        Map<String, RetailFile.Line> first = new LinkedHashMap<>();
        for (RetailFile.Invoice invoice : file.invoices()) {
            for (RetailFile.Line line : invoice.lines()) {
                first.merge(line.stockCode(), line, RetailItems::named);
            }
        }
        return first;
    }

    private static RetailFile.Line named(RetailFile.Line first, RetailFile.Line later) {
        return first.description().isEmpty()
                ? new RetailFile.Line(
                        first.stockCode(), later.description(), first.quantityMilli(), first.unitPriceMicro())
                : first;
    }

    private static SnapshotMessage.Item item(
            RetailFile.Line line, String language, String departmentId, String category) {
        String name = line.description().isEmpty() ? line.stockCode() : line.description();
        String shortName = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        String itemId = itemId(line.stockCode());
        return new SnapshotMessage.Item(
                itemId,
                Map.of(language, shortName),
                departmentId,
                Unit.PIECE.name(),
                category,
                line.unitPriceMicro(),
                List.of(ScanCode.of(itemId).key()),
                null,
                null,
                true);
    }
}

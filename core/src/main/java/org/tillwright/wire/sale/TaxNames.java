package org.tillwright.wire.sale;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.tax.Tax;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.pricing.Lists;

/**
 * What the taxes of a sale are called in its message, where each name is one tax. Goods may come back that bore last year's
 * rate, beside others with this year's: the first tax of an id is called by it, each other by its id and its value.
 */
public final class TaxNames {

    private static final int MAX_NAME = 40;

    private final Map<Told, String> names = new HashMap<>();

    /** What a message tells of a tax. */
    private record Told(String taxId, Tax.Kind kind, long value, boolean inPrice) {

        static Told of(Tax tax) {
            return new Told(tax.taxId(), tax.kind(), tax.value(), tax.inPrice());
        }
    }

    private TaxNames() {}

    static TaxNames of(PricedCart priced) {
        List<Told> taxes = priced.lines().stream()
                .flatMap(line -> line.taxes().stream())
                .map(line -> Told.of(line.tax()))
                .distinct()
                .toList();
        TaxNames all = new TaxNames();
        Set<String> taken = new HashSet<>();
        for (Told tax : taxes) {
            if (taken.add(tax.taxId())) {
                all.names.put(tax, tax.taxId());
            }
        }
        for (Told tax : taxes) {
            if (!all.names.containsKey(tax)) {
                all.names.put(tax, free(tax, taken));
            }
        }
        return all;
    }

    private static String free(Told tax, Set<String> taken) {
        int number = 1;
        while (!taken.add(name(tax.taxId(), tax.value(), number))) {
            number++;
        }
        return name(tax.taxId(), tax.value(), number);
    }

    /** Returns the name of a tax that is on a line of the sale. */
    String of(Tax tax) {
        return names.getOrDefault(Told.of(tax), tax.taxId());
    }

    /** Returns the names of a line's taxes, each once. */
    List<String> of(List<TaxLine> taxes) {
        return taxes.stream().map(line -> of(line.tax())).distinct().toList();
    }

    /** Returns the id of a tax by the name that a sale tells it with. */
    public static String idOf(SaleMessage sale, SaleMessage.TaxSum tax) {
        return idOf(
                tax.taxId(),
                tax.value(),
                Lists.of(sale.taxes()).stream().map(SaleMessage.TaxSum::taxId).toList());
    }

    /** Returns the id of the one tax of a group, in a sale that tells its groups alone. */
    static String idOf(SaleMessage sale, SaleMessage.TaxLine group) {
        return idOf(
                group.taxRateId(),
                group.ratePpm(),
                sale.taxLines().stream().map(SaleMessage.TaxLine::taxRateId).toList());
    }

    private static String idOf(String name, long value, Collection<String> told) {
        if (name.indexOf('@') < 0 && name.indexOf('#') < 0) {
            return name; // as nearly all are
        }
        for (String id : told) {
            for (int number = 1; number < told.size(); number++) {
                if (name.equals(name(id, value, number))) {
                    return id;
                }
            }
        }
        return name;
    }

    private static String name(String taxId, long value, int number) {
        return cut(taxId + "@" + value + (number == 1 ? "" : "@" + number));
    }

    /** What is too long is cut, and told apart by its check sum. */
    static String cut(String name) {
        String end = "#" + Integer.toHexString(name.hashCode()); // specified for texts, so the same everywhere
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - end.length()) + end;
    }
}

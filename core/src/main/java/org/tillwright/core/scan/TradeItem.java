package org.tillwright.core.scan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.gs1.Element;
import org.tillwright.core.gs1.ElementString;
import org.tillwright.core.gs1.Gs1Dates;
import org.tillwright.core.scan.ScanResult.Item;
import org.tillwright.core.scan.ScanResult.Measure;
import org.tillwright.core.scan.ScanResult.Misread;
import org.tillwright.core.scan.ScanResult.Problem;
import org.tillwright.core.scan.ScanResult.Trace;

/** What a GS1 label says of a trade item, in a till's words. */
final class TradeItem {

    private static final int GTIN_DIGITS = 14;
    private static final int CURRENCY_DIGITS = 3;
    private static final int MILLI = 3;

    /** Trade measures, what a price per kilogram needs before what a price per metre needs. */
    private static final List<Unit> MEASURES = List.of(
            new Unit("310", "kg"),
            new Unit("315", "l"),
            new Unit("316", "m3"),
            new Unit("314", "m2"),
            new Unit("311", "m"),
            new Unit("320", "lb"),
            new Unit("356", "ozt"),
            new Unit("357", "floz"),
            new Unit("360", "qt"),
            new Unit("361", "gal"),
            new Unit("351", "ft2"),
            new Unit("352", "yd2"),
            new Unit("350", "in2"),
            new Unit("322", "ft"),
            new Unit("323", "yd"),
            new Unit("321", "in"));

    private TradeItem() {}

    private record Unit(String ai, String unit) {}

    /** The item that a label names, a misread if its price is none here, or null if it names no item. */
    static @Nullable ScanResult of(ElementString label, ScanRules rules) {
        String gtin = label.value("01");
        if (gtin == null) {
            String piece = label.value("8006");
            gtin = piece == null ? null : piece.substring(0, GTIN_DIGITS);
        }
        if (gtin == null) {
            return null;
        }
        ScanCode code = ScanCode.of(gtin);
        Element price = label.startingWith("392");
        if (price != null) {
            return priced(code, price, price.value(), label, rules);
        }
        Element foreign = label.startingWith("393");
        if (foreign == null) {
            return item(code, null, label, rules);
        }
        int currency = Integer.parseInt(foreign.value().substring(0, CURRENCY_DIGITS));
        return currency == rules.currencyNumber()
                ? priced(code, foreign, foreign.value().substring(CURRENCY_DIGITS), label, rules)
                : new Misread(Problem.OTHER_CURRENCY, code, null, foreign.ai());
    }

    private static ScanResult priced(
            ScanCode code, Element price, String digits, ElementString label, ScanRules rules) {
        Long value = Decimals.number(digits);
        Long minor = value == null ? null : Decimals.exactly(value, decimals(price), rules.currencyDigits());
        return minor == null
                ? new Misread(Problem.PRICE_TOO_FINE, code, null, price.ai())
                : item(code, minor, label, rules);
    }

    private static Item item(ScanCode code, @Nullable Long priceMinor, ElementString label, ScanRules rules) {
        Trace trace = new Trace(
                label.value("10"),
                label.value("21"),
                day(label, rules, "17", "7003"),
                day(label, rules, "15"),
                day(label, rules, "16"),
                null);
        return new Item(code, measure(label), priceMinor, trace, label);
    }

    /** Finer than a thousandth is rounded, half up: no shop weighs below a gram what it sells by the kilogram. */
    private static @Nullable Measure measure(ElementString label) {
        for (Unit unit : MEASURES) {
            Element element = label.startingWith(unit.ai);
            if (element != null) {
                long value = Long.parseLong(element.value());
                return new Measure(Decimals.halfUp(value, decimals(element), MILLI), unit.unit);
            }
        }
        String count = label.value("30");
        return count == null ? null : new Measure(Decimals.halfUp(Long.parseLong(count), 0, MILLI), "piece");
    }

    /** The last digit of such an identifier says how many digits of its value stand after the point. */
    private static int decimals(Element element) {
        return element.ai().charAt(3) - '0';
    }

    private static @Nullable LocalDate day(ElementString label, ScanRules rules, String... identifiers) {
        for (String ai : identifiers) {
            String value = label.value(ai);
            if (value != null) {
                return Gs1Dates.day(value, rules.year());
            }
        }
        return null;
    }
}

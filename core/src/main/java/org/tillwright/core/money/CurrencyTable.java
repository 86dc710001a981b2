package org.tillwright.core.money;

import java.util.Map;
import java.util.TreeMap;

/** All currencies, as the build found them in CLDR; see {@code src/build/CurrencyDataWriter.java}. */
final class CurrencyTable {

    /** Current and former currencies. */
    static final Map<String, Currency> BY_CODE = new TreeMap<>();

    /** Current currencies only: a number may have been another currency's before. */
    static final Map<Integer, Currency> BY_NUMBER = new TreeMap<>();

    static {
        for (String row : CurrencyData.FORMER.trim().split("\n", -1)) {
            add(currency(row));
        }
        for (String row : CurrencyData.CURRENT.trim().split("\n", -1)) {
            Currency currency = currency(row);
            add(currency);
            BY_NUMBER.put(currency.number(), currency);
        }
    }

    private CurrencyTable() {}

    private static void add(Currency currency) {
        BY_CODE.put(currency.code(), currency);
    }

    private static Currency currency(String row) {
        String[] cells = row.split(" ", -1);
        return new Currency(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]));
    }
}

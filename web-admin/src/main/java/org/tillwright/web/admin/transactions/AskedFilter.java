package org.tillwright.web.admin.transactions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.server.sales.TransactionFilter;
import org.tillwright.web.admin.shell.EnteredDay;

/** Reads the filter of the list out of an address. What cannot be read narrows nothing, and is told. */
final class AskedFilter {

    static final String FROM = "from";
    static final String TO = "to";
    static final String TILL = "till";
    static final String OPERATOR = "operator";
    static final String TENDER = "tender";
    static final String LEAST = "least";
    static final String MOST = "most";
    static final String ITEM = "item";
    static final String TEXT = "text";
    static final String DISPUTED = "disputed";

    static final List<String> KEYS = List.of(TEXT, FROM, TO, TILL, OPERATOR, TENDER, LEAST, MOST, ITEM, DISPUTED);

    /** No exponent: written out, "1e99999999" would take the server minutes. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    private final Asked asked;
    private final MoneyFormat format;
    private final Currency currency;
    private final Map<String, String> unread = new LinkedHashMap<>();

    AskedFilter(Asked asked, MoneyFormat format, Currency currency) {
        this.asked = asked;
        this.format = format;
        this.currency = currency;
    }

    TransactionFilter of(String storeId) {
        return new TransactionFilter(
                storeId,
                date(FROM),
                date(TO),
                asked.find(TILL).orElse(null),
                asked.find(OPERATOR).orElse(null),
                asked.find(TENDER).orElse(null),
                amount(LEAST),
                amount(MOST),
                asked.find(ITEM).orElse(null),
                asked.find(TEXT).orElse(null),
                asked.has(DISPUTED));
    }

    /** What could not be read, by its key. */
    Map<String, String> unread() {
        return Map.copyOf(unread);
    }

    private @Nullable LocalDate date(String key) {
        String text = asked.find(key).orElse(null);
        if (text == null) {
            return null;
        }
        Optional<LocalDate> day = EnteredDay.of(text);
        if (day.isEmpty()) {
            unread.put(key, text);
        }
        return day.orElse(null);
    }

    /** As the reader's language writes amounts, with or without their decimals. */
    private @Nullable Long amount(String key) {
        String text = asked.find(key).orElse(null);
        if (text == null) {
            return null;
        }
        String plain = text.replace(MoneyFormat.MINUS, '-')
                .replace(String.valueOf(format.grouping()), "")
                .replace(" ", "")
                .replace(format.decimalPoint(), '.');
        if (!PLAIN.matcher(plain).matches()) {
            unread.put(key, text);
            return null;
        }
        try {
            return new BigDecimal(plain).movePointRight(currency.digits()).longValueExact();
        } catch (ArithmeticException e) {
            unread.put(key, text);
            return null;
        }
    }
}

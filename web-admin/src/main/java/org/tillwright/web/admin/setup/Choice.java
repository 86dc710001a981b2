package org.tillwright.web.admin.setup;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One answer of a list to choose from: the code that is stored, and the words that people read. */
public record Choice(String code, String words) {

    static List<Choice> countries(Locale locale) {
        return sorted(
                Stream.of(Locale.getISOCountries())
                        .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(locale))),
                locale);
    }

    /** Returns the currencies that the product counts in. */
    static List<Choice> currencies(Locale locale) {
        return sorted(
                Currency.getAvailableCurrencies().stream()
                        .filter(currency -> org.tillwright.core.money.Currency.find(currency.getCurrencyCode()) != null)
                        .map(currency -> new Choice(
                                currency.getCurrencyCode(),
                                currency.getDisplayName(locale) + " (" + currency.getCurrencyCode() + ")")),
                locale);
    }

    /** Returns the zones that are named after places, and the one in use whatever it is. */
    static List<String> timeZones(@Nullable String used) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals(used) || zone.equals("UTC") || isPlace(zone))
                .sorted()
                .toList();
    }

    private static boolean isPlace(String zone) {
        return zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");
    }

    private static List<Choice> sorted(Stream<Choice> choices, Locale locale) {
        Comparator<Object> order = Collator.getInstance(locale);
        return choices.sorted(Comparator.comparing(Choice::words, order)).toList();
    }
}

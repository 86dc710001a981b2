package org.tillwright.web.admin.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;

/**
 * Writes amounts, quantities and times for people, in the reader's language and the store's time zone. What is absent is
 * written as nothing: a missing number is not zero.
 */
@Named
@RequestScoped
public class Figures {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String NOTHING = "";

    /** What has no decimals and is never named. */
    private static final Currency COUNTING = new Currency("", 0);

    private static final Map<String, MoneyFormat> FORMATS = Map.of(
            "en", new MoneyFormat('.', ','),
            "da", new MoneyFormat(',', '.'),
            "uk", new MoneyFormat(',', NO_BREAK_SPACE));

    private static final Map<String, String> DATES =
            Map.of("en", "d MMM yyyy", "da", "d. MMM yyyy", "uk", "d MMM yyyy");
    private static final Map<String, String> TIMES = Map.of("en", "HH:mm", "da", "HH.mm", "uk", "HH:mm");

    @Inject
    Console console;

    /** Writes an amount without its currency, for columns whose head names it. */
    public String money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? NOTHING : format().amount(new Money(Currency.of(currency), minor));
    }

    /** Writes an amount with its currency's code behind it, for an amount that stands alone. */
    public String moneyNamed(@Nullable Long minor, @Nullable String currency) {
        String amount = money(minor, currency);
        return amount.isEmpty() ? NOTHING : amount + NO_BREAK_SPACE + currency;
    }

    /** Writes the price of one unit, without its currency, with as many decimals as it needs. */
    public String unitPrice(@Nullable Long micro, @Nullable String currency) {
        return micro == null || currency == null
                ? NOTHING
                : format().price(new UnitPrice(Currency.of(currency), micro));
    }

    /** Writes a quantity; whatever is not counted in pieces says in what, such as {@code 0,485 kg}. */
    public String quantity(@Nullable Long milli, @Nullable String unit) {
        if (milli == null) {
            return NOTHING;
        }
        String text = format().quantity(new Quantity(milli));
        return switch (unit == null ? NOTHING : unit) {
            case "KILOGRAM" -> text + NO_BREAK_SPACE + (isUkrainian() ? "кг" : "kg");
            case "LITRE" -> text + NO_BREAK_SPACE + (isUkrainian() ? "л" : "l");
            case "METRE" -> text + NO_BREAK_SPACE + (isUkrainian() ? "м" : "m");
            default -> text;
        };
    }

    /** Writes a share of parts per million in percent, such as {@code 8,875 %}; English has no space before the sign. */
    public String rate(@Nullable Long ppm) {
        if (ppm == null) {
            return NOTHING;
        }
        String percent = format().percent(new Rate(ppm));
        return console.getLanguage().equals("en") ? percent + "%" : percent + NO_BREAK_SPACE + "%";
    }

    /** Writes a whole number with its thousands apart. */
    public String number(@Nullable Long number) {
        return number == null ? NOTHING : format().amount(new Money(COUNTING, number));
    }

    /** Writes day and time, as the store's clocks show it. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null
                ? NOTHING
                : formatter(DATES.get(console.getLanguage()) + " " + TIMES.get(console.getLanguage()))
                        .withZone(console.getZone())
                        .format(instant);
    }

    /** Writes the time of day alone, as the store's clocks show it. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? NOTHING
                : formatter(String.valueOf(TIMES.get(console.getLanguage())))
                        .withZone(console.getZone())
                        .format(instant);
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NOTHING
                : formatter(String.valueOf(DATES.get(console.getLanguage()))).format(date);
    }

    /** Returns how dates are written here, for fields in which people pick one. */
    public String getDatePattern() {
        return String.valueOf(DATES.get(console.getLanguage()));
    }

    /** Returns how this language writes figures, for beans that read them back. */
    public MoneyFormat format() {
        return FORMATS.getOrDefault(console.getLanguage(), new MoneyFormat('.', ','));
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, console.getLocale());
    }

    private boolean isUkrainian() {
        return console.getLanguage().equals("uk");
    }
}
